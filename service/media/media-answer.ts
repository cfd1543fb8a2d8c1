import type { ShelvedAsset } from '../catalogue/courses.ts';
import { matchesAny } from '../http/json-answers.ts';
import { ServiceProblem } from '../http/problems.ts';
import { entityTagOf } from './media-shelf.ts';
import { readRange } from './range.ts';

/** What a request says about the part it wants. */
export interface MediaConditions {
  readonly method: string;
  readonly range: string | undefined;
  readonly ifRange: string | undefined;
  readonly ifNoneMatch: string | undefined;
}

/** What will be answered; `body` names the bytes, both ends counted, or null for none. */
export interface MediaAnswer {
  readonly status: 200 | 206 | 304;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: { readonly first: number; readonly last: number } | null;
}

/**
 * Decides the answer for a file: conditions in the order of RFC 9110 §13.2.2, then the range. Throws `range-not-satisfiable`.
 * A range is for GET only (§14.2); a date in `If-Range` never matches, because only the digest is a strong validator here (§13.1.5).
 */
export function answerMedia(asset: ShelvedAsset, modifiedAtMs: number, conditions: MediaConditions): MediaAnswer {
  const etag = entityTagOf(asset);
  const shared = {
    etag,
    'last-modified': new Date(modifiedAtMs).toUTCString(),
    'cache-control': 'no-store',
    'accept-ranges': 'bytes',
  };
  if (matchesAny(conditions.ifNoneMatch, etag)) return { status: 304, headers: shared, body: null };

  const described = { ...shared, 'content-type': asset.mediaType, 'repr-digest': digestField(asset.sha256) };
  const isGet = conditions.method === 'GET';
  const wantsRange = isGet && (conditions.ifRange === undefined || conditions.ifRange === etag);
  const verdict = readRange(wantsRange ? conditions.range : undefined, asset.sizeBytes);
  switch (verdict.kind) {
    case 'whole': {
      const headers = { ...described, 'content-length': String(asset.sizeBytes) };
      const hasBody = isGet && asset.sizeBytes > 0;
      return { status: 200, headers, body: hasBody ? { first: 0, last: asset.sizeBytes - 1 } : null };
    }
    case 'part': {
      const { first, last } = verdict;
      const headers = {
        ...described,
        'content-length': String(last - first + 1),
        'content-range': `bytes ${first}-${last}/${asset.sizeBytes}`,
      };
      return { status: 206, headers, body: { first, last } };
    }
    case 'not-satisfiable':
      throw new ServiceProblem('range-not-satisfiable', {
        headers: { ...shared, 'content-range': `bytes */${asset.sizeBytes}` },
      });
  }
}

/** `Repr-Digest` (RFC 9530 §3) of the whole file, whatever part is sent. */
function digestField(sha256: string): string {
  return `sha-256=:${Buffer.from(sha256, 'hex').toString('base64')}:`;
}
