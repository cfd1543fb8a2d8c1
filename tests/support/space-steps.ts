import { readdir } from 'node:fs/promises';
import { afterEach, beforeEach } from 'vitest';
import type { LectureId } from '../../contract/domain/ids.ts';
import { createAppRig, firstLectures, signInAnna, valueOf } from './app-rig.ts';
import type { AppRig, RunningApp } from './app-rig.ts';
import { forgetSent, sentLectureBytes } from './sent-bytes.ts';

/** Makes a rig for each test of the file, and steps around removing and watching. */
export function spaceSteps() {
  let rig: AppRig;
  beforeEach(async () => {
    rig = await createAppRig();
  });
  afterEach(() => rig.remove());

  const files = async (): Promise<readonly string[]> =>
    (await readdir(rig.downloadFolder, { recursive: true })).filter((name) => name.includes('.lrm')).toSorted();
  const remove = async (app: RunningApp, ...lectureIds: readonly LectureId[]) =>
    valueOf(await app.routes['space.remove']({ lectureIds }));
  const restore = async (app: RunningApp, ...lectureIds: readonly LectureId[]) =>
    valueOf(await app.routes['bin.restore']({ lectureIds }));
  const binned = async (app: RunningApp): Promise<readonly LectureId[]> =>
    valueOf(await app.routes['bin.list'](null)).map(({ lectureId }) => lectureId);
  const listed = async (app: RunningApp) => valueOf(await app.routes['downloads.list'](null));
  /** The sample lectures are smaller than any limit that can be kept: this one holds for the run all the same. */
  const limit = (app: RunningApp, change: Parameters<RunningApp['routes']['settings.update']>[0]) =>
    app.routes['settings.update'](change);
  const slowly = (bytesPerSecond: number, pathContains = '') =>
    rig.setFaults([
      { route: 'GET /v1/media/{id}', pathContains, times: null, fault: { kind: 'throttle', bytesPerSecond } },
    ]);

  /** Bytes of lectures that the service has sent since the last time this was asked. */
  async function sentBytes(): Promise<number> {
    const bytes = await sentLectureBytes(rig.service.origin);
    await forgetSent(rig.service.origin);
    return bytes;
  }

  async function read(app: RunningApp, lectureId: LectureId): Promise<{ source: string; byteCount: number }> {
    const plan = valueOf(await app.routes['playback.open']({ lectureId }));
    const signal = AbortSignal.timeout(10_000);
    const answer = await app.media({ method: 'GET', url: plan.mediaUrl, range: null, signal });
    valueOf(await app.routes['playback.close']({ lectureId }));
    return { source: plan.source, byteCount: (await answer.arrayBuffer()).byteLength };
  }

  async function started(options: Parameters<AppRig['start']>[0] = {}) {
    const app = await rig.start(options);
    await signInAnna(app, true);
    const [a, b, c] = await firstLectures(app);
    return { app, a: a!, b: b!, c: c! };
  }

  async function watch(app: RunningApp, lectureId: LectureId): Promise<void> {
    valueOf(await app.routes['playback.open']({ lectureId }));
    valueOf(
      await app.routes['playback.savePosition']({ lectureId, positionMs: 9000, watched: [{ startMs: 0, endMs: 1e9 }] }),
    );
  }

  return { rig: () => rig, files, remove, restore, binned, listed, limit, slowly, sentBytes, read, started, watch };
}
