import { z } from 'zod';
import {
  RefreshRequest,
  SessionList,
  SessionPath,
  SignInAnswer,
  SignInRequest,
  Tokens,
} from '../../contract/api/sessions.ts';
import type { Accounts } from '../accounts/accounts.ts';
import { problemResponses } from '../http/problem-answers.ts';
import type { ServiceApp } from '../http/service-app.ts';
import { bearer, sessionOf, type SessionGuard } from './session-guard.ts';
import { describeSession } from './session-store.ts';
import type { Sessions } from './sessions.ts';

export interface SessionRoutesDeps {
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  readonly guard: SessionGuard;
}

const tags = ['Sessions'];

/** `POST|GET /v1/sessions`, `POST /v1/sessions/refresh`, `DELETE /v1/sessions/{id}`. */
export function sessionRoutes(app: ServiceApp, { accounts, sessions, guard }: SessionRoutesDeps): void {
  app.route({
    method: 'POST',
    url: '/v1/sessions',
    schema: { tags, summary: 'Sign in', body: SignInRequest, response: { 201: SignInAnswer, ...problemResponses } },
    handler: async (request, reply) => {
      const { email, password, device, remember } = request.body;
      const account = await accounts.verify(email, password, request.ip);
      const tokens = sessions.begin(account.id, device, remember);
      return reply
        .code(201)
        .header('cache-control', 'no-store')
        .send({ ...tokens, account });
    },
  });

  app.route({
    method: 'POST',
    url: '/v1/sessions/refresh',
    schema: {
      tags,
      summary: 'Exchange a refresh token for new tokens; an old one used again ends the session',
      body: RefreshRequest,
      response: { 200: Tokens, ...problemResponses },
    },
    handler: async (request, reply) => reply.header('cache-control', 'no-store').send(sessions.refresh(request.body)),
  });

  app.route({
    method: 'GET',
    url: '/v1/sessions',
    onRequest: guard,
    schema: {
      tags,
      summary: 'The computers signed in',
      security: bearer,
      response: { 200: SessionList, ...problemResponses },
    },
    handler: async (request) => {
      const current = sessionOf(request);
      return { sessions: sessions.list(current.accountId).map((session) => describeSession(session, current.id)) };
    },
  });

  app.route({
    method: 'DELETE',
    url: '/v1/sessions/:id',
    onRequest: guard,
    schema: {
      tags,
      summary: 'Sign a computer out; its device secret is deleted',
      security: bearer,
      params: SessionPath,
      response: { 204: z.null(), ...problemResponses },
    },
    handler: async (request, reply) => {
      sessions.end(sessionOf(request).accountId, request.params.id);
      return reply.code(204).send(null);
    },
  });
}
