import { z } from 'zod';

/** The kinds of problem the service names; the last part of `type` (RFC 9457 §3.1.1). */
export const problemKinds = [
  'wrong-credentials',
  'too-many-attempts',
  'session-ended',
  'erase-requested',
  'account-erased',
  'minor-eliminated',
  'token-expired',
  'refresh-token-reused',
  'url-expired',
  'not-found',
  'not-allowed',
  'restricted',
  'bad-request',
  'range-not-satisfiable',
  'email-taken',
  'guardian-required',
  'terms-outdated',
  'region-unavailable',
  'unavailable',
  'unexpected',
] as const;
export type ProblemKind = (typeof problemKinds)[number];

/** The prefix of every `type` URI of the service's problem documents. */
export const problemTypePrefix = 'urn:lectoroom:problem:';

export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
});
/** An error answer of the service (RFC 9457 problem document). */
export type Problem = z.infer<typeof Problem>;
