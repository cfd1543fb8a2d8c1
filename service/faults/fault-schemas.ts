import { z } from 'zod';
import { problemKinds } from '../../contract/api/problem.ts';

const count = z.int().min(0);

/** One way to misbehave, closed. Offsets are positions in the whole file, also when a range is answered. */
export const Fault = z.discriminatedUnion('kind', [
  /** Waits before anything is answered. */
  z.strictObject({ kind: z.literal('latency'), latencyMs: count.max(600_000) }),
  /** Answers a problem document instead. */
  z.strictObject({
    kind: z.literal('status'),
    status: z.int().min(400).max(599),
    problem: z.enum(problemKinds).optional(),
    retryAfterSeconds: count.optional(),
  }),
  /** Answers as a captive portal does: 200, `text/html`. */
  z.strictObject({ kind: z.literal('html') }),
  /** Answers a redirect. */
  z.strictObject({ kind: z.literal('redirect'), status: z.literal([301, 302, 303, 307, 308]), location: z.string() }),
  /** Sends headers and this many bytes of the body, then ends the connection. */
  z.strictObject({ kind: z.literal('cutAfterBytes'), bytes: count }),
  /** Sends headers and this many bytes of the body, then nothing more; the connection stays open. */
  z.strictObject({ kind: z.literal('stallAfterBytes'), bytes: count }),
  /** Carries the request out, then ends the connection before any byte of the answer. */
  z.strictObject({ kind: z.literal('loseAnswer') }),
  /** Sends the body this fast. */
  z.strictObject({ kind: z.literal('throttle'), bytesPerSecond: z.int().min(1) }),
  /** Flips every bit of the bytes from `offset` on. */
  z.strictObject({ kind: z.literal('wrongBytes'), offset: count, length: z.int().min(1).default(1) }),
  /** Sends the first half of a JSON answer, with a `Content-Length` that fits. */
  z.strictObject({ kind: z.literal('truncatedJson') }),
  /** Gives every value of a JSON answer another type. */
  z.strictObject({ kind: z.literal('wrongTypes') }),
  /** Answers 200 with the whole file to a `Range`. */
  z.strictObject({ kind: z.literal('ignoreRange') }),
  /** Says another `Content-Range` than the bytes it sends. */
  z.strictObject({ kind: z.literal('wrongContentRange'), shift: z.int().default(1), total: count.optional() }),
  /** The file has changed: another ETag, and an `If-Range` with the old one gets the whole file. Also changes `etag` in a JSON answer. */
  z.strictObject({ kind: z.literal('changedEtag') }),
  /** Says another `Repr-Digest`; also changes `sha256` in a JSON answer. */
  z.strictObject({ kind: z.literal('wrongDigest') }),
  /** Sends the body compressed, with `Content-Encoding: gzip`, though nobody asked. */
  z.strictObject({ kind: z.literal('gzipBody') }),
  /** Sends the body in chunks, without `Content-Length`. */
  z.strictObject({ kind: z.literal('noLength') }),
]);
export type Fault = z.infer<typeof Fault>;

/** The fault of one kind. */
export type FaultOf<K extends Fault['kind']> = Extract<Fault, { kind: K }>;

export const FaultRule = z.strictObject({
  /** Method and route pattern as the API writes it, such as `GET /v1/media/{id}`; `*` means every route. */
  route: z.string().regex(/^(?:\*|(?:GET|HEAD|POST|PATCH|DELETE|PUT) \/\S+)$/),
  /** Only addresses (path and query) with this in them, such as an asset's id. */
  pathContains: z.string().optional(),
  /** Lets this many matching requests pass first. */
  skip: count.default(0),
  /** Then misbehaves this often; null means until deleted. */
  times: z.int().min(1).nullable().default(1),
  fault: Fault,
});
/** When to misbehave and how. */
export type FaultRule = z.infer<typeof FaultRule>;

export const FaultOrder = z.strictObject({
  rules: z.array(FaultRule).max(1000).default([]),
  /** What the service's clock shows more (or, negative, less) than the real one. */
  clockOffsetMs: z.int().optional(),
});
/** Body of `POST /_faults`: rules are added to those there are; all that match a request apply, in their order. */
export type FaultOrder = z.input<typeof FaultOrder>;
