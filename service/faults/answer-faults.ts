import { Readable, type Transform } from 'node:stream';
import { createGzip } from 'node:zlib';
import type { FastifyReply } from 'fastify';
import { flipBytes, stopAfter, throttle } from './byte-faults.ts';
import type { Fault } from './fault-schemas.ts';
import { otherDigest, otherEntityTag, withFields, withWrongTypes } from './json-faults.ts';

/** Changes headers and, where it is text, the body of an answer. */
export function changeAnswer(faults: readonly Fault[], reply: FastifyReply, payload: unknown): unknown {
  let body = payload;
  const header = (name: string) => String(reply.getHeader(name) ?? '');
  for (const fault of faults) {
    if (fault.kind === 'changedEtag') {
      if (header('etag') !== '') void reply.header('etag', otherEntityTag(header('etag')));
      if (typeof body === 'string') body = withFields(body, { etag: otherEntityTag });
    } else if (fault.kind === 'wrongDigest') {
      if (header('repr-digest') !== '')
        void reply.header('repr-digest', `sha-256=:${Buffer.alloc(32).toString('base64')}:`);
      if (typeof body === 'string') body = withFields(body, { sha256: otherDigest });
    } else if (fault.kind === 'wrongContentRange') {
      const [, first, last, total] = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(header('content-range')) ?? [];
      if (first === undefined || last === undefined || total === undefined) continue;
      const shifted = `${Number(first) + fault.shift}-${Number(last) + fault.shift}`;
      void reply.header('content-range', `bytes ${shifted}/${fault.total ?? total}`);
    } else if (fault.kind === 'truncatedJson' && typeof body === 'string') {
      body = body.slice(0, Math.floor(body.length / 2));
    } else if (fault.kind === 'wrongTypes' && typeof body === 'string') {
      body = JSON.stringify(withWrongTypes(JSON.parse(body)));
    }
  }
  return body;
}

/** The streams a body has to pass, in the rules' order; none when its bytes go out as they are. */
export function byteFaults(faults: readonly Fault[], reply: FastifyReply): Transform[] {
  const firstByte = Number(/^bytes (\d+)-/.exec(String(reply.getHeader('content-range') ?? ''))?.[1] ?? 0);
  const streams: Transform[] = [];
  for (const fault of faults) {
    if (fault.kind === 'wrongBytes') streams.push(flipBytes(fault.offset, fault.length, firstByte));
    else if (fault.kind === 'throttle') streams.push(throttle(fault.bytesPerSecond));
    else if (fault.kind === 'stallAfterBytes') streams.push(stopAfter(fault.bytes, reply.raw, () => {}));
    else if (fault.kind === 'cutAfterBytes') {
      streams.push(stopAfter(fault.bytes, reply.raw, () => reply.raw.socket?.destroySoon()));
    } else if (fault.kind === 'gzipBody') {
      void reply.header('content-encoding', 'gzip').removeHeader('content-length');
      streams.push(createGzip());
    } else if (fault.kind === 'noLength') void reply.removeHeader('content-length');
  }
  return streams;
}

/** A body as a stream, with the length it had; null for an answer without a body. */
export function bodyStream(reply: FastifyReply, payload: unknown): Readable | null {
  if (payload instanceof Readable) return payload;
  if (typeof payload !== 'string' && !(payload instanceof Uint8Array)) return null;
  const bytes = Buffer.from(payload as string);
  void reply.header('content-length', String(bytes.length));
  return Readable.from([bytes], { objectMode: false });
}
