import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ServiceApp } from './service-app.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The answer carries a strong ETag and is answered 304 when the caller has it. */
    readonly etag?: boolean;
  }
}

const compress = promisify(gzip);
const smallestCompressedBytes = 1024;

/** Strong ETag (RFC 9110 §8.8.3, one per encoding), 304 and gzip for JSON answers. */
export function installJsonAnswers(app: ServiceApp): void {
  app.addHook('onSend', async (request, reply, payload) => {
    if (typeof payload !== 'string' || !isJson(reply)) return payload;
    const large = Buffer.byteLength(payload) > smallestCompressedBytes;
    const zipped = large && acceptsGzip(request.headers['accept-encoding']);
    if (large) void reply.header('vary', 'accept-encoding');
    if (request.routeOptions.config.etag === true && reply.statusCode === 200) {
      const etag = entityTag(payload, zipped);
      void reply.header('etag', etag);
      if (matchesAny(request.headers['if-none-match'], etag)) return notModified(reply);
    }
    if (!zipped) return payload;
    void reply.header('content-encoding', 'gzip').removeHeader('content-length');
    return await compress(payload);
  });
}

/** Whether `Accept-Encoding` wants gzip more than nothing (RFC 9110 §12.5.3). */
export function acceptsGzip(header: FastifyRequest['headers']['accept-encoding']): boolean {
  if (header === undefined) return false;
  const offers = new Map<string, number>();
  for (const part of header.toLowerCase().split(',')) {
    const [coding = '', ...parameters] = part.split(';').map((piece) => piece.trim());
    const quality = parameters.find((parameter) => parameter.startsWith('q='));
    offers.set(coding, quality === undefined ? 1 : Number(quality.slice(2)));
  }
  return (offers.get('gzip') ?? offers.get('x-gzip') ?? offers.get('*') ?? 0) > 0;
}

/** Whether one of the tags in `If-None-Match` is this one, compared weakly (RFC 9110 §13.1.2). */
export function matchesAny(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  if (header.trim() === '*') return true;
  return [...header.matchAll(/(?:W\/)?("[\x21\x23-\x7e]*")/g)].some(([, tag]) => tag === etag);
}

function isJson(reply: FastifyReply): boolean {
  return String(reply.getHeader('content-type') ?? '').startsWith('application/json');
}

function entityTag(payload: string, zipped: boolean): string {
  const digest = createHash('sha256').update(payload).digest('base64url').slice(0, 27);
  return zipped ? `"${digest}-gzip"` : `"${digest}"`;
}

function notModified(reply: FastifyReply): null {
  void reply.code(304).removeHeader('content-type').removeHeader('content-length');
  return null;
}
