import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Quality } from '../../contract/domain/course.ts';
import type { DownloadItem, QueueMove } from '../../contract/domain/download.ts';
import type { CourseId, LectureId } from '../../contract/domain/ids.ts';
import type { RequestName } from '../../contract/ipc.ts';
import { ask } from './api.ts';
import { useAttempt } from './attempt.ts';
import { errorWords } from './error-words.ts';
import type { Format } from './format.ts';
import { inPieces } from './in-pieces.ts';
import { toAppError } from './request-failed.ts';
import { refresh, requestKey } from './requests.ts';
import { useToasts } from './toasts.ts';
import { waitWords } from './wait-words.ts';

/** The download of one lecture as main last told it; null when there is none. */
export function useDownload(lectureId: LectureId): DownloadItem | null {
  const { data } = useQuery({
    queryKey: requestKey('downloads.list', null),
    queryFn: () => ask('downloads.list', null),
    select: (items: readonly DownloadItem[]) => items.find((item) => item.lectureId === lectureId) ?? null,
  });
  return data ?? null;
}

/** What a person can do with downloads; a failure is told as a notice. */
export interface DownloadActions {
  /** However many: main is asked in pieces of its size. */
  start(lectureIds: readonly LectureId[], quality: Quality): Promise<boolean>;
  pause(lectureId: LectureId): Promise<boolean>;
  resume(lectureId: LectureId): Promise<boolean>;
  move(lectureId: LectureId, to: QueueMove): Promise<boolean>;
  /** Puts a download in front of another one, or, with null, at the end. */
  placeBefore(item: DownloadItem, beforeId: LectureId | null): Promise<boolean>;
  keepReady(courseId: CourseId, count: number): Promise<boolean>;
  allowMetered(): Promise<boolean>;
  pauseAll(): Promise<boolean>;
  resumeAll(): Promise<boolean>;
  /** Throws away what is there and fetches it anew. */
  again(lectureId: LectureId, quality: Quality): Promise<boolean>;
}

/** The download actions; each answers whether it was done. */
export function useDownloadActions(): DownloadActions {
  const { t } = useTranslation();
  const client = useQueryClient();
  const show = useToasts((state) => state.show);
  const attempt = useAttempt();
  const one = (name: Extract<RequestName, 'downloads.pause' | 'downloads.resume'>) => (lectureId: LectureId) =>
    attempt(() => ask(name, { lectureId }));
  return {
    start: (lectureIds, quality) =>
      attempt(async () => {
        await inPieces(lectureIds, (piece) => ask('downloads.start', { lectureIds: piece, quality }));
        // The course remembers the quality.
        await refresh(client, 'catalogue.course');
      }),
    pause: one('downloads.pause'),
    resume: one('downloads.resume'),
    move: (lectureId, to) => attempt(() => ask('downloads.move', { lectureId, to })),
    async placeBefore(item, beforeId) {
      try {
        await ask('downloads.placeBefore', { lectureId: item.lectureId, beforeId });
        return true;
      } catch (thrown) {
        const error = toAppError(thrown);
        const reason = error.code === 'not-found' ? t('queue.changedMeanwhile') : errorWords(error, t).title;
        show({ text: t('queue.notMoved', { title: item.lectureTitle, reason }) });
        return false;
      }
    },
    keepReady: (courseId, count) =>
      attempt(async () => {
        await ask('downloads.keepReady', { courseId, count });
        await refresh(client, 'catalogue.course');
      }),
    allowMetered: () => attempt(() => ask('downloads.allowMetered', null)),
    pauseAll: () => attempt(() => ask('downloads.pauseAll', null)),
    resumeAll: () => attempt(() => ask('downloads.resumeAll', null)),
    again: (lectureId, quality) =>
      attempt(async () => {
        await ask('downloads.remove', { lectureId });
        // What lies in the bin would come back as it is.
        await ask('bin.empty', { lectureIds: [lectureId] });
        await ask('downloads.start', { lectureIds: [lectureId], quality });
      }),
  };
}

/** From 0 to 1. */
export function downloadShare(item: DownloadItem): number {
  return item.sizeBytes === 0 ? 0 : item.receivedBytes / item.sizeBytes;
}

/** Time left in milliseconds at the measured speed; null when it is not known. */
export function timeLeftMs(item: DownloadItem): number | null {
  if (item.state !== 'downloading' || !item.bytesPerSecond) return null;
  return ((item.sizeBytes - item.receivedBytes) / item.bytesPerSecond) * 1000;
}

/** One line: "12.4 of 30 MB · 1.2 MB/s · 20 s left", "Paused · 12.4 of 30 MB" … */
export function downloadLine(item: DownloadItem, t: TFunction, format: Format): string {
  const amount = format.bytesOf(item.receivedBytes, item.sizeBytes);
  switch (item.state) {
    case 'queued':
      return [
        item.waitsFor ? waitWords(item.waitsFor, t, format) : t('download.queued'),
        item.receivedBytes > 0 ? amount : format.bytes(item.sizeBytes),
      ].join(' · ');
    case 'downloading': {
      const leftMs = timeLeftMs(item);
      return [
        amount,
        item.bytesPerSecond ? format.speed(item.bytesPerSecond) : null,
        leftMs === null ? null : t('download.left', { time: format.duration(leftMs) }),
      ]
        .filter((part) => part !== null)
        .join(' · ');
    }
    case 'waiting':
      return [item.waitsFor ? waitWords(item.waitsFor, t, format) : t('download.waiting'), amount].join(' · ');
    case 'paused':
      return [t('download.paused'), amount].join(' · ');
    case 'verifying':
      return t('download.verifying');
    case 'complete':
      return [t(`quality.${item.quality}`), format.bytes(item.sizeBytes), format.duration(item.durationMs)].join(' · ');
    case 'failed':
      return item.error ? errorWords(item.error, t).title : t('download.failed');
  }
}
