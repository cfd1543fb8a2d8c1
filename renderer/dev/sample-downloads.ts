import type { DownloadItem, DownloadState } from '../../contract/domain/download.ts';
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
    },
  ];
}

/** One of each state. */
export const sampleDownloads: readonly DownloadItem[] = [
  ...sampleDownload('seeking-2', 'downloading', 0.41),
  ...sampleDownload('seeking-3', 'queued', 0),
  ...sampleDownload('memory-0', 'paused', 0.62),
  ...sampleDownload('memory-1', 'waiting', 0.3, 'service-unreachable'),
  ...sampleDownload('memory-2', 'failed', 0.8, 'disk-full'),
  ...sampleDownload('maps-0', 'verifying', 1),
  ...sampleDownload('seeking-0', 'complete', 1),
  ...sampleDownload('chance-0', 'complete', 1),
];
