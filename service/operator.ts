import { z } from 'zod';
import { PolicyVersion } from '../contract/api/policies.ts';
import { requestStates } from '../contract/api/personal-data.ts';
import { ServiceProblem } from './http/problems.ts';
import type { ServiceApp } from './http/service-app.ts';
import type { NewPolicy } from './privacy/policies.ts';
import type { RequestStep } from './privacy/privacy-requests.ts';
import type { ServiceParts } from './routes.ts';

/** What the people who run the service do themselves; nothing of it is in the API. */
export interface Operator {
  /** Publishes another version of the privacy policy. */
  publishPolicy(policy: NewPolicy): void;
  /** The account turned out to be of somebody under 18 without a guardian. False when nobody has this e-mail. */
  findMinor(email: string): boolean;
  /** Goes on with a request about somebody's data. */
  answerRequest(step: RequestStep): void;
}

/** The operator's side of the parts. */
export function createOperator({ policies, erasure, requests }: ServiceParts): Operator {
  return { publishPolicy: policies.publish, findMinor: erasure.findMinor, answerRequest: requests.answer };
}

const Order = z.discriminatedUnion('kind', [
  PolicyVersion.pick({ version: true, publishedOn: true, inForceFrom: true, changes: true })
    .partial({ publishedOn: true, inForceFrom: true, changes: true })
    .extend({ kind: z.literal('publish-policy'), change: z.enum(['major', 'minor']) }),
  z.object({ kind: z.literal('find-minor'), email: z.string() }),
  z.object({
    kind: z.literal('answer-request'),
    id: z.uuid(),
    state: z.enum(requestStates).exclude(['received']),
    note: z.string().max(2000).optional(),
  }),
]);

/** `POST /_operator`: the same for tests that run the service in a process of its own. Only beside `/_faults`. */
export function operatorRoutes(app: ServiceApp, operator: Operator): void {
  app.post('/_operator', { schema: { body: Order, response: { 204: z.null() } } }, async ({ body }, reply) => {
    if (!carriedOut(operator, body)) throw new ServiceProblem('not-found');
    return reply.code(204).send(null);
  });
}

function carriedOut(operator: Operator, order: z.infer<typeof Order>): boolean {
  switch (order.kind) {
    case 'publish-policy':
      operator.publishPolicy(withoutUndefined(order));
      return true;
    case 'find-minor':
      return operator.findMinor(order.email);
    case 'answer-request':
      operator.answerRequest(withoutUndefined(order));
      return true;
  }
}

function withoutUndefined<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const said = Object.entries(value).filter(([, each]) => each !== undefined);
  return Object.fromEntries(said) as { [K in keyof T]: Exclude<T[K], undefined> };
}
