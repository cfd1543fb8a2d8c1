import {
  ErasurePreview,
  Marketing,
  PersonalData,
  Processing,
  Profile,
  UpdateProfileRequest,
} from '../../contract/api/personal-data.ts';
import type { AccountId } from '../../contract/domain/ids.ts';
import { problemResponses } from '../http/problem-answers.ts';
import type { ServiceApp } from '../http/service-app.ts';
import { bearer, sessionOf, type SessionGuard } from '../sessions/session-guard.ts';
import type { Erasure } from './erasure.ts';
import type { ProcessingChoices } from './processing.ts';
import type { Profiles } from './profiles.ts';

export interface RightsRoutesDeps {
  readonly personalData: (id: AccountId) => PersonalData;
  readonly profiles: Profiles;
  readonly choices: ProcessingChoices;
  readonly erasure: Erasure;
  readonly guard: SessionGuard;
}

const common = { tags: ['Privacy'], security: bearer };

/** `GET /v1/account/data`, `PATCH …/profile`, `GET …/erasure`, `GET|PUT …/marketing` and `…/processing`. */
export function rightsRoutes(app: ServiceApp, deps: RightsRoutesDeps): void {
  const { personalData, profiles, erasure, guard } = deps;
  app.route({
    method: 'GET',
    url: '/v1/account/data',
    onRequest: guard,
    schema: {
      ...common,
      summary: 'Everything that is held of the person; no password and no token',
      response: { 200: PersonalData, ...problemResponses },
    },
    handler: async (request) => personalData(sessionOf(request).accountId),
  });

  app.route({
    method: 'PATCH',
    url: '/v1/account/profile',
    onRequest: guard,
    schema: {
      ...common,
      summary: 'Correct what the person says about themselves; former values are not kept',
      body: UpdateProfileRequest,
      response: { 200: Profile, ...problemResponses },
    },
    handler: async (request) => profiles.update(sessionOf(request).accountId, request.body),
  });

  app.route({
    method: 'GET',
    url: '/v1/account/erasure',
    onRequest: guard,
    schema: {
      ...common,
      summary: 'What a law makes the service keep although the account is erased, and until when',
      response: { 200: ErasurePreview, ...problemResponses },
    },
    handler: async (request) => ({ kept: erasure.preview(sessionOf(request).accountId) }),
  });

  choiceRoutes(app, deps);
}

function choiceRoutes(app: ServiceApp, { choices, guard }: RightsRoutesDeps): void {
  app.route({
    method: 'GET',
    url: '/v1/account/marketing',
    onRequest: guard,
    schema: {
      ...common,
      summary: 'Which mail the person wants',
      response: { 200: Marketing, ...problemResponses },
    },
    handler: async (request) => choices.marketing(sessionOf(request).accountId),
  });

  app.route({
    method: 'PUT',
    url: '/v1/account/marketing',
    onRequest: guard,
    schema: {
      ...common,
      summary: 'Say which mail the person wants, each for itself; none can be turned on while they object',
      body: Marketing,
      response: { 200: Marketing, ...problemResponses },
    },
    handler: async (request) => choices.setMarketing(sessionOf(request).accountId, request.body),
  });

  app.route({
    method: 'GET',
    url: '/v1/account/processing',
    onRequest: guard,
    schema: {
      ...common,
      summary: 'Which uses of their data the person has stopped',
      response: { 200: Processing, ...problemResponses },
    },
    handler: async (request) => choices.processing(sessionOf(request).accountId),
  });

  app.route({
    method: 'PUT',
    url: '/v1/account/processing',
    onRequest: guard,
    schema: {
      ...common,
      summary: 'Stop uses of the person’s data, or allow them again (GDPR Art. 18 and 21)',
      body: Processing,
      response: { 200: Processing, ...problemResponses },
    },
    handler: async (request) => choices.setProcessing(sessionOf(request).accountId, request.body),
  });
}
