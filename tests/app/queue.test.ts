import { readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DownloadItem, WaitReason } from '../../contract/domain/download.ts';
import type { LectureId } from '../../contract/domain/ids.ts';
import { createAppRig, downloadWhole, firstLectures, signInAnna, stateOf, valueOf } from '../support/app-rig.ts';
import type { AppRig, RunningApp } from '../support/app-rig.ts';
import { createFastClock } from '../support/fast-clock.ts';

let rig: AppRig;
beforeEach(async () => {
  rig = await createAppRig();
});
afterEach(() => rig.remove());

const slowLine = (bytesPerSecond: number, pathContains = '') =>
  rig.setFaults([
    { route: 'GET /v1/media/{id}', pathContains, times: null, fault: { kind: 'throttle', bytesPerSecond } },
  ]);
const list = async (app: RunningApp): Promise<readonly DownloadItem[]> =>
  valueOf(await app.routes['downloads.list'](null));
/** "l1 downloading", "l2 queued turn" …, in the order of the queue. */
const queueOf = async (app: RunningApp, names: readonly LectureId[]): Promise<readonly string[]> =>
  (await list(app))
    .filter(({ state }) => state !== 'complete')
    .map((item) => `${String(names.indexOf(item.lectureId))} ${item.waitsFor?.kind ?? item.state}`);
const reasonOf = async (app: RunningApp, id: LectureId): Promise<WaitReason | null> =>
  (await list(app)).find(({ lectureId }) => lectureId === id)?.waitsFor ?? null;
const setting = async (app: RunningApp, change: Parameters<RunningApp['routes']['settings.update']>[0]) =>
  valueOf(await app.routes['settings.update'](change));
const receivedOf = async (app: RunningApp, id: LectureId): Promise<number> =>
  (await list(app)).find(({ lectureId }) => lectureId === id)?.receivedBytes ?? 0;
const lrmFiles = async (): Promise<readonly string[]> =>
  (await readdir(rig.downloadFolder, { recursive: true })).filter((name) => name.includes('.lrm'));

async function signedIn(app: RunningApp): Promise<readonly [LectureId, LectureId, LectureId, LectureId]> {
  await signInAnna(app, true);
  const ids = await firstLectures(app);
  if (ids.length < 4) throw new Error('the first course is too short for this');
  return ids.slice(0, 4) as [LectureId, LectureId, LectureId, LectureId];
}

