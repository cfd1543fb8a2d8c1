import { z } from 'zod';
import { SetRegionRequest } from '../../contract/api/accounts.ts';
import { problemResponses } from '../http/problem-answers.ts';
import type { ServiceApp } from '../http/service-app.ts';
import { bearer, sessionOf, type SessionGuard } from '../sessions/session-guard.ts';
import type { Accounts } from './accounts.ts';

/** `PUT /v1/account/region`. */
export function regionRoutes(
  app: ServiceApp,
  { accounts, guard }: { readonly accounts: Accounts; readonly guard: SessionGuard },
): void {
  app.route({
    method: 'PUT',
    url: '/v1/account/region',
    onRequest: guard,
    schema: {
      tags: ['Accounts'],
      summary: 'Say in which country the person is, or take it back; some courses are offered in some countries only',
      security: bearer,
      body: SetRegionRequest,
      response: { 204: z.null(), ...problemResponses },
    },
    handler: async (request, reply) => {
      accounts.setRegion(sessionOf(request).accountId, request.body.region);
      return reply.code(204).send(null);
    },
  });
}
