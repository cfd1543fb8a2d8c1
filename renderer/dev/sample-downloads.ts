import type { DownloadItem, DownloadState, WaitReason } from '../../contract/domain/download.ts';
import type { AppErrorCode } from '../../contract/result.ts';
import { findLecture } from './sample-data.ts';

/** A sample download in any state. */
export function sampleDownload(
  lectureId: string,
  state: DownloadState,
  share: number,
  code: AppErrorCode | null = null,
): readonly DownloadItem[] {
  const found = findLecture(lectureId);
  const option = found?.lecture.qualities[0];
  if (!found || !option) return [];
  return [
    {
      lectureId: found.lecture.id,
      courseId: found.course.id,
      lectureTitle: found.lecture.title,
      courseTitle: found.course.title,
      coverUrl: found.lecture.coverUrl,
      durationMs: found.lecture.durationMs,
      quality: option.quality,
      state,
      receivedBytes: Math.round(option.sizeBytes * share),
      sizeBytes: option.sizeBytes,
      bytesPerSecond: state === 'downloading' ? 1_240_000 : null,
      error: code ? { code } : null,
      waitsFor: state === 'queued' ? { kind: 'turn' } : state === 'waiting' ? { kind: 'offline' } : null,
      place: state === 'complete' ? null : 1,
      licence: state === 'complete' ? { kind: 'valid', daysLeft: 12 } : { kind: 'none' },
    },
  ];
}

/** One of each state. */
const sampleDownloads: readonly DownloadItem[] = placed([
  ...sampleDownload('seeking-2', 'downloading', 0.41),
  ...sampleDownload('seeking-3', 'queued', 0),
  ...sampleDownload('memory-0', 'paused', 0.62),
  ...sampleDownload('memory-1', 'waiting', 0.3, 'service-unreachable'),
  ...sampleDownload('memory-2', 'failed', 0.8, 'disk-full'),
  ...sampleDownload('maps-0', 'verifying', 1),
  ...sampleDownload('seeking-0', 'complete', 1),
  ...sampleDownload('chance-0', 'complete', 1),
]);

/** One of each reason to wait. */
function waitingForAll(): readonly DownloadItem[] {
  const at = new Date();
  at.setHours(23, 0, 0, 0);
  const untilMs = at.getTime();
  const reasons: readonly WaitReason[] = [
    { kind: 'night', untilMs },
    { kind: 'service', untilMs },
    { kind: 'offline' },
    { kind: 'disk-full' },
    { kind: 'drive-away' },
    { kind: 'turn' },
  ];
  const ids = ['seeking-2', 'seeking-3', 'memory-0', 'memory-1', 'memory-2', 'maps-0'];
  return placed(
    reasons.flatMap((waitsFor, index) =>
      sampleDownload(ids[index] ?? '', 'waiting', 0.3).map((item) => ({ ...item, waitsFor })),
    ),
  );
}

/** The first three wait for room, each for another reason. */
function lacking(item: DownloadItem, index: number): readonly DownloadItem[] {
  const kinds = ['disk-full', 'cap', 'floor'] as const;
  const kind = kinds[index];
  if (kind === undefined) return item.state === 'complete' ? [item] : [];
  return [{ ...item, state: 'waiting', bytesPerSecond: null, error: null, waitsFor: { kind } }];
}

/** The list that the page was opened with. */
export function sampleList(which: string | null): readonly DownloadItem[] {
  if (which === 'none') return [];
  if (which === 'queue') return waitingForAll();
  if (which === 'metered') {
    return waitingForAll().map((item) => ({ ...item, state: 'queued', waitsFor: { kind: 'metered' } }));
  }
  if (which === 'full') return sampleDownloads.flatMap(lacking);
  if (which === 'alone') return sampleDownloads.slice(0, 1);
  if (which !== 'paused') return sampleDownloads;
  return sampleDownloads.map((item) =>
    item.state === 'downloading' || item.state === 'queued' || item.state === 'waiting'
      ? { ...item, state: 'queued', bytesPerSecond: null, error: null, waitsFor: { kind: 'all-paused' } }
      : item,
  );
}

/** The same items, the unfinished ones with their places in order. */
export function placed(items: readonly DownloadItem[]): readonly DownloadItem[] {
  const unfinished = items.filter(({ state }) => state !== 'complete');
  return items.map((item) => ({ ...item, place: item.state === 'complete' ? null : unfinished.indexOf(item) + 1 }));
}
