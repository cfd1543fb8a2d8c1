import { segment, sizeBytes as whole } from '../support/fault-scene.ts';
import {
  chunked,
  cutAt,
  dripBody,
  dripHead,
  endless,
  flipAt,
  headers,
  resetAt,
  rubbish,
  silence,
  stallAt,
  toleratedHeaders,
} from '../support/faults.ts';
import { held, resume } from './network-case.ts';
import type { NetworkCase } from './network-case.ts';

const cuts: readonly NetworkCase[] = [0, 1, segment - 1, segment, segment + 1, whole - 1].map((bytes) => ({
  title: `the line is cut after byte ${bytes}`,
  fault: cutAt(bytes),
  code: 'service-unreachable',
  holds: Math.floor(bytes / segment) * segment,
}));

/** The line breaks, or is silent, or was never there. */
export const lines: readonly NetworkCase[] = [
  ...cuts,
  {
    title: 'the line is cut in the middle of the head',
    fault: rubbish('HTTP/1.1 200 OK\r\nContent-Le'),
    code: 'service-unreachable',
    holds: 0,
  },
  {
    title: 'the line is cut in the head of a resume',
    ...resume,
    fault: rubbish('HTTP/1.1 206 Partial\r\nETag: "v'),
    code: 'service-unreachable',
  },
  {
    title: 'the line is cut in the rest',
    ...resume,
    fault: cutAt(segment + 5),
    code: 'service-unreachable',
    holds: held + segment,
  },
  {
    title: 'the connection is reset in the middle',
    fault: resetAt(segment + 7),
    code: 'service-unreachable',
    holds: segment,
  },
  { title: 'slow loris: a head that never ends', fault: dripHead, code: 'service-unreachable', holds: 0 },
  { title: 'slow loris: a body that drips', fault: dripBody, code: 'service-unreachable', holds: 0 },
  { title: 'the service accepts and says nothing', fault: silence, code: 'service-unreachable', holds: 0 },
  { title: 'the body stalls before its first byte', fault: stallAt(0), code: 'service-unreachable', holds: 0 },
  { title: 'the body stalls in the middle', fault: stallAt(2 * segment + 7), code: 'service-unreachable', holds: held },
  {
    title: 'nobody listens at the address',
    fault: silence,
    location: { url: 'http://127.0.0.1:9/' },
    code: 'service-unreachable',
    holds: 0,
  },
  {
    title: 'the name of the service does not exist',
    fault: silence,
    location: { url: 'http://no-such-host.invalid/' },
    code: 'service-unreachable',
    holds: 0,
  },
];

/** The body is not as long as it says, or does not say, or does not end. */
export const lengths: readonly NetworkCase[] = [
  {
    title: 'a Content-Length that is too short',
    fault: headers({ 'Content-Length': String(whole - 1) }),
    code: 'service-nonsense',
    holds: 0,
  },
  {
    title: 'a Content-Length that is too long',
    fault: headers({ 'Content-Length': String(whole + 1) }),
    code: 'service-nonsense',
    holds: 0,
  },
  { title: 'no Content-Length', fault: toleratedHeaders({ 'Content-Length': null }), code: 'ok' },
  {
    title: 'no Content-Length and a body that ends short',
    fault: async (exchange) => {
      exchange.head({ 'Content-Length': null });
      await exchange.body(exchange.rest.subarray(0, -1));
    },
    code: 'service-unreachable',
    holds: 5 * segment,
  },
  {
    title: 'an absurd Content-Length',
    fault: headers({ 'Content-Length': '9'.repeat(40) }),
    code: 'service-nonsense',
    holds: 0,
  },
  {
    title: 'a negative Content-Length',
    fault: headers({ 'Content-Length': '-5' }),
    code: 'service-nonsense',
    holds: 0,
  },
  { title: 'two Content-Lengths', fault: headers({ 'Content-length': '7' }), code: 'service-nonsense', holds: 0 },
  {
    title: 'a Content-Length of the whole at a resume',
    ...resume,
    fault: headers({ 'Content-Length': String(whole) }),
    code: 'service-nonsense',
  },
  {
    title: 'a chunk that is no chunk in the middle',
    fault: chunked(segment + 3, '\r\nrubbish\r\n'),
    code: 'service-unreachable',
    holds: segment,
  },
  { title: 'chunks without the last one', fault: chunked(whole, '\r\n'), code: 'service-unreachable', holds: whole },
  { title: 'a body that does not end', fault: endless, code: 'service-nonsense', holds: whole },
];

/** The bytes are not the lecture's. */
export const contents: readonly NetworkCase[] = [
  ...[0, segment, whole - 1].map((byte): NetworkCase => ({
    title: `a bit flipped at byte ${byte}`,
    fault: flipAt(byte),
    code: 'digest-mismatch',
    holds: 0,
    againBytes: whole,
  })),
  {
    title: 'another digest than the bytes have',
    fault: toleratedHeaders({}),
    location: { sha256: 'ab'.repeat(32) },
    code: 'digest-mismatch',
    holds: 0,
    againBytes: whole,
  },
];
