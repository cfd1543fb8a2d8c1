import { z } from 'zod';
import { ConsentRecord } from '../../contract/api/policies.ts';
import { problemResponses } from '../http/problem-answers.ts';
import type { ServiceApp } from '../http/service-app.ts';
import { bearer, sessionOf, type SessionGuard } from '../sessions/session-guard.ts';
import type { Consents } from './consents.ts';

export interface ConsentRoutesDeps {
  readonly consents: Consents;
  readonly guard: SessionGuard;
}

/** `POST /v1/consents`. */
export function consentRoutes(app: ServiceApp, { consents, guard }: ConsentRoutesDeps): void {
  app.route({
    method: 'POST',
    url: '/v1/consents',
    onRequest: guard,
    schema: {
      tags: ['Privacy'],
      summary: 'Tell what the person decided about the categories; told twice it is kept once',
      security: bearer,
      body: ConsentRecord,
      response: { 204: z.null(), ...problemResponses },
    },
    handler: async (request, reply) => {
      consents.add(sessionOf(request).accountId, request.body);
      return reply.code(204).send(null);
    },
  });
}
