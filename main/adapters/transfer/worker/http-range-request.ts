import { fail, ok, type AppErrorCode, type Result } from '../../../../contract/result.ts';
import type { ConnectionPool } from './connection-pool.ts';
import type { BodyEnd, HttpConnection, TakePiece } from './http-connection.ts';
import type { AnswerHeaders } from './http-head.ts';
import { noteRequest } from './note-request.ts';
import type { RequestLedger } from './request-ledger.ts';

/** One GET of everything from `startByte` on, or up to, not including, `endByteExclusive`; `etag` is a strong validator with its quotes. */
export interface RangeRequest {
  readonly url: string;
  readonly startByte: number;
  readonly endByteExclusive?: number;
  readonly etag: string;
  readonly connections: ConnectionPool;
  /** Longest wait for the whole head of the answer, in milliseconds: a head that drips is no answer. */
  readonly headTimeoutMs: number;
  readonly signal: AbortSignal;
  readonly ledger?: RequestLedger | undefined;
}

/** A body that waits to be read. */
export interface RangeBody {
  /** Reads it to its end; what arrived before a break has been taken. Once. */
  receive(take: TakePiece): Promise<BodyEnd>;
  /** Breaks it off; a body that was read to its end leaves its connection to the next request. */
  readonly close: () => void;
}

/** The head of an answer, and its body. */
export interface RangeAnswer {
  readonly statusCode: number;
  readonly headers: AnswerHeaders;
  readonly body: RangeBody;
}

/**
 * Sends the request and answers as soon as the head is there. Redirects are not followed: the address
 * is signed for one file at one place. Fails with `service-unreachable`, `service-nonsense` (not HTTP), `cancelled`, or `not-sent` where the gate
 * does not let it go.
 */
export async function requestRange(request: RangeRequest): Promise<Result<RangeAnswer>> {
  if (request.signal.aborted) return fail('cancelled');
  const text = requestText(request);
  if (text === null) return fail('service-nonsense');
  if (request.ledger?.rules().isAllowed === false) {
    noteRequest(request).refused();
    return fail('not-sent');
  }
  const kept = request.connections.takeKept(request.url);
  const first = kept === null ? 'stale-connection' : await askOnce(kept, text, request);
  // A kept connection that the service had closed meanwhile says nothing about the service (RFC 9112 §9.3.1).
  if (first !== 'stale-connection') return first;
  const second = await askOnce(request.connections.open(request.url), text, request);
  return second === 'stale-connection' ? fail(codeOfBreak(request.signal)) : second;
}

async function askOnce(
  connection: HttpConnection,
  text: string,
  request: RangeRequest,
): Promise<Result<RangeAnswer> | 'stale-connection'> {
  const { headTimeoutMs, signal, connections, url } = request;
  const note = noteRequest(request, connection, text);
  const deadline = setTimeout(connection.destroy, headTimeoutMs);
  signal.addEventListener('abort', connection.destroy, { once: true });
  const leave = (): void => signal.removeEventListener('abort', connection.destroy);
  const head = await connection.ask(text);
  clearTimeout(deadline);
  if (typeof head === 'string') {
    leave();
    note.failed();
    if (head === 'broken-unheard' && !signal.aborted) return 'stale-connection';
    return fail(head === 'nonsense' ? 'service-nonsense' : codeOfBreak(signal));
  }
  let isClosed = false;
  let isBroken = false;
  return ok({
    statusCode: head.statusCode,
    headers: head.headers,
    body: {
      receive: async (take) => {
        const end = await connection.receive(take);
        isBroken = end === 'broken' && !isClosed;
        return end;
      },
      close: () => {
        if (isClosed) return;
        isClosed = true;
        leave();
        note.answered(head.statusCode, isBroken);
        if (connection.isReusable()) connections.keep(url, connection);
        else connection.destroy();
      },
    },
  });
}

/** The code for a line that broke: `cancelled` or `service-unreachable`. */
export function codeOfBreak(signal: AbortSignal): AppErrorCode {
  return signal.aborted ? 'cancelled' : 'service-unreachable';
}

/** The request as it goes over the line; null when the validator would break out of its header field. */
function requestText({ url, startByte, endByteExclusive, etag, ledger }: RangeRequest): string | null {
  if (!/^[\x21-\x7e\x80-\xff]*$/.test(etag)) return null;
  const target = new URL(url);
  const isWhole = startByte === 0 && endByteExclusive === undefined;
  const last = endByteExclusive === undefined ? '' : endByteExclusive - 1;
  const lines = [
    `GET ${target.pathname}${target.search} HTTP/1.1`,
    `Host: ${target.host}`,
    'Accept: */*',
    'Accept-Encoding: identity',
    ...(isWhole ? [] : [`Range: bytes=${startByte}-${last}`, `If-Range: ${etag}`]),
    ...(ledger?.rules().optOutSignal === true ? ['Sec-GPC: 1', 'DNT: 1'] : []),
    'Connection: keep-alive',
  ];
  return `${lines.join('\r\n')}\r\n\r\n`;
}
