import type { AssetLocation } from '../../../contract/api/assets.ts';
import type { AssetId } from '../../../contract/domain/ids.ts';
import { done } from '../../../contract/result.ts';
import type { AppError, Result } from '../../../contract/result.ts';
import type { DownloadRow, TransferProgress } from '../../ports.ts';
import { verdictOf } from './retry-policy.ts';

/** What one run of one download needs; `save` puts the row before the work it announces. */
export interface DownloadRunDeps {
  readonly sideFiles: readonly AssetId[];
  readonly fetchSideFile: (id: AssetId) => Promise<Result<unknown>>;
  readonly locate: (id: AssetId) => Promise<Result<AssetLocation>>;
  readonly transfer: (location: AssetLocation, resume: boolean, onProgress: TransferProgress) => Promise<Result<null>>;
  readonly save: (row: DownloadRow) => Promise<Result<null>>;
  readonly onProgress: TransferProgress;
}

/** A service that keeps changing a file or refusing its own addresses is left alone after this many turns of one run. */
const mostTurns = 3;

/**
 * One run: the small files that belong to the lecture, then the lecture. An address that has run out is asked for anew, a changed
 * file starts over; any other failure is handed back. The row's etag is saved before the first byte of that version is written.
 */
export async function runDownload(start: DownloadRow, deps: DownloadRunDeps): Promise<Result<null>> {
  for (const id of deps.sideFiles) {
    const fetched = await deps.fetchSideFile(id);
    if (!fetched.ok) return fetched;
  }
  let row = start;
  let last: { readonly ok: false; readonly error: AppError } | null = null;
  for (let turn = 0; turn < mostTurns; turn += 1) {
    const location = await deps.locate(row.assetId);
    if (!location.ok) return location;
    const resume = row.etag === location.value.etag && row.sha256 === location.value.sha256;
    const { etag, sha256, sizeBytes } = location.value;
    row = {
      ...row,
      etag,
      sha256,
      sizeBytes,
      receivedBytes: resume ? row.receivedBytes : 0,
      state: 'downloading',
      error: null,
    };
    const saved = await deps.save(row);
    if (!saved.ok) return saved;
    const result = await deps.transfer(location.value, resume, deps.onProgress);
    if (result.ok) return done;
    last = result;
    const verdict = verdictOf(result.error.code);
    if (verdict === 'start-over') row = { ...row, etag: null, receivedBytes: 0 };
    else if (verdict !== 'locate-again') return result;
  }
  return last ?? done;
}
