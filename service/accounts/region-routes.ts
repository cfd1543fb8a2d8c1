import { z } from 'zod';
import { RegionList, SetRegionRequest } from '../../contract/api/accounts.ts';
import { problemResponses } from '../http/problem-answers.ts';
import type { ServiceApp } from '../http/service-app.ts';
import { bearer, sessionOf, type SessionGuard } from '../sessions/session-guard.ts';
import { ServiceProblem } from '../http/problems.ts';
import type { Accounts } from './accounts.ts';
import { countries } from './countries.ts';

/** `GET /v1/regions` and `PUT /v1/account/region`. */
export function regionRoutes(
  app: ServiceApp,
  { accounts, guard }: { readonly accounts: Accounts; readonly guard: SessionGuard },
): void {
  app.route({
    method: 'GET',
    url: '/v1/regions',
    config: { etag: true },
    schema: {
      tags: ['Accounts'],
      summary: 'The countries a person may say they are in',
      response: { 200: RegionList, 304: z.null(), ...problemResponses },
    },
    handler: async () => ({ regions: [...countries] }),
  });

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
      const { region } = request.body;
      if (region !== null && !countries.includes(region)) throw new ServiceProblem('bad-request');
      accounts.setRegion(sessionOf(request).accountId, region);
      return reply.code(204).send(null);
    },
  });
}
