import type { DownloadItem, WaitReason } from '../../../contract/domain/download.ts';
import type { AssetId, LectureId } from '../../../contract/domain/ids.ts';
import type { LicenceView } from '../../../contract/domain/licence.ts';
import type { DownloadRowWithTitles } from '../../ports.ts';
import type { Speed } from './speed.ts';

/** What is known of a download while it runs, fresher than its row. */
export interface LiveDownload {
  readonly speed: Speed;
  receivedBytes: number;
  phase: 'downloading' | 'verifying';
}

/** A row, and what runs of it, as the screens show it. */
export function itemOf(
  row: DownloadRowWithTitles,
  live: LiveDownload | undefined,
  queued: { readonly waitsFor: WaitReason | null; readonly place: number | null },
  known: { readonly coverUrl: (id: AssetId) => string; readonly licenceOf: (id: LectureId) => LicenceView },
): DownloadItem {
  const { lectureId, courseId, lectureTitle, courseTitle, durationMs, quality, sizeBytes, error } = row;
  return {
    lectureId,
    courseId,
    lectureTitle,
    courseTitle,
    durationMs,
    quality,
    sizeBytes,
    coverUrl: known.coverUrl(row.coverAssetId),
    state: live !== undefined && row.state === 'downloading' ? live.phase : row.state,
    receivedBytes: live?.receivedBytes ?? row.receivedBytes,
    bytesPerSecond: live?.phase === 'downloading' ? live.speed.bytesPerSecond() : null,
    error: error === null ? null : { code: error },
    waitsFor: queued.waitsFor,
    place: queued.place,
    licence: known.licenceOf(lectureId),
  };
}

/** A row without the words that only the list needs. */
export function plainRow(row: DownloadRowWithTitles) {
  const { lectureTitle: _title, courseTitle: _course, coverAssetId: _cover, durationMs: _length, ...plain } = row;
  return plain;
}
