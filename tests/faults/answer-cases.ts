import { sizeBytes as whole } from '../support/fault-scene.ts';
import { headers, ignoreRange, rubbish, status, toleratedHeaders } from '../support/faults.ts';
import { held, resume } from './network-case.ts';
import type { NetworkCase } from './network-case.ts';

const page = '<!doctype html><title>Welcome to the hotel</title>';

/** A part of the file that is not the part that was asked for. */
export const ranges: readonly NetworkCase[] = [
  ...(
    [
      ['one byte further', `bytes ${held + 1}-${whole - 1}/${whole}`],
      ['one byte before', `bytes ${held - 1}-${whole - 1}/${whole}`],
      ['ending a byte early', `bytes ${held}-${whole - 2}/${whole}`],
      ['of another total', `bytes ${held}-${whole - 1}/${whole + 1}`],
      ['of an unknown total', `bytes ${held}-${whole - 1}/*`],
      ['that is none', `bytes */${whole}`],
      ['in another unit', `segments 2-5/6`],
      ['left out', null],
    ] as const
  ).map(([name, value]): NetworkCase => ({
    title: `a 206 with a Content-Range ${name}`,
    ...resume,
    fault: headers({ 'Content-Range': value }),
    code: 'service-nonsense',
  })),
  {
    title: 'a 206 in several parts',
    ...resume,
    fault: headers({ 'Content-Range': null, 'Content-Type': 'multipart/byteranges; boundary=x' }),
    code: 'service-nonsense',
  },
  {
    title: 'a 206 to a request for the whole',
    fault: headers({ 'Content-Range': `bytes 0-${whole - 1}/${whole}` }, 206),
    code: 'service-nonsense',
    holds: 0,
  },
  {
    title: 'a 200 to a request for the rest, whose bytes are the rest',
    ...resume,
    fault: headers({}, 200),
    code: 'service-nonsense',
  },
];

/** Another file, another coding, another speaker. */
export const identities: readonly NetworkCase[] = [
  {
    title: 'gzip though nobody asked',
    fault: headers({ 'Content-Encoding': 'gzip' }),
    code: 'service-nonsense',
    holds: 0,
  },
  { title: 'gzip at a resume', ...resume, fault: headers({ 'Content-Encoding': 'gzip' }), code: 'service-nonsense' },
  {
    title: 'another ETag than the address named',
    fault: headers({ ETag: '"v2"' }),
    code: 'changed-at-service',
    holds: 0,
  },
  { title: 'another ETag between two ranges', ...resume, fault: headers({ ETag: '"v2"' }), code: 'changed-at-service' },
  {
    title: 'another ETag and the whole file at a resume',
    ...resume,
    fault: headers({ ETag: '"v2"', 'Content-Range': null, 'Content-Length': String(whole) }, 200),
    code: 'changed-at-service',
  },
  { title: 'a weak ETag at the first request', fault: toleratedHeaders({ ETag: 'W/"v1"' }), code: 'ok' },
  { title: 'a weak ETag at a resume', ...resume, fault: headers({ ETag: 'W/"v1"' }), code: 'service-nonsense' },
  { title: 'no ETag at the first request', fault: toleratedHeaders({ ETag: null }), code: 'ok' },
  { title: 'no ETag at a resume', ...resume, fault: headers({ ETag: null }), code: 'service-nonsense' },
  {
    title: 'a captive portal',
    fault: status(200, { 'Content-Type': 'text/html' }, page),
    code: 'service-nonsense',
    holds: 0,
  },
  {
    title: 'a captive portal at a resume',
    ...resume,
    fault: status(200, { 'Content-Type': 'text/html' }, page),
    code: 'service-nonsense',
  },
  {
    title: 'a captive portal that calls itself a film',
    fault: status(200, { 'Content-Type': 'video/mp4' }, page),
    code: 'service-nonsense',
    holds: 0,
  },
  { title: 'an empty 200 with its length', fault: status(200), code: 'service-nonsense', holds: 0 },
  {
    title: 'an empty 200 without a length',
    fault: rubbish('HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n'),
    code: 'service-unreachable',
    holds: 0,
  },
  {
    title: 'something that is not HTTP',
    fault: rubbish('SSH-2.0-OpenSSH_9.2\r\n\r\n'),
    code: 'service-nonsense',
    holds: 0,
  },
  {
    title: 'bytes without a meaning',
    fault: rubbish('\u0000\u0001\u00ff'.repeat(500)),
    code: 'service-nonsense',
    holds: 0,
  },
  {
    title: 'a head of a hundred thousand bytes',
    fault: headers({ 'X-Long': 'x'.repeat(100_000) }),
    code: 'service-nonsense',
    holds: 0,
  },
  {
    title: 'hints before the answer',
    fault: async (exchange) => {
      exchange.raw('HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n');
      exchange.head();
      await exchange.body(exchange.rest);
    },
    code: 'ok',
  },
];

/** Refusals, redirects, and requests to wait. */
export const statuses: readonly NetworkCase[] = [
  ...(
    [
      [401, 'not-allowed'],
      [403, 'not-allowed'],
      [404, 'not-found'],
      [410, 'not-found'],
      [416, 'changed-at-service'],
      [418, 'service-nonsense'],
      [429, 'service-failed'],
      [500, 'service-failed'],
      [502, 'service-failed'],
      [503, 'service-failed'],
      [504, 'service-failed'],
    ] as const
  ).flatMap(([code, result]): NetworkCase[] => [
    { title: `${code} at the first request`, fault: status(code), code: result, holds: 0 },
    { title: `${code} at a resume`, ...resume, fault: status(code), code: result },
  ]),
  {
    title: '429 with Retry-After in seconds',
    fault: status(429, { 'Retry-After': '7' }),
    code: 'service-failed',
    retryAfterMs: 7000,
  },
  {
    title: '503 with Retry-After as a date',
    fault: status(503, { 'Retry-After': 'Fri, 01 Jan 2038 00:00:30 GMT', Date: 'Fri, 01 Jan 2038 00:00:00 GMT' }),
    code: 'service-failed',
    retryAfterMs: 30_000,
  },
  {
    title: '429 with a Retry-After that means nothing',
    fault: status(429, { 'Retry-After': 'soon; -3' }),
    code: 'service-failed',
  },
  {
    title: '503 with a Retry-After of a thousand years',
    fault: status(503, { 'Retry-After': '99999999999' }),
    code: 'service-failed',
    retryAfterMs: 86_400_000,
  },
  {
    title: 'a redirect to itself, for ever',
    fault: status(302, { Location: '/v1/media/asset' }),
    code: 'service-nonsense',
    holds: 0,
  },
  {
    title: 'a redirect to a file of this computer',
    fault: status(307, { Location: 'file:///etc/passwd' }),
    code: 'service-nonsense',
    holds: 0,
  },
  { title: 'a redirect that names no place', ...resume, fault: status(308), code: 'service-nonsense' },
];

/** A service that ignores Range: the whole file again, in a new file. */
export const ignoresRange = (file: Buffer): NetworkCase => ({
  title: 'a 200 with the whole file to a request for the rest',
  resumeAfter: held + 9,
  fault: ignoreRange(file),
  code: 'ok',
  againBytes: held,
});
