import {
  Account,
  AccountRecord,
  CreateAccountRequest,
  DeleteAccountRequest,
  Terms,
  UpdateAccountRequest,
} from '../../contract/api/accounts.ts';
import { ErasureReceipt } from '../../contract/api/personal-data.ts';
import { problemResponses } from '../http/problem-answers.ts';
import type { ServiceApp } from '../http/service-app.ts';
import type { Erasure } from '../privacy/erasure.ts';
import { bearer, sessionOf, type SessionGuard } from '../sessions/session-guard.ts';
import type { Accounts } from './accounts.ts';
import { termsInForce } from './terms.ts';

export interface AccountRoutesDeps {
  readonly accounts: Accounts;
  readonly erasure: Erasure;
  readonly guard: SessionGuard;
}

const tags = ['Accounts'];

/** `GET /v1/terms`, `POST /v1/accounts`, `GET|PATCH|DELETE /v1/account`. */
export function accountRoutes(app: ServiceApp, { accounts, erasure, guard }: AccountRoutesDeps): void {
  app.route({
    method: 'GET',
    url: '/v1/terms',
    schema: { tags, summary: 'The Terms in force', response: { 200: Terms, ...problemResponses } },
    handler: async () => termsInForce,
  });

  app.route({
    method: 'POST',
    url: '/v1/accounts',
    schema: {
      tags,
      summary: 'Create an account; under 18 only with a guardian’s confirmation, and only on the Terms in force',
      body: CreateAccountRequest,
      response: { 201: Account, ...problemResponses },
    },
    handler: async (request, reply) => reply.code(201).send(await accounts.create(request.body, request.ip)),
  });

  app.route({
    method: 'GET',
    url: '/v1/account',
    onRequest: guard,
    schema: {
      tags,
      summary: 'What is kept of the signed-in person',
      security: bearer,
      response: { 200: AccountRecord, ...problemResponses },
    },
    handler: async (request) => accounts.get(sessionOf(request).accountId),
  });

  app.route({
    method: 'PATCH',
    url: '/v1/account',
    onRequest: guard,
    schema: {
      tags,
      summary: 'Correct the name; the old one is not kept',
      security: bearer,
      body: UpdateAccountRequest,
      response: { 200: Account, ...problemResponses },
    },
    handler: async (request) => accounts.update(sessionOf(request).accountId, request.body),
  });

  app.route({
    method: 'DELETE',
    url: '/v1/account',
    onRequest: guard,
    schema: {
      tags,
      summary:
        'Erase the account and everything of it but what a law keeps; its other computers are asked to erase, too',
      security: bearer,
      body: DeleteAccountRequest,
      response: { 200: ErasureReceipt, ...problemResponses },
    },
    handler: async (request) => erasure.erase(sessionOf(request), request.body.password, request.ip),
  });
}
