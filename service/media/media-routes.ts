import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { AssetLocation, AssetPath, MediaQuery } from '../../contract/api/assets.ts';
import type { Offers } from '../catalogue/offers.ts';
import { problemResponses } from '../http/problem-answers.ts';
import type { ServiceApp } from '../http/service-app.ts';
import type { Popular } from '../popular/popular.ts';
import { bearer, sessionOf, type SessionGuard } from '../sessions/session-guard.ts';
import { answerMedia, type MediaAnswer } from './media-answer.ts';
import type { MediaLinks } from './media-links.ts';
import { entityTagOf, type MediaShelf, type OpenAsset } from './media-shelf.ts';

export interface MediaRoutesDeps {
  readonly shelf: MediaShelf;
  readonly links: MediaLinks;
  readonly offers: Offers;
  readonly popular: Pick<Popular, 'noteViewer'>;
  readonly guard: SessionGuard;
  /** Where the service is reached. */
  readonly origin: () => string;
}

const tags = ['Assets'];
const readAheadBytes = 256 * 1024;
/** Anything: a file has no schema. */
const bytes = z.any();
const file = { '*/*': { schema: bytes } };

/** `GET /v1/assets/{id}` (where a file is) and `GET|HEAD /v1/media/{id}` (the file). */
export function mediaRoutes(app: ServiceApp, { shelf, links, offers, popular, guard, origin }: MediaRoutesDeps): void {
  app.route({
    method: 'GET',
    url: '/v1/assets/:id',
    onRequest: guard,
    schema: {
      tags,
      summary: 'A signed address of a file (video, sound, caption, cover, attachment), valid for about ten minutes',
      security: bearer,
      params: AssetPath,
      response: { 200: AssetLocation, ...problemResponses },
    },
    handler: async (request) => {
      const asset = shelf.find(request.params.id);
      const { accountId } = sessionOf(request);
      offers.checkAsset(accountId, asset.id);
      popular.noteViewer(accountId, asset.id);
      const { path, expiresAtMs } = links.sign(asset.id);
      const { id, mediaType, sizeBytes, sha256 } = asset;
      const expiresAt = new Date(expiresAtMs).toISOString();
      return { id, url: `${origin()}${path}`, expiresAt, mediaType, sizeBytes, etag: entityTagOf(asset), sha256 };
    },
  });

  app.route({
    method: ['GET', 'HEAD'],
    url: '/v1/media/:id',
    schema: {
      tags,
      summary: 'The file: single byte ranges, If-Range, strong ETag, Repr-Digest',
      params: AssetPath,
      querystring: MediaQuery,
      response: {
        200: { description: 'The whole file', content: file },
        206: { description: 'The range asked for', content: file },
        304: z.null(),
        ...problemResponses,
      },
    },
    handler: async (request, reply) => {
      const { params, query, headers } = request;
      links.check(params.id, query.expires, query.signature);
      const asset = shelf.find(params.id);
      const opened = await shelf.open(asset);
      try {
        const conditions = {
          method: request.method,
          range: headers.range,
          ifRange: headers['if-range'] as string | undefined,
          ifNoneMatch: headers['if-none-match'],
        };
        return await send(reply, opened, answerMedia(asset, opened.modifiedAtMs, conditions));
      } catch (error) {
        await opened.handle.close();
        throw error;
      }
    },
  });
}

/** Sends the bytes as fast as the caller takes them; the stream closes the file at its end or when the caller goes. */
async function send(
  reply: FastifyReply,
  { handle }: OpenAsset,
  { status, headers, body }: MediaAnswer,
): Promise<FastifyReply> {
  void reply.code(status).headers(headers);
  if (body === null) {
    await handle.close();
    return reply.send();
  }
  const { first: start, last: end } = body;
  return reply.send(handle.createReadStream({ start, end, highWaterMark: readAheadBytes }));
}