describe('D5: the queue', () => {
  it('D5: lectures come in their order, can be moved, and keep their places over a restart; what runs is not stopped for it', async () => {
    const app = await rig.start();
    const [a, b, c, d] = await signedIn(app);
    await setting(app, { downloadConcurrency: 1 });
    await slowLine(60_000);
    valueOf(await app.routes['downloads.start']({ lectureIds: [a, b, c], quality: '360p' }));
    const names = [a, b, c, d];
    await app.until(async () => (await stateOf(app, a)) === 'downloading');
    expect(await queueOf(app, names)).toEqual(['0 downloading', '1 turn', '2 turn']);
    expect((await list(app)).map(({ place }) => place)).toEqual([1, 2, 3]);
    valueOf(await app.routes['downloads.move']({ lectureId: c, to: 'first' }));
    expect(await queueOf(app, names)).toEqual(['2 turn', '0 downloading', '1 turn']);
    valueOf(await app.routes['downloads.start']({ lectureIds: [d], quality: '360p' }));
    valueOf(await app.routes['downloads.move']({ lectureId: a, to: 'last' }));
    expect(await queueOf(app, names)).toEqual(['2 turn', '1 turn', '3 turn', '0 downloading']);
    await app.stop();
    const again = await rig.start();
    await again.until(async () => (await stateOf(again, c)) === 'downloading');
    expect((await queueOf(again, names)).map((line) => line[0])).toEqual(['2', '1', '3', '0']);
    await rig.clearFaults();
    await again.until(async () => (await list(again)).every(({ state }) => state === 'complete'), 60_000);
    const done = (await list(again)).map(({ place, waitsFor }) => [place, waitsFor]);
    expect(done).toEqual([0, 0, 0, 0].map(() => [null, null]));
  });

  it('D5: pause all stops everything over a restart, for new ones too; resume all leaves alone what was paused alone', async () => {
    const app = await rig.start();
    const [a, b, c] = await signedIn(app);
    await slowLine(60_000);
    valueOf(await app.routes['downloads.start']({ lectureIds: [a, b], quality: '360p' }));
    await app.until(async () => (await receivedOf(app, a)) > 0);
    valueOf(await app.routes['downloads.pause']({ lectureId: b }));
    valueOf(await app.routes['downloads.pauseAll'](null));
    const heldBytes = await receivedOf(app, a);
    expect(heldBytes).toBeGreaterThan(0);
    expect(await queueOf(app, [a, b, c])).toEqual(['0 all-paused', '1 paused']);
    await app.stop();
    const again = await rig.start();
    valueOf(await again.routes['downloads.start']({ lectureIds: [c], quality: '360p' }));
    expect(await queueOf(again, [a, b, c])).toEqual(['0 all-paused', '1 paused', '2 all-paused']);
    expect(await receivedOf(again, a)).toBe(heldBytes);
    await rig.clearFaults();
    valueOf(await again.routes['downloads.resumeAll'](null));
    await again.until(async () => (await stateOf(again, a)) === 'complete' && (await stateOf(again, c)) === 'complete');
    expect(await stateOf(again, b)).toBe('paused');
  });

  it('D5: as many at a time as was chosen, at once; what stops for it loses no byte', async () => {
    const app = await rig.start();
    const [a, b, c] = await signedIn(app);
    await setting(app, { downloadConcurrency: 3 });
    await slowLine(60_000);
    valueOf(await app.routes['downloads.start']({ lectureIds: [a, b, c], quality: '360p' }));
    await app.until(async () => (await receivedOf(app, b)) > 0 && (await receivedOf(app, c)) > 0);
    expect(await queueOf(app, [a, b, c])).toEqual(['0 downloading', '1 downloading', '2 downloading']);
    await setting(app, { downloadConcurrency: 1 });
    await app.until(async () => (await stateOf(app, c)) === 'queued' && (await stateOf(app, b)) === 'queued');
    expect(await queueOf(app, [a, b, c])).toEqual(['0 downloading', '1 turn', '2 turn']);
    const heldBytes = await receivedOf(app, c);
    expect(heldBytes).toBeGreaterThan(0);
    await rig.clearFaults();
    await setting(app, { downloadConcurrency: 2 });
    await app.until(async () => (await list(app)).every(({ state }) => state === 'complete'), 60_000);
    const stats = (await (await fetch(`${rig.service.origin}/_stats`)).json()) as {
      assets: Record<string, { ranges: { status: number; first: number }[] }>;
    };
    const resumed = Object.values(stats.assets)
      .flatMap(({ ranges }) => ranges)
      .filter(({ status }) => status === 206);
    expect(resumed).toHaveLength(2);
    expect(resumed.every(({ first }) => first > 0)).toBe(true);
    expect(resumed.some(({ first }) => first >= heldBytes)).toBe(true);
  });

  it('D5: by day they wait and say until when; at night they run, and in the morning they stop', async () => {
    const clock = createFastClock(1);
    const app = await rig.start({ clock });
    const [a] = await signedIn(app);
    const now = new Date(clock.nowMs());
    const minute = now.getHours() * 60 + now.getMinutes();
    const day = 24 * 60;
    await setting(app, { downloadNight: { fromMinute: (minute + 60) % day, toMinute: (minute + 120) % day } });
    await slowLine(40_000);
    valueOf(await app.routes['downloads.start']({ lectureIds: [a], quality: '360p' }));
    const opensAtMs = Math.floor(clock.nowMs() / 60_000) * 60_000 + 60 * 60_000;
    const reason = await reasonOf(app, a);
    if (reason?.kind !== 'night') throw new Error(`waits for ${reason?.kind ?? 'nothing'}`);
    expect(Math.abs(reason.untilMs - opensAtMs)).toBeLessThanOrEqual(60_000);
    clock.sleep(61 * 60_000);
    app.wake();
    await app.until(async () => (await stateOf(app, a)) === 'downloading' && (await receivedOf(app, a)) > 0);
    clock.sleep(61 * 60_000);
    app.wake();
    await app.until(async () => (await stateOf(app, a)) === 'queued');
    expect((await reasonOf(app, a))?.kind).toBe('night');
    await rig.clearFaults();
    await setting(app, { downloadNight: null });
    await app.until(async () => (await stateOf(app, a)) === 'complete');
  });

  it('D5: the timer finds the night by itself', async () => {
    // A minute of the wall clock is a second here.
    const clock = createFastClock(60);
    const app = await rig.start({ clock });
    const [a] = await signedIn(app);
    const at = new Date(clock.nowMs() + 3 * 60_000);
    const fromMinute = at.getHours() * 60 + at.getMinutes();
    await setting(app, { downloadNight: { fromMinute, toMinute: (fromMinute + 600) % 1440 } });
    valueOf(await app.routes['downloads.start']({ lectureIds: [a], quality: '360p' }));
    expect((await reasonOf(app, a))?.kind).toBe('night');
    await app.until(async () => (await stateOf(app, a)) === 'complete');
  });

  it('D5: the limit holds all downloads together', async () => {
    const app = await rig.start();
    const [a, b] = await signedIn(app);
    await setting(app, { downloadLimitBytesPerSecond: 100_000 });
    const startedAtMs = performance.now();
    valueOf(await app.routes['downloads.start']({ lectureIds: [a, b], quality: '360p' }));
    await app.until(async () => (await list(app)).every(({ state }) => state === 'complete'), 60_000);
    const seconds = (performance.now() - startedAtMs) / 1000;
    const sizeBytes = (await list(app)).reduce((sum, item) => sum + item.sizeBytes, 0);
    expect(sizeBytes).toBeGreaterThan(200_000);
    expect(seconds).toBeGreaterThan((sizeBytes / 100_000) * 0.7);
    expect(seconds).toBeLessThan((sizeBytes / 100_000) * 1.3 + 3);
  });

  it('D1: the computer is kept awake while something comes, if the person wants it so', async () => {
    const app = await rig.start();
    const [a, b] = await signedIn(app);
    await downloadWhole(app, a);
    expect(app.awakeTimes).not.toContain(true);
    await setting(app, { downloadKeepsAwake: true });
    await downloadWhole(app, b);
    expect(app.awakeTimes).toContain(true);
    await app.until(() => Promise.resolve(app.awakeTimes.at(-1) === false));
  });

  it('D6: an unplugged drive is waited for, not an error, and gone on with when it is back', async () => {
    const app = await rig.start({ clock: createFastClock(20) });
    const [a, b] = await signedIn(app);
    await downloadWhole(app, a);
    const away = join(rig.folder, 'unplugged');
    await rename(rig.downloadFolder, away);
    valueOf(await app.routes['downloads.start']({ lectureIds: [b], quality: '360p' }));
    expect(await reasonOf(app, b)).toEqual({ kind: 'drive-away' });
    await rename(away, rig.downloadFolder);
    await app.until(async () => (await stateOf(app, b)) === 'complete');
  });

  it('D1: the estimate counts what is not here, and knows the time once a speed was measured', async () => {
    const app = await rig.start();
    const [a, b] = await signedIn(app);
    const ask = async (lectureIds: readonly LectureId[]) =>
      valueOf(await app.routes['downloads.estimate']({ lectureIds, quality: '360p' }));
    const first = await ask([a, b]);
    expect(first.durationMs).toBeNull();
    await slowLine(150_000);
    await downloadWhole(app, a);
    const [item] = await list(app);
    const next = await ask([a, b]);
    expect(next.sizeBytes).toBe(first.sizeBytes - item!.sizeBytes);
    const expectedMs = (next.sizeBytes / 150_000) * 1000;
    expect(next.durationMs).toBeGreaterThan(expectedMs / 3);
    expect(next.durationMs).toBeLessThan(expectedMs * 3);
  });
});

