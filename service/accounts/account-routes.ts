import { z } from 'zod';
import {
  Account,
  CreateAccountRequest,
  DeleteAccountRequest,
  UpdateAccountRequest,
} from '../../contract/api/accounts.ts';
import { problemResponses } from '../http/problem-answers.ts';
import type { ServiceApp } from '../http/service-app.ts';
import { bearer, sessionOf, type SessionGuard } from '../sessions/session-guard.ts';
import type { Accounts } from './accounts.ts';

export interface AccountRoutesDeps {
  readonly accounts: Accounts;
  readonly guard: SessionGuard;
}

const tags = ['Accounts'];

/** `POST /v1/accounts`, `GET|PATCH|DELETE /v1/account`. */
export function accountRoutes(app: ServiceApp, { accounts, guard }: AccountRoutesDeps): void {
  app.route({
    method: 'POST',
    url: '/v1/accounts',
    schema: {
      tags,
      summary: 'Create an account; under 18 only with a guardian’s confirmation',
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
      summary: 'The signed-in person',
      security: bearer,
      response: { 200: Account, ...problemResponses },
    },
    handler: async (request) => accounts.get(sessionOf(request).accountId),
  });

  app.route({
    method: 'PATCH',
    url: '/v1/account',
    onRequest: guard,
    schema: {
      tags,
      summary: 'Correct name or e-mail; old values are not kept',
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
      summary: 'Erase the account and everything of it',
      security: bearer,
      body: DeleteAccountRequest,
      response: { 204: z.null(), ...problemResponses },
    },
    handler: async (request, reply) => {
      await accounts.erase(sessionOf(request).accountId, request.body.password, request.ip);
      return reply.code(204).send(null);
    },
  });
}
