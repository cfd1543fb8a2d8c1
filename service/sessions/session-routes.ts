import { z } from 'zod';
import {
  RefreshRequest,
  RenameSessionRequest,
  Session,
  SessionList,
  SessionPath,
  SignInAnswer,
  SignInRequest,
  Tokens,
} from '../../contract/api/sessions.ts';
import type { Proof } from '../accounts/proof.ts';
import { problemResponses } from '../http/problem-answers.ts';
import type { ServiceApp } from '../http/service-app.ts';
import type { Computers } from './computers.ts';
import { bearer, sessionOf, type SessionGuard } from './session-guard.ts';
import { describeSession } from './session-store.ts';
import type { Sessions } from './sessions.ts';

export interface SessionRoutesDeps {
  readonly proof: Proof;
  readonly sessions: Sessions;
  readonly computers: Computers;
  readonly guard: SessionGuard;
}

const tags = ['Sessions'];

/** `POST /v1/sessions`, `POST /v1/sessions/refresh`, and the computers signed in. */
export function sessionRoutes(app: ServiceApp, deps: SessionRoutesDeps): void {
  const { proof, sessions } = deps;
  app.route({
    method: 'POST',
    url: '/v1/sessions',
    schema: { tags, summary: 'Sign in', body: SignInRequest, response: { 201: SignInAnswer, ...problemResponses } },
    handler: async (request, reply) => {
      const { email, password, device, remember } = request.body;
      const { account } = await proof.of(email, password, request.ip);
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

  computerRoutes(app, deps);
}

/** `GET|DELETE /v1/sessions`, `PATCH|DELETE /v1/sessions/{id}`. */
function computerRoutes(app: ServiceApp, { computers, guard }: SessionRoutesDeps): void {
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
      return { sessions: computers.list(current.accountId).map((session) => describeSession(session, current.id)) };
    },
  });

  app.route({
    method: 'DELETE',
    url: '/v1/sessions',
    onRequest: guard,
    schema: {
      tags,
      summary: 'Sign every other computer out and ask each to erase what it keeps',
      security: bearer,
      response: { 204: z.null(), ...problemResponses },
    },
    handler: async (request, reply) => {
      computers.signOutOthers(sessionOf(request));
      return reply.code(204).send(null);
    },
  });

  app.route({
    method: 'PATCH',
    url: '/v1/sessions/:id',
    onRequest: guard,
    schema: {
      tags,
      summary: 'Rename a computer',
      security: bearer,
      params: SessionPath,
      body: RenameSessionRequest,
      response: { 200: Session, ...problemResponses },
    },
    handler: async (request) => {
      const current = sessionOf(request);
      const renamed = computers.rename(current.accountId, request.params.id, request.body.name);
      return describeSession(renamed, current.id);
    },
  });

  app.route({
    method: 'DELETE',
    url: '/v1/sessions/:id',
    onRequest: guard,
    schema: {
      tags,
      summary: 'Sign a computer out; another one than the caller’s is asked to erase what it keeps',
      security: bearer,
      params: SessionPath,
      response: { 204: z.null(), ...problemResponses },
    },
    handler: async (request, reply) => {
      computers.signOut(sessionOf(request), request.params.id);
      return reply.code(204).send(null);
    },
  });
}
