import { z } from 'zod';
import { CatalogueDelta, CatalogueQuery } from '../../contract/api/catalogue.ts';
import { problemResponses } from '../http/problem-answers.ts';
import type { ServiceApp } from '../http/service-app.ts';
import { bearer, sessionOf, type SessionGuard } from '../sessions/session-guard.ts';
import type { Catalogue } from './catalogue.ts';

export interface CatalogueRoutesDeps {
  readonly catalogue: Catalogue;
  readonly guard: SessionGuard;
}

/** `GET /v1/catalogue?since=cursor`. */
export function catalogueRoutes(app: ServiceApp, { catalogue, guard }: CatalogueRoutesDeps): void {
  app.route({
    method: 'GET',
    url: '/v1/catalogue',
    onRequest: guard,
    config: { etag: true },
    schema: {
      tags: ['Catalogue'],
      summary: 'What changed since a cursor; the whole catalogue without one',
      description: 'Strong ETag, answers If-None-Match with 304; gzip.',
      security: bearer,
      querystring: CatalogueQuery,
      response: {
        200: CatalogueDelta,
        304: z.null(),
        ...problemResponses,
      },
    },
    handler: async (request) => catalogue.delta(sessionOf(request).accountId, request.query.since),
  });
}
