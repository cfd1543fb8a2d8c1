import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { AssetLocation } from '../../../contract/api/assets.ts';
import { CatalogueDelta } from '../../../contract/api/catalogue.ts';
import { KeySet } from '../../../contract/api/licences.ts';
import { SessionList, SignInAnswer, Tokens } from '../../../contract/api/sessions.ts';
import { done, fail, ok } from '../../../contract/result.ts';
import type { Result } from '../../../contract/result.ts';
import type { ServiceApi } from '../../ports.ts';
import type { Fetch } from './fetch.ts';
import { errorOfAnswer, retryAfterMs } from './problem-codes.ts';
import { readAtMost } from './read-at-most.ts';
import { streamAsset } from './stream-asset.ts';

/** What the adapter needs: where the service is, and a way to reach it. */
export interface HttpServiceApiDeps {
  /** Scheme, host and port, without a path; null when there is no service to speak to. */
  readonly origin: () => Promise<string | null>;
  readonly fetch: Fetch;
  readonly timeoutMs?: number;
}

interface Call {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly token?: string;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

const maxAnswerBytes = 64 * 1024 * 1024;
const strictUtf8 = new TextDecoder('utf-8', { fatal: true });
const maxSmallAssetBytes = 32 * 1024 * 1024;

/** Fills the `ServiceApi` port over HTTP; every answer is parsed by the schema that made it. */
export function createHttpServiceApi(deps: HttpServiceApiDeps): ServiceApi {
  const timeoutMs = deps.timeoutMs ?? 15_000;

  async function send(call: Call): Promise<Result<Response>> {
    const headers: Record<string, string> = { accept: 'application/json', ...call.headers };
    if (call.token !== undefined) headers['authorization'] = `Bearer ${call.token}`;
    if (call.body !== undefined) headers['content-type'] = 'application/json';
    const origin = await deps.origin();
    if (origin === null) return fail('service-unreachable');
    try {
      const answer = await deps.fetch(new URL(call.path, origin).href, {
        method: call.method,
        headers,
        signal: AbortSignal.timeout(timeoutMs),
        redirect: 'error',
        credentials: 'omit',
        cache: 'no-store',
        ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
      });
      if (answer.ok || answer.status === 304) return ok(answer);
      const body = await jsonOf(answer);
      const waitMs = retryAfterMs(answer.headers.get('retry-after'), Date.now());
      return errorOfAnswer(answer.status, body.ok ? body.value : null, waitMs);
    } catch (error) {
      return fail(reasonOf(error));
    }
  }

  async function receive<S extends z.ZodType>(schema: S, call: Call): Promise<Result<z.infer<S>>> {
    const sent = await send(call);
    return sent.ok ? parsed(schema, sent.value) : sent;
  }

  return {
    signIn: (body) => receive(SignInAnswer, { method: 'POST', path: '/v1/sessions', body }),
    refresh: (body) => receive(Tokens, { method: 'POST', path: '/v1/sessions/refresh', body }),
    async endSession(sessionId, token) {
      const sent = await send({ method: 'DELETE', path: `/v1/sessions/${sessionId}`, token });
      return sent.ok ? done : sent;
    },
    async endOtherSessions(token) {
      const sent = await send({ method: 'DELETE', path: '/v1/sessions', token });
      return sent.ok ? done : sent;
    },
    sessions: (token) => receive(SessionList, { method: 'GET', path: '/v1/sessions', token }),
    async renameSession(sessionId, name, token) {
      const sent = await send({ method: 'PATCH', path: `/v1/sessions/${sessionId}`, token, body: { name } });
      return sent.ok ? done : sent;
    },
    async catalogue(known, token) {
      const query = known.cursor === null ? '' : `?since=${known.cursor}`;
      const headers: Record<string, string> = known.etag === null ? {} : { 'if-none-match': known.etag };
      const sent = await send({ method: 'GET', path: `/v1/catalogue${query}`, token, headers });
      if (!sent.ok) return sent;
      if (sent.value.status === 304) return ok('unchanged');
      const delta = await parsed(CatalogueDelta, sent.value);
      return delta.ok ? ok({ delta: delta.value, etag: sent.value.headers.get('etag') }) : delta;
    },
    async locateAsset(assetId, token) {
      const location = await receive(AssetLocation, { method: 'GET', path: `/v1/assets/${assetId}`, token });
      if (!location.ok) return location;
      // A signed address elsewhere would send what the person watches to a stranger.
      const origin = await deps.origin();
      const sameOrigin = origin !== null && new URL(location.value.url).origin === new URL(origin).origin;
      return sameOrigin && location.value.id === assetId ? location : fail('service-nonsense');
    },
    async fetchAsset(location) {
      if (location.sizeBytes > maxSmallAssetBytes) return fail('service-nonsense');
      const range = { start: 0, endExclusive: location.sizeBytes };
      const body = await streamAsset(deps.fetch, location, range, AbortSignal.timeout(timeoutMs * 4));
      if (!body.ok) return body;
      const bytes = await readAtMost(body.value, location.sizeBytes);
      if (bytes === null) return fail('service-unreachable');
      return createHash('sha256').update(bytes).digest('hex') === location.sha256 ? ok(bytes) : fail('digest-mismatch');
    },
    streamAsset: (location, range, signal) => streamAsset(deps.fetch, location, range, signal),
    async probe() {
      const answer = await receive(KeySet, { method: 'GET', path: '/v1/keys' });
      return answer.ok ? done : answer;
    },
  };
}

async function jsonOf(answer: Response): Promise<Result<unknown>> {
  let bytes: Uint8Array | null;
  try {
    bytes = answer.body === null ? new Uint8Array() : await readAtMost(answer.body, maxAnswerBytes, 'shorter-is-fine');
  } catch (error) {
    return fail(reasonOf(error));
  }
  try {
    return bytes === null ? fail('service-nonsense') : ok(JSON.parse(strictUtf8.decode(bytes)) as unknown);
  } catch {
    return fail('service-nonsense');
  }
}

async function parsed<S extends z.ZodType>(schema: S, answer: Response): Promise<Result<z.infer<S>>> {
  if (!/^application\/(?:[\w.-]+\+)?json\b/i.test(answer.headers.get('content-type') ?? ''))
    return fail('service-nonsense');
  const body = await jsonOf(answer);
  if (!body.ok) return body;
  const value = schema.safeParse(body.value);
  return value.success ? ok(value.data) : fail('service-nonsense');
}

/** A failure to get any answer: a refused redirect is an answer, all else is no network. */
function reasonOf(error: unknown): 'service-unreachable' | 'service-nonsense' {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : '';
  const text = error instanceof Error ? `${error.message} ${cause}` : '';
  return /redirect|ERR_INVALID_RESPONSE|ERR_CONTENT_DECODING|HPE_/i.test(text)
    ? 'service-nonsense'
    : 'service-unreachable';
}
