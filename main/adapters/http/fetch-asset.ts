import { createHash } from 'node:crypto';
import type { AssetLocation } from '../../../contract/api/assets.ts';
import { fail, ok } from '../../../contract/result.ts';
import type { Result } from '../../../contract/result.ts';
import type { Fetch } from './fetch.ts';
import { readAtMost } from './read-at-most.ts';
import { streamAsset } from './stream-asset.ts';

const mostBytes = 32 * 1024 * 1024;

/** A whole small file, its digest checked as it comes: done at the end, that of 32 MiB would hold the main thread up. */
export async function fetchAsset(
  fetch: Fetch,
  location: AssetLocation,
  signal: AbortSignal,
  timeoutMs: number,
): Promise<Result<Uint8Array>> {
  if (location.sizeBytes > mostBytes) return fail('service-nonsense');
  const range = { start: 0, endExclusive: location.sizeBytes };
  const noAnswer = () => fail(signal.aborted ? 'cancelled' : 'service-unreachable');
  const ends = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
  const body = await streamAsset(fetch, location, range, ends);
  if (!body.ok) return body.error.code === 'cancelled' ? noAnswer() : body;
  const hash = createHash('sha256');
  // A body that breaks rejects: to the caller it is the same as one that ends short.
  const bytes = await readAtMost(body.value, location.sizeBytes, 'exact', (part) => hash.update(part)).catch(
    () => null,
  );
  if (bytes === null) return noAnswer();
  return hash.digest('hex') === location.sha256 ? ok(bytes) : fail('digest-mismatch');
}