describe('D2: another quality of a downloaded lecture', () => {
  const read = async (app: RunningApp, url: string): Promise<number> => {
    const answer = await app.media({ method: 'GET', url, range: null, signal: AbortSignal.timeout(10_000) });
    return (await answer.arrayBuffer()).byteLength;
  };

  it('D2: the old file plays, offline too, until the new one is whole; then it is replaced', async () => {
    const app = await rig.start();
    const [a] = await signedIn(app);
    await downloadWhole(app, a, '360p');
    const before = valueOf(await app.routes['playback.open']({ lectureId: a }));
    const sizeBytes = await read(app, before.mediaUrl);
    await slowLine(100_000, '720p');
    valueOf(await app.routes['downloads.start']({ lectureIds: [a], quality: '720p' }));
    await app.until(async () => (await receivedOf(app, a)) > 0);
    expect((await list(app))[0]).toMatchObject({ quality: '720p', state: 'downloading' });
    await app.stop();
    const again = await rig.start();
    const plan = valueOf(await again.routes['playback.open']({ lectureId: a }));
    expect(plan).toMatchObject({ source: 'downloaded', quality: '360p', mediaUrl: before.mediaUrl });
    expect(await read(again, plan.mediaUrl)).toBe(sizeBytes);
    await rig.clearFaults();
    await again.until(async () => (await stateOf(again, a)) === 'complete');
    await again.until(async () => (await lrmFiles()).length === 1);
    const after = valueOf(await again.routes['playback.open']({ lectureId: a }));
    expect(after).toMatchObject({ source: 'downloaded', quality: '720p' });
    expect(await read(again, after.mediaUrl)).toBe((await list(again))[0]!.sizeBytes);
  });

  it('D2: a course remembers the quality that was chosen last, over a restart', async () => {
    const app = await rig.start();
    const [a, b] = await signedIn(app);
    const courseOf = async (running: RunningApp) => {
      const home = valueOf(await running.routes['catalogue.home'](null));
      return valueOf(await running.routes['catalogue.course']({ courseId: home.courses[0]!.id }));
    };
    expect((await courseOf(app)).chosenQuality).toBeNull();
    valueOf(await app.routes['downloads.start']({ lectureIds: [a], quality: '360p' }));
    valueOf(await app.routes['downloads.start']({ lectureIds: [b], quality: 'audio' }));
    expect((await courseOf(await rig.start())).chosenQuality).toBe('audio');
  });

  it('D2: cancelled, or back to the quality that is here, the old one is the download again and nothing else stays', async () => {
    const app = await rig.start();
    const [a] = await signedIn(app);
    await downloadWhole(app, a, '360p');
    const [held] = await list(app);
    await slowLine(100_000, '720p');
    for (const undo of [
      () => app.routes['downloads.remove']({ lectureId: a }),
      () => app.routes['downloads.start']({ lectureIds: [a], quality: '360p' }),
    ]) {
      valueOf(await app.routes['downloads.start']({ lectureIds: [a], quality: '720p' }));
      await app.until(async () => (await receivedOf(app, a)) > 0);
      valueOf(await undo());
      expect(await list(app)).toEqual([held]);
      expect(await lrmFiles()).toHaveLength(1);
    }
    valueOf(await app.routes['downloads.remove']({ lectureId: a }));
    valueOf(await app.routes['bin.empty']({ lectureIds: null }));
    expect(await lrmFiles()).toEqual([]);
  });
});
