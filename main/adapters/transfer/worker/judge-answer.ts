import type { AppError } from '../../../../contract/result.ts';
import { parseContentRange } from './content-range.ts';
import type { AnswerHeaders } from './http-head.ts';
import { parseHttpDate, parseRetryAfter } from './retry-after.ts';

/** What was asked for: everything from `startByte` on, or up to, not including, `endByteExclusive`, of a file with this length, type and strong ETag. */
export interface AskedRange {
  readonly startByte: number;
  readonly endByteExclusive?: number;
  readonly sizeBytes: number;
  readonly etag: string;
  readonly mediaType: string;
}

/** What came back, without its body. */
export interface AnswerHead {
  readonly statusCode: number;
  readonly headers: AnswerHeaders;
}

/** What to do with an answer: take its body from where it was asked, take it from byte 0, or give up. */
export type Verdict =
  { readonly kind: 'go-on' } | { readonly kind: 'start-over' } | { readonly kind: 'give-up'; readonly error: AppError };

const goOn: Verdict = { kind: 'go-on' };
const nonsense: Verdict = { kind: 'give-up', error: { code: 'service-nonsense' } };
const changed: Verdict = { kind: 'give-up', error: { code: 'changed-at-service' } };

/**
 * Decides over an answer to a range request (RFC 9110 §13.1.5, §14, §15.3.7): a 206 must be exactly what was asked for; a 200
 * to a resume means from the beginning; everything that is not this file is refused before one byte is kept.
 */
export function judgeAnswer(asked: AskedRange, answer: AnswerHead, nowMs: number): Verdict {
  const { statusCode, headers } = answer;
  switch (statusCode) {
    case 200:
      return judgeWhole(asked, headers);
    case 206:
      return judgePart(asked, headers);
    case 401:
    case 403:
      return { kind: 'give-up', error: { code: 'not-allowed' } };
    case 404:
    case 410:
      return { kind: 'give-up', error: { code: 'not-found' } };
    case 416:
      // Nothing is asked for when everything is here, so the file at the service is shorter than it was.
      return changed;
    default:
      return isPassing(statusCode) ? giveUpForNow(headers, nowMs) : nonsense;
  }
}

function judgeWhole(asked: AskedRange, headers: AnswerHeaders): Verdict {
  if (headers['etag'] !== undefined && strength(headers['etag']).opaque !== asked.etag) return changed;
  if (!isThisMedia(asked, headers, asked.sizeBytes)) return nonsense;
  const isWhole = asked.startByte === 0 && (asked.endByteExclusive ?? asked.sizeBytes) === asked.sizeBytes;
  return isWhole ? goOn : { kind: 'start-over' };
}

function judgePart(asked: AskedRange, headers: AnswerHeaders): Verdict {
  const isUnasked = asked.startByte === 0 && asked.endByteExclusive === undefined;
  if (isUnasked || headers['etag'] === undefined) return nonsense;
  const etag = strength(headers['etag']);
  if (etag.opaque !== asked.etag) return changed;
  if (etag.isWeak) return nonsense;
  const range = parseContentRange(headers['content-range']);
  if (range?.kind !== 'range') return nonsense;
  const endByteExclusive = asked.endByteExclusive ?? asked.sizeBytes;
  const isExact =
    range.startByte === asked.startByte &&
    range.endByte === endByteExclusive - 1 &&
    range.sizeBytes === asked.sizeBytes;
  return isExact && isThisMedia(asked, headers, endByteExclusive - asked.startByte) ? goOn : nonsense;
}

/** Content-Encoding, Content-Type and Content-Length: a captive portal's page and a compressed body are not the file. */
function isThisMedia(asked: AskedRange, headers: AnswerHeaders, bodySizeBytes: number): boolean {
  const encoding = headers['content-encoding'];
  if (encoding !== undefined && encoding.trim().toLowerCase() !== 'identity') return false;
  const length = headers['content-length'];
  if (length !== undefined && Number(length) !== bodySizeBytes) return false;
  const type = essence(headers['content-type'] ?? asked.mediaType);
  return type === essence(asked.mediaType) || !isForReading(type);
}

/** Types of pages and messages. Others pass, because many servers know media only as octets; the digest has the last word. */
function isForReading(type: string): boolean {
  return /^(?:text|multipart|message)\/|^application\/(?:json|xml|.+\+(?:json|xml))$/.test(type);
}

function essence(contentType: string): string {
  return (contentType.split(';', 1)[0] ?? '').trim().toLowerCase();
}

function strength(etag: string): { readonly opaque: string; readonly isWeak: boolean } {
  const isWeak = etag.startsWith('W/');
  return { opaque: isWeak ? etag.slice(2) : etag, isWeak };
}

/** Request timeout, too early, too many requests, and every failure of the server's own: they pass. */
function isPassing(statusCode: number): boolean {
  return statusCode === 408 || statusCode === 425 || statusCode === 429 || (statusCode >= 500 && statusCode <= 599);
}

function giveUpForNow(headers: AnswerHeaders, nowMs: number): Verdict {
  const retryAfterMs = parseRetryAfter(headers['retry-after'], parseHttpDate(headers['date']) ?? nowMs);
  const code = 'service-failed';
  return { kind: 'give-up', error: retryAfterMs === undefined ? { code } : { code, retryAfterMs } };
}
