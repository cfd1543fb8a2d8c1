import * as http from 'node:http';
import * as https from 'node:https';
import { fail, ok, type AppErrorCode, type Result } from '../../../../contract/result.ts';
import { queueBody, type BodyQueue } from './body-queue.ts';

/** Kept-open connections, one pool for each scheme. */
export interface TransferAgents {
  readonly http: http.Agent;
  readonly https: https.Agent;
}

/** Makes the pools; the certificate checks of `node:https` stay as they are. */
export function createTransferAgents(): TransferAgents {
  return { http: new http.Agent({ keepAlive: true }), https: new https.Agent({ keepAlive: true }) };
}

/** One GET of everything from `startByte` on, or up to, not including, `endByteExclusive`; `etag` is a strong validator with its quotes. */
export interface RangeRequest {
  readonly url: string;
  readonly startByte: number;
  readonly endByteExclusive?: number;
  readonly etag: string;
  readonly agents: TransferAgents;
  /** Longest wait for the whole head of the answer, in milliseconds: a head that drips is no answer. */
  readonly headTimeoutMs: number;
  readonly signal: AbortSignal;
}

/** The head of an answer, and its body as it comes. */
export interface RangeAnswer {
  readonly statusCode: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: BodyQueue;
}

/**
 * Sends the request and answers as soon as the head is there. Redirects are not followed: the address
 * is signed for one file at one place. Fails with `service-unreachable`, `service-nonsense` (not HTTP) or `cancelled`.
 */
export async function requestRange(request: RangeRequest): Promise<Result<RangeAnswer>> {
  const first = await requestOnce(request);
  // A kept connection that the service had closed meanwhile says nothing about the service (RFC 9112 §9.3.1).
  return first === 'stale-connection' ? ended(await requestOnce(request)) : first;
}

function ended(answer: Result<RangeAnswer> | 'stale-connection'): Result<RangeAnswer> {
  return answer === 'stale-connection' ? fail('service-unreachable') : answer;
}

function requestOnce(request: RangeRequest): Promise<Result<RangeAnswer> | 'stale-connection'> {
  const { url, startByte, endByteExclusive, etag, agents, signal } = request;
  const target = new URL(url);
  const isSecure = target.protocol === 'https:';
  const isWhole = startByte === 0 && endByteExclusive === undefined;
  const last = endByteExclusive === undefined ? '' : endByteExclusive - 1;
  const range = isWhole ? {} : { Range: `bytes=${startByte}-${last}`, 'If-Range': etag };
  const headers = { Accept: '*/*', 'Accept-Encoding': 'identity', ...range };
  return new Promise((resolve) => {
    const options = { agent: isSecure ? agents.https : agents.http, headers, signal };
    const outgoing = isSecure ? https.get(target, options) : http.get(target, options);
    const deadline = setTimeout(() => outgoing.destroy(), request.headTimeoutMs);
    outgoing.once('response', (incoming) => {
      clearTimeout(deadline);
      resolve(ok({ statusCode: incoming.statusCode ?? 0, headers: incoming.headers, body: queueBody(incoming) }));
    });
    // Stays on: an error after the head arrives here too, and the body's reader hears of it by itself.
    outgoing.on('error', (error) => {
      clearTimeout(deadline);
      const code = codeOfRequestError(error, signal);
      const isStale = outgoing.reusedSocket && code === 'service-unreachable' && errorCode(error) === 'ECONNRESET';
      resolve(isStale ? 'stale-connection' : fail(code));
    });
  });
}

/** The code for an error of a request or of its body: `cancelled`, `service-nonsense` (no HTTP) or `service-unreachable`. */
export function codeOfRequestError(error: unknown, signal: AbortSignal): AppErrorCode {
  if (signal.aborted) return 'cancelled';
  return errorCode(error)?.startsWith('HPE_') === true ? 'service-nonsense' : 'service-unreachable';
}

function errorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
