import { z } from 'zod';
import { PopularList } from '../../contract/api/popular.ts';
import { problemResponses } from '../http/problem-answers.ts';
import type { ServiceApp } from '../http/service-app.ts';
import type { Popular } from './popular.ts';

/** `GET /v1/popular`: the same for everybody, so nobody is asked who they are. */
export function popularRoutes(app: ServiceApp, { popular }: { readonly popular: Popular }): void {
  app.route({
    method: 'GET',
    url: '/v1/popular',
    config: { etag: true },
    schema: {
      tags: ['Popular'],
      summary: 'Of each course how many people watched it of late and how it is rated; nothing where they are few',
      description: 'Anonymous, counted once a day. Strong ETag, answers If-None-Match with 304; gzip.',
      response: { 200: PopularList, 304: z.null(), ...problemResponses },
    },
    handler: async () => ({ courses: [...popular.courses()] }),
  });
}
