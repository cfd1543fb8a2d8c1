import type { DownloadItem, QueueMove } from '../../contract/domain/download.ts';
import type { Result } from '../../contract/result.ts';
import type { Answers } from '../lib/testing/fake-bridge.ts';
import { totalBytes } from '../lib/quality.ts';
import { findLecture } from './sample-data.ts';
import { placed } from './sample-downloads.ts';

const done: Result<null> = { ok: true, value: null };
const steps: Readonly<Record<QueueMove, number>> = { first: -Infinity, earlier: -1, later: 1, last: Infinity };

/** What main answers about the queue; ?room=none: nothing fits on the disk, ?refuses: no line may be put elsewhere. */
export function queueAnswers(
  asked: URLSearchParams,
  page: {
    readonly downloads: () => readonly DownloadItem[];
    readonly tell: (next: readonly DownloadItem[]) => void;
    readonly keepReady: (courseId: string, count: number) => void;
    readonly setPaused: (paused: boolean) => void;
  },
): Answers {
  return {
    'downloads.move': ({ lectureId, to }) => {
      const complete = page.downloads().filter(({ state }) => state === 'complete');
      const unfinished = page.downloads().filter(({ state }) => state !== 'complete');
      const from = unfinished.findIndex((item) => item.lectureId === lectureId);
      const item = unfinished[from];
      if (!item) return { ok: false, error: { code: 'not-found' } };
      const others = unfinished.filter((each) => each !== item);
      const at = Math.min(others.length, Math.max(0, from + steps[to]));
      page.tell(placed([...others.toSpliced(at, 0, item), ...complete]));
      return done;
    },
    'downloads.placeBefore': ({ lectureId, beforeId }) => {
      const complete = page.downloads().filter(({ state }) => state === 'complete');
      const unfinished = page.downloads().filter(({ state }) => state !== 'complete');
      const item = unfinished.find((each) => each.lectureId === lectureId);
      if (!item || asked.has('refuses')) return { ok: false, error: { code: 'not-found' } };
      const others = unfinished.filter((each) => each !== item);
      const at = beforeId === null ? others.length : others.findIndex((each) => each.lectureId === beforeId);
      page.tell(placed([...others.toSpliced(at, 0, item), ...complete]));
      return done;
    },
    'downloads.allowMetered': () => {
      page.tell(
        page
          .downloads()
          .map((item) =>
            item.waitsFor?.kind === 'metered'
              ? { ...item, state: 'downloading', bytesPerSecond: 620_000, waitsFor: null }
              : item,
          ),
      );
      return done;
    },
    'downloads.keepReady': ({ courseId, count }) => {
      page.keepReady(courseId, count);
      return done;
    },
    'licences.renew': () => ({ ok: true, value: { kind: 'valid', daysLeft: 30 } }),
    'downloads.pauseAll': () => {
      page.setPaused(true);
      page.tell(
        page
          .downloads()
          .map((item) =>
            item.state === 'downloading' || item.state === 'queued'
              ? { ...item, state: 'queued', bytesPerSecond: null, waitsFor: { kind: 'all-paused' } }
              : item,
          ),
      );
      return done;
    },
    'downloads.resumeAll': () => {
      page.setPaused(false);
      page.tell(
        page
          .downloads()
          .map((item) =>
            item.waitsFor?.kind === 'all-paused'
              ? { ...item, state: 'downloading', bytesPerSecond: 620_000, waitsFor: null }
              : item,
          ),
      );
      return done;
    },
    'downloads.estimate': ({ lectureIds, quality }) => {
      const lectures = lectureIds.flatMap((id) => findLecture(id)?.lecture ?? []);
      const sizeBytes = totalBytes(lectures, quality);
      return {
        ok: true,
        value: { sizeBytes, durationMs: (sizeBytes / 1_240_000) * 1000, fits: asked.get('room') !== 'none' },
      };
    },
  };
}
