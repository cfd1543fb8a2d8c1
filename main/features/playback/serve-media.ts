import { AssetId } from '../../../contract/domain/ids.ts';
import type { AppErrorCode, Result } from '../../../contract/result.ts';
import type { StoredContent } from '../../ports.ts';
import type { MediaSource } from './media-source.ts';
import { parseRange } from './parse-range.ts';

/** What serving `lecture://` needs. */
export interface ServeMediaDeps {
  readonly openMedia: (id: AssetId) => Promise<Result<MediaSource>>;
  readonly smallFile: (id: AssetId) => Promise<Result<StoredContent>>;
  readonly onFault: (id: AssetId, code: AppErrorCode) => void;
}

/** A request of the window for `lecture://media/<asset>` or `lecture://cover/<asset>`. */
export interface MediaRequest {
  readonly method: string;
  readonly url: string;
  readonly range: string | null;
  readonly signal: AbortSignal;
}

const servedTypes = /^(?:video\/mp4|audio\/mp4|image\/(?:png|jpeg|webp|svg\+xml))$/;

/** Answers the window's media requests with 200, 206 or 416 by RFC 9110 §14; everything unknown is refused without saying why. */
export function createServeMedia(deps: ServeMediaDeps): (request: MediaRequest) => Promise<Response> {
  async function media(id: AssetId, request: MediaRequest): Promise<Response> {
    const source = await deps.openMedia(id);
    if (!source.ok) {
      deps.onFault(id, source.error.code);
      return refusal(source.error.code);
    }
    const { mediaType, sizeBytes, stream, close } = source.value;
    const headers = baseHeaders(mediaType);
    headers.set('accept-ranges', 'bytes');
    const asked = parseRange(request.range, sizeBytes);
    if (asked.kind === 'unsatisfiable' || !servedTypes.test(mediaType)) {
      await close();
      headers.set('content-range', `bytes */${sizeBytes}`);
      return new Response(null, { status: servedTypes.test(mediaType) ? 416 : 404, headers });
    }
    const range = asked.kind === 'whole' ? { start: 0, endExclusive: sizeBytes } : asked.range;
    headers.set('content-length', String(range.endExclusive - range.start));
    if (asked.kind === 'part')
      headers.set('content-range', `bytes ${range.start}-${range.endExclusive - 1}/${sizeBytes}`);
    const status = asked.kind === 'part' ? 206 : 200;
    if (request.method === 'HEAD') {
      await close();
      return new Response(null, { status, headers });
    }
    const body = await stream(range, request.signal);
    return body.ok ? new Response(body.value, { status, headers }) : refusal(body.error.code);
  }

  async function cover(id: AssetId): Promise<Response> {
    const content = await deps.smallFile(id);
    if (!content.ok) return refusal(content.error.code);
    if (!servedTypes.test(content.value.mediaType)) return new Response(null, { status: 404 });
    return new Response(content.value.bytes.slice(), { status: 200, headers: baseHeaders(content.value.mediaType) });
  }

  return async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return new Response(null, { status: 405 });
    const address = /^lecture:\/\/(media|cover)\/([^/?#]+)$/.exec(request.url);
    const id = AssetId.safeParse(address?.[2]);
    if (!id.success) return new Response(null, { status: 404 });
    return address?.[1] === 'media' ? media(id.data, request) : cover(id.data);
  };
}

function baseHeaders(mediaType: string): Headers {
  return new Headers({
    'content-type': mediaType,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
  });
}

function refusal(code: AppErrorCode): Response {
  const forbidden: readonly AppErrorCode[] = ['signed-out', 'licence-missing', 'licence-expired', 'clock-wrong'];
  const missing = code === 'not-found' || code === 'asset-missing';
  const status = forbidden.includes(code) ? 403 : missing ? 404 : code === 'service-unreachable' ? 504 : 500;
  return new Response(null, { status });
}
