import swagger from '@fastify/swagger';
import { createJsonSchemaTransform, createJsonSchemaTransformObject } from 'fastify-type-provider-zod';
import { z } from 'zod';
import * as accounts from '../contract/api/accounts.ts';
import { AssetLocation } from '../contract/api/assets.ts';
import { CatalogueDelta } from '../contract/api/catalogue.ts';
import * as history from '../contract/api/history.ts';
import { KeySet, LicenceAnswer, LicenceRequest } from '../contract/api/licences.ts';
import { PopularCourse, PopularList } from '../contract/api/popular.ts';
import * as data from '../contract/api/personal-data.ts';
import * as policies from '../contract/api/policies.ts';
import * as ratings from '../contract/api/ratings.ts';
import { Problem } from '../contract/api/problem.ts';
import * as sessions from '../contract/api/sessions.ts';
import { UsageReport } from '../contract/api/usage.ts';
import * as course from '../contract/domain/course.ts';
import * as synced from '../contract/domain/synced.ts';
import { createServiceApp } from './http/service-app.ts';
import { serviceRoutes, type ServiceParts } from './routes.ts';

/** The schemas that get a name of their own in the document. */
const named = {
  Account: accounts.Account,
  AccountRecord: accounts.AccountRecord,
  CreateAccountRequest: accounts.CreateAccountRequest,
  UpdateAccountRequest: accounts.UpdateAccountRequest,
  SetRegionRequest: accounts.SetRegionRequest,
  RegionList: accounts.RegionList,
  ChangePasswordRequest: accounts.ChangePasswordRequest,
  ChangeEmailRequest: accounts.ChangeEmailRequest,
  DeleteAccountRequest: accounts.DeleteAccountRequest,
  Terms: accounts.Terms,
  Device: sessions.Device,
  SignInRequest: sessions.SignInRequest,
  SignInAnswer: sessions.SignInAnswer,
  RefreshRequest: sessions.RefreshRequest,
  Tokens: sessions.Tokens,
  Session: sessions.Session,
  SessionList: sessions.SessionList,
  RenameSessionRequest: sessions.RenameSessionRequest,
  CatalogueDelta,
  Course: course.Course,
  Section: course.Section,
  Lecture: course.Lecture,
  Lecturer: course.Lecturer,
  AssetReference: course.AssetReference,
  MediaAsset: course.MediaAsset,
  CaptionAsset: course.CaptionAsset,
  Attachment: course.Attachment,
  Chapter: course.Chapter,
  AssetLocation,
  LicenceRequest,
  LicenceAnswer,
  KeySet,
  RateRequest: ratings.RateRequest,
  Rating: ratings.Rating,
  RatingList: ratings.RatingList,
  PopularCourse,
  PopularList,
  SendHistoryRequest: history.SendHistoryRequest,
  SendHistoryAnswer: history.SendHistoryAnswer,
  HistoryPart: history.HistoryPart,
  HistoryEvent: synced.HistoryEvent,
  SyncedSitting: synced.SyncedSitting,
  SyncedLecture: synced.SyncedLecture,
  PolicyVersion: policies.PolicyVersion,
  PolicyList: policies.PolicyList,
  RegisteredItem: policies.RegisteredItem,
  CookieRegistry: policies.CookieRegistry,
  Processor: policies.Processor,
  ProcessorList: policies.ProcessorList,
  ConsentRecord: policies.ConsentRecord,
  UsageReport,
  PostalAddress: data.PostalAddress,
  Profile: data.Profile,
  UpdateProfileRequest: data.UpdateProfileRequest,
  Marketing: data.Marketing,
  Processing: data.Processing,
  NewPrivacyRequest: data.NewPrivacyRequest,
  PrivacyRequest: data.PrivacyRequest,
  PrivacyRequestList: data.PrivacyRequestList,
  LegallyKept: data.LegallyKept,
  PersonalData: data.PersonalData,
  ErasurePreview: data.ErasurePreview,
  ErasureReceipt: data.ErasureReceipt,
  Problem,
};

/** The OpenAPI 3.1 document of every route, made from the same schemas that check requests and answers. */
export async function describeApi(): Promise<unknown> {
  const schemaRegistry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(named)) schemaRegistry.add(schema, { id });
  const app = createServiceApp(() => {});
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'LECTOROOM service',
        version: '1.0.0',
        description:
          'Accounts, catalogue, files, licences, ratings and synced watch histories of LECTOROOM, what is popular there, and what people may ask about their data. Guide: docs/api.md.',
        license: { name: 'Unlicensed, all rights reserved', identifier: 'LicenseRef-LECTOROOM' },
      },
      servers: [{ url: 'http://127.0.0.1:{port}', variables: { port: { default: '4000' } } }],
      tags: ['Accounts', 'Sessions', 'Catalogue', 'Assets', 'Licences', 'Ratings', 'Popular', 'History', 'Privacy'].map(
        (name) => ({
          name,
        }),
      ),
      components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
    },
    transform: createJsonSchemaTransform({ schemaRegistry }),
    transformObject: createJsonSchemaTransformObject({ schemaRegistry }),
  });
  // Describing needs the routes' schemas, never what is behind them.
  await app.register(async (scope) => serviceRoutes(scope.withTypeProvider(), {} as ServiceParts));
  await app.ready();
  const document = app.swagger();
  await app.close();
  return tidy(document);
}

const answers: Readonly<Record<string, string>> = {
  200: 'Here it is',
  201: 'Made',
  204: 'Done; no content',
  304: 'The caller has this already; no content',
};

/**
 * One schema a name instead of one for requests and one for answers: the open form, because unknown fields are ignored both ways. Also says in
 * words what an answer without a description is.
 */
function tidy(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map((entry) => tidy(entry));
  if (typeof value !== 'object' || value === null) {
    return key === '$ref' && typeof value === 'string' ? value.replace(/Input$/, '') : value;
  }
  const entries = Object.entries(value as Record<string, unknown>);
  if (key === 'schemas') {
    const open = entries.filter(([name]) => name.endsWith('Input'));
    return Object.fromEntries(open.map(([name, schema]) => [name.replace(/Input$/, ''), tidy(schema)]));
  }
  if (key in answers && 'description' in value && value.description === 'Default Response') {
    return tidy({ ...value, description: answers[key] });
  }
  return Object.fromEntries(entries.map(([name, entry]) => [name, tidy(entry, name)]));
}
