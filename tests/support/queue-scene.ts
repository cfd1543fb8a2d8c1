import { createHash } from 'node:crypto';
import { expect, vi } from 'vitest';
import type { DownloadItem } from '../../contract/domain/download.ts';
import { LectureId } from '../../contract/domain/ids.ts';
import { createAppRig, signInAnna, valueOf } from './app-rig.ts';
import { findPlaintext } from './find-plaintext.ts';
import { childProcesses, openFilesBelow } from './left-open.ts';
import { sampleCourses, sampleFile } from './samples.ts';
import { tracesOf } from './traces.ts';

/** Opens the whole app, signed in, and one sample lecture to download in it again and again. */
export async function openQueueScene() {
  const [course] = sampleCourses();
  const [lecture] = course?.lectures ?? [];
  if (course === undefined || lecture === undefined) throw new Error('there is no sample');
  const lectureId = LectureId.parse(lecture.id);
  const original = sampleFile(lecture.mediaFiles['360p']);
  const sha256 = createHash('sha256').update(original).digest('hex');
  const needles = {
    ...tracesOf(course, lecture),
    'the bytes of the lecture': original.subarray(100_000, 100_064),
    'its first bytes': original.subarray(0, 64),
  };
  const rejections: unknown[] = [];
  const onRejection = (reason: unknown): void => void rejections.push(reason);
  process.on('unhandledRejection', onRejection);
  const rig = await createAppRig();
  const childrenBefore = childProcesses();
  const app = await rig.start();
  await signInAnna(app);

  async function item(): Promise<DownloadItem | undefined> {
    return valueOf(await app.routes['downloads.list'](null)).find((one) => one.lectureId === lectureId);
  }

  return {
    rig,
    app,
    original,
    item,
    start: async () => valueOf(await app.routes['downloads.start']({ lectureIds: [lectureId], quality: '360p' })),
    /** The person tries again. */
    resume: async () => valueOf(await app.routes['downloads.resume']({ lectureId })),
    /** Removes the lecture for good. */
    async remove() {
      valueOf(await app.routes['downloads.remove']({ lectureId }));
      valueOf(await app.routes['bin.empty']({ lectureIds: null }));
    },
    /** Waits for the end; `shown` collects the reasons on the way. Answers `complete`, or `stuck` when only the person can help. */
    async settled(shown: Set<string>, onWaiting: () => void | Promise<void>): Promise<'complete' | 'stuck'> {
      let end: 'complete' | 'stuck' | null = null;
      await app.until(async () => {
        const now = await item();
        if (now?.error) shown.add(now.error.code);
        const isOffline = now?.waitsFor?.kind === 'offline';
        if (isOffline) shown.add('offline');
        if (now?.state === 'waiting' || isOffline) await onWaiting();
        end = now?.state === 'complete' ? 'complete' : now?.state === 'failed' ? 'stuck' : null;
        return end !== null;
      }, 40_000);
      return end ?? 'stuck';
    },
    /** Bytes of the lecture that the service has sent since its counters were cleared. */
    async sentBytes(): Promise<number> {
      const stats = (await (await fetch(`${rig.service.origin}/_stats`)).json()) as {
        assets: Record<string, { bytesSent: number }>;
      };
      return Object.entries(stats.assets).find(([id]) => id.includes('360p'))?.[1].bytesSent ?? 0;
    },
    /** The lecture is there, every byte of it right; nothing lies in clear, nothing is left open, nothing went unhandled. */
    async expectLecture(): Promise<void> {
      // A file is closed a moment after its row says that it is whole.
      await vi.waitFor(() => expect(openFilesBelow(rig.downloadFolder)).toEqual([]), { timeout: 10_000 });
      expect(childProcesses()).toEqual(childrenBefore);
      expect(rejections).toEqual([]);
      const plan = valueOf(await app.routes['playback.open']({ lectureId }));
      expect(plan.source).toBe('downloaded');
      const signal = AbortSignal.timeout(10_000);
      const answer = await app.media({ method: 'GET', url: plan.mediaUrl, range: null, signal });
      const bytes = Buffer.from(await answer.arrayBuffer());
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
      const found = await findPlaintext([rig.userDataFolder, rig.downloadFolder], needles);
      expect(found.findings).toEqual([]);
    },
    async close() {
      process.off('unhandledRejection', onRejection);
      await rig.remove();
    },
  };
}
export type QueueScene = Awaited<ReturnType<typeof openQueueScene>>;
