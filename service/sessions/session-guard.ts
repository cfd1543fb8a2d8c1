import type { FastifyReply, FastifyRequest } from 'fastify';
import { ServiceProblem } from '../http/problems.ts';
import { missingCookies } from '../privacy/set-cookies.ts';
import type { ServiceApp } from '../http/service-app.ts';
import type { StoredSession } from './session-store.ts';
import type { Sessions } from './sessions.ts';

/** A route's `onRequest` hook: without a valid bearer token (RFC 6750) the body is not even read. */
export type SessionGuard = (request: FastifyRequest, reply: FastifyReply) => Promise<void>;

/** The route needs a bearer token; for OpenAPI. */
export const bearer = [{ bearer: [] }];

const decoration = 'session';

/** Makes the guard; answers that need a token are not cached by anyone in between, and offer the cookies of the registry. */
export function createSessionGuard(app: ServiceApp, sessions: Sessions): SessionGuard {
  app.decorateRequest(decoration, null);
  return async (request, reply) => {
    void reply.header('cache-control', 'private, no-cache');
    const token = /^Bearer ([A-Za-z0-9_-]{20,4096})$/i.exec(request.headers.authorization ?? '')?.[1];
    if (token === undefined) throw new ServiceProblem('not-allowed', { status: 401 });
    request.setDecorator<StoredSession>(decoration, sessions.authenticate(token));
    const cookies = missingCookies(request.headers.cookie);
    if (cookies.length > 0) void reply.header('set-cookie', cookies);
  };
}

/** The session of a guarded request. */
export function sessionOf(request: FastifyRequest): StoredSession {
  return request.getDecorator<StoredSession>(decoration);
}
