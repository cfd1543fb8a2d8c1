import { z } from 'zod';
import { Account, ChangeEmailRequest, ChangePasswordRequest } from '../../contract/api/accounts.ts';
import { problemResponses } from '../http/problem-answers.ts';
import type { ServiceApp } from '../http/service-app.ts';
import { bearer, sessionOf, type SessionGuard } from '../sessions/session-guard.ts';
import type { Credentials } from './credentials.ts';

export interface CredentialRoutesDeps {
  readonly credentials: Credentials;
  readonly guard: SessionGuard;
}

const tags = ['Accounts'];

/** `PUT /v1/account/email`, `POST /v1/account/password`. */
export function credentialRoutes(app: ServiceApp, { credentials, guard }: CredentialRoutesDeps): void {
  app.route({
    method: 'PUT',
    url: '/v1/account/email',
    onRequest: guard,
    schema: {
      tags,
      summary: 'Sign in with another e-mail from now on; needs the password, and the old one is not kept',
      security: bearer,
      body: ChangeEmailRequest,
      response: { 200: Account, ...problemResponses },
    },
    handler: async (request) => credentials.changeEmail(sessionOf(request), request.body, request.ip),
  });

  app.route({
    method: 'POST',
    url: '/v1/account/password',
    onRequest: guard,
    schema: {
      tags,
      summary: 'Change the password; every other session of the account ends, what those computers keep stays',
      security: bearer,
      body: ChangePasswordRequest,
      response: { 204: z.null(), ...problemResponses },
    },
    handler: async (request, reply) => {
      await credentials.changePassword(sessionOf(request), request.body, request.ip);
      return reply.code(204).send(null);
    },
  });
}
