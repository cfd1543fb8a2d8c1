import { z } from 'zod';
import { UsageReport } from '../../contract/api/usage.ts';
import { problemResponses } from '../http/problem-answers.ts';
import type { ServiceApp } from '../http/service-app.ts';
import type { UsageSums } from './usage-sums.ts';

/** `POST /v1/usage`: nobody says who they are. */
export function usageRoutes(app: ServiceApp, { usage }: { readonly usage: UsageSums }): void {
  app.route({
    method: 'POST',
    url: '/v1/usage',
    schema: {
      tags: ['Privacy'],
      summary: 'Counters of a day without a name; only sums are kept',
      body: UsageReport,
      response: { 204: z.null(), ...problemResponses },
    },
    handler: async (request, reply) => {
      usage.add(request.body);
      return reply.code(204).send(null);
    },
  });
}
