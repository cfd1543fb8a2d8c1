import type { z } from 'zod';
import type { Purpose } from '../../../contract/domain/privacy.ts';
import { done, fail, ok } from '../../../contract/result.ts';
import type { Result } from '../../../contract/result.ts';
import { NotSentError, type Fetch } from './fetch.ts';
import { errorOfAnswer, retryAfterMs } from './problem-codes.ts';
import { readAtMost } from './read-at-most.ts';

/** What calling the service needs: where it is, and a way to reach it. */
export interface HttpCallerDeps {
  /** Scheme, host and port, without a path; null when there is no service to speak to. */
  readonly origin: () => Promise<string | null>;
  readonly fetch: Fetch;
  readonly timeoutMs: number;
}

/** One request to the service. */
export interface Call {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  /** Why: what the gate judges it by, and the network ledger shows. */
  readonly purpose: Purpose;
  readonly token?: string;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

/** Asks the service; answers that are not a success are errors of the closed list. */
export interface HttpCaller {
  /** The answer as it came: a success or 304. */
  send(call: Call): Promise<Result<Response>>;
  /** The answer's JSON, checked against the schema that made it. */
  receive<S extends z.ZodType>(schema: S, call: Call): Promise<Result<z.infer<S>>>;
  /** Only whether it was done. */
  command(call: Call): Promise<Result<null>>;
}

const maxAnswerBytes = 64 * 1024 * 1024;
const strictUtf8 = new TextDecoder('utf-8', { fatal: true });

/** Calls the service over HTTP; follows no redirect. */
export function createHttpCaller(deps: HttpCallerDeps): HttpCaller {
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
        signal: AbortSignal.timeout(deps.timeoutMs),
        redirect: 'error',
        // Cookies tell who somebody is: they go where the token says it anyway, never with what is asked for without a name.
        credentials: call.token === undefined ? 'omit' : 'include',
        cache: 'no-store',
        ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
        purpose: call.purpose,
      });
      if (answer.ok || answer.status === 304) return ok(answer);
      const body = await jsonOf(answer);
      const waitMs = retryAfterMs(answer.headers.get('retry-after'), Date.now());
      return errorOfAnswer(answer.status, body.ok ? body.value : null, waitMs);
    } catch (error) {
      return fail(reasonOf(error));
    }
  }

  return {
    send,
    async receive(schema, call) {
      const sent = await send(call);
      return sent.ok ? parsed(schema, sent.value) : sent;
    },
    async command(call) {
      const sent = await send(call);
      if (!sent.ok) return sent;
      // A hotel's login page says 200 to everything: nothing was done then.
      const isDone = sent.value.status === 204 || isJson(sent.value);
      await letGo(sent.value);
      return isDone ? done : fail('service-nonsense');
    },
  };
}

/** The bytes of a successful answer that says it is JSON; `service-nonsense` when it is something else or too long. */
export async function jsonBytesOf(answer: Response): Promise<Result<Uint8Array>> {
  if (isJson(answer)) return bytesOf(answer);
  await letGo(answer);
  return fail('service-nonsense');
}

/** The JSON of a successful answer, checked; `service-nonsense` when it is something else. */
export async function parsed<S extends z.ZodType>(schema: S, answer: Response): Promise<Result<z.infer<S>>> {
  const bytes = await jsonBytesOf(answer);
  const body = bytes.ok ? parsedText(bytes.value) : bytes;
  if (!body.ok) return body;
  const value = schema.safeParse(body.value);
  return value.success ? ok(value.data) : fail('service-nonsense');
}

function isJson(answer: Response): boolean {
  return /^application\/(?:[\w.-]+\+)?json\b/i.test(answer.headers.get('content-type') ?? '');
}

async function bytesOf(answer: Response): Promise<Result<Uint8Array>> {
  try {
    if (answer.body === null) return ok(new Uint8Array());
    const bytes = await readAtMost(answer.body, maxAnswerBytes, 'shorter-is-fine');
    return bytes === null ? fail('service-nonsense') : ok(bytes);
  } catch (error) {
    return fail(reasonOf(error));
  }
}

async function jsonOf(answer: Response): Promise<Result<unknown>> {
  const bytes = await bytesOf(answer);
  return bytes.ok ? parsedText(bytes.value) : bytes;
}

/** A body that nobody reads is called off: it would hold its connection, and the gate would wait for its end. */
async function letGo(answer: Response): Promise<void> {
  await answer.body?.cancel().catch(() => undefined);
}

function parsedText(bytes: Uint8Array): Result<unknown> {
  try {
    return ok(JSON.parse(strictUtf8.decode(bytes)) as unknown);
  } catch {
    return fail('service-nonsense');
  }
}

/** A failure to get any answer: a refused redirect is an answer, what the gate refused says nothing of the service, all else is no network. */
function reasonOf(error: unknown): 'service-unreachable' | 'service-nonsense' | 'not-sent' {
  if (error instanceof NotSentError) return 'not-sent';
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : '';
  const text = error instanceof Error ? `${error.message} ${cause}` : '';
  return /redirect|ERR_INVALID_RESPONSE|ERR_CONTENT_DECODING|HPE_/i.test(text)
    ? 'service-nonsense'
    : 'service-unreachable';
}
