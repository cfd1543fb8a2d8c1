import { describe, expect, it } from 'vitest';
import type { AnswerHeaders } from './http-head.ts';
import { judgeAnswer, type AskedRange } from './judge-answer.ts';

const asked = { startByte: 40, sizeBytes: 100, etag: '"v1"', mediaType: 'video/mp4' };
const fromStart = { ...asked, startByte: 0 };
const part: AnswerHeaders = {
  etag: '"v1"',
  'content-range': 'bytes 40-99/100',
  'content-length': '60',
  'content-type': 'video/mp4',
};
const whole: AnswerHeaders = { etag: '"v1"', 'content-length': '100', 'content-type': 'video/mp4' };

function said(statusCode: number, headers: AnswerHeaders, question: AskedRange = asked): string {
  const verdict = judgeAnswer(question, { statusCode, headers }, 0);
  return verdict.kind === 'give-up' ? verdict.error.code : verdict.kind;
}

describe('what an answer is good for', () => {
  it.each([
    ['what was asked for', 206, part, 'go-on'],
    ['a part of unnamed type', 206, { ...part, 'content-type': undefined }, 'go-on'],
    ['a part as octets', 206, { ...part, 'content-type': 'application/octet-stream' }, 'go-on'],
    ['a part without length', 206, { ...part, 'content-length': undefined }, 'go-on'],
    ['identity said out loud', 206, { ...part, 'content-encoding': 'identity' }, 'go-on'],
    ['the whole instead', 200, whole, 'start-over'],
    ['the whole without a validator', 200, { ...whole, etag: undefined }, 'start-over'],
    ['the whole of another version', 200, { ...whole, etag: '"v2"' }, 'changed-at-service'],
    ['another version', 206, { ...part, etag: '"v2"' }, 'changed-at-service'],
    ['a weak validator', 206, { ...part, etag: 'W/"v1"' }, 'service-nonsense'],
    ['no validator', 206, { ...part, etag: undefined }, 'service-nonsense'],
    ['another range', 206, { ...part, 'content-range': 'bytes 41-99/100' }, 'service-nonsense'],
    ['a shorter range', 206, { ...part, 'content-range': 'bytes 40-98/100' }, 'service-nonsense'],
    ['another total', 206, { ...part, 'content-range': 'bytes 40-99/101' }, 'service-nonsense'],
    ['an unknown total', 206, { ...part, 'content-range': 'bytes 40-99/*' }, 'service-nonsense'],
    ['no range', 206, { ...part, 'content-range': undefined }, 'service-nonsense'],
    ['several ranges', 206, { ...part, 'content-type': 'multipart/byteranges; boundary=x' }, 'service-nonsense'],
    ['another length', 206, { ...part, 'content-length': '61' }, 'service-nonsense'],
    ['a page', 200, { ...whole, 'content-type': 'Text/HTML; charset=utf-8' }, 'service-nonsense'],
    ['a problem document', 200, { ...whole, 'content-type': 'application/problem+json' }, 'service-nonsense'],
    ['a compressed body', 200, { ...whole, 'content-encoding': 'br' }, 'service-nonsense'],
    ['a redirect', 301, { location: 'https://elsewhere.example/' }, 'service-nonsense'],
    ['not modified', 304, {}, 'service-nonsense'],
    ['no permission', 403, {}, 'not-allowed'],
    ['gone', 410, {}, 'not-found'],
    ['range not satisfiable', 416, { 'content-range': 'bytes */100' }, 'changed-at-service'],
    ['request timeout', 408, {}, 'service-failed'],
    ['bad gateway', 502, { 'content-type': 'text/html' }, 'service-failed'],
    ['a status of no class', 799, {}, 'service-nonsense'],
  ] as const)('D3: to a resume, %s', (_name, statusCode, headers, expected) => {
    expect(said(statusCode, headers)).toBe(expected);
  });

  it.each([
    ['the whole', 200, whole, 'go-on'],
    ['the whole with a weak validator of the same name', 200, { ...whole, etag: 'W/"v1"' }, 'go-on'],
    [
      'a part nobody asked for',
      206,
      { ...part, 'content-range': 'bytes 0-99/100', 'content-length': '100' },
      'service-nonsense',
    ],
    ['another length', 200, { ...whole, 'content-length': '99' }, 'service-nonsense'],
    ['another version', 200, { ...whole, etag: '"v2"' }, 'changed-at-service'],
  ] as const)('D3: to a first request, %s', (_name, statusCode, headers, expected) => {
    expect(said(statusCode, headers, fromStart)).toBe(expected);
  });

  it.each([
    ['the part', 206, { ...part, 'content-range': 'bytes 40-59/100', 'content-length': '20' }, 'go-on'],
    ['all that follows', 206, part, 'service-nonsense'],
    ['a shorter part', 206, { ...part, 'content-range': 'bytes 40-58/100' }, 'service-nonsense'],
    ['another version', 206, { ...part, etag: '"v2"', 'content-range': 'bytes 40-59/100' }, 'changed-at-service'],
    ['the whole', 200, whole, 'start-over'],
  ] as const)('D8: to a part that ends before the file does, %s', (_name, statusCode, headers, expected) => {
    expect(said(statusCode, headers, { ...asked, endByteExclusive: 60 })).toBe(expected);
  });

  it.each([
    ['a first part', 206, { ...part, 'content-range': 'bytes 0-9/100', 'content-length': '10' }, 10, 'go-on'],
    ['all as a part', 206, { ...part, 'content-range': 'bytes 0-99/100', 'content-length': '100' }, 100, 'go-on'],
    ['all as the whole', 200, whole, 100, 'go-on'],
    ['the whole instead of a first part', 200, whole, 10, 'start-over'],
  ] as const)('D8: to a part from the beginning, %s', (_name, statusCode, headers, endByteExclusive, expected) => {
    expect(said(statusCode, headers, { ...fromStart, endByteExclusive })).toBe(expected);
  });

  it('D3: text is no nonsense where text was asked for', () => {
    expect(said(200, { ...whole, 'content-type': 'text/vtt' }, { ...fromStart, mediaType: 'text/vtt' })).toBe('go-on');
  });

  it('D3: a time to wait is measured on the clock of the service', () => {
    const headers = { 'retry-after': 'Sun, 06 Nov 1994 08:49:37 GMT', date: 'Sun, 06 Nov 1994 08:49:07 GMT' };
    const verdict = judgeAnswer(asked, { statusCode: 503, headers }, Date.UTC(2030, 0, 1));
    expect(verdict).toEqual({ kind: 'give-up', error: { code: 'service-failed', retryAfterMs: 30_000 } });
  });
});
