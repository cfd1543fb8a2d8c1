import { describe, expect, it } from 'vitest';
import { NoteId } from '../../contract/domain/ids.ts';
import type { LectureId } from '../../contract/domain/ids.ts';
import { createFakeWindow } from '../fakes/fake-window.ts';
import { downloadWhole, ilya, stateOf, valueOf } from '../support/app-rig.ts';
import { createFastClock } from '../support/fast-clock.ts';
import { spaceSteps } from '../support/space-steps.ts';

const { remove, restore, binned, listed, limit, started, watch } = spaceSteps();

describe('D7: room', () => {
  it('D7: the bin gives way to a download that would break the cap, the oldest item first, but not a moment after the removal', async () => {
    const clock = createFastClock(20);
    const { app, a, b, c } = await started({ clock });
    for (const id of [a, b]) await downloadWhole(app, id, 'audio');
    const used = valueOf(await app.routes['storage.read'](null)).downloadedBytes;
    await remove(app, a);
    await remove(app, b);
    const { sizeBytes } = valueOf(await app.routes['downloads.estimate']({ lectureIds: [c], quality: 'audio' }));
    await limit(app, { downloadCapBytes: used + sizeBytes - 1 });
    valueOf(await app.routes['downloads.start']({ lectureIds: [c], quality: 'audio' }));
    expect((await listed(app))[0]?.waitsFor).toEqual({ kind: 'cap' });
    expect(await binned(app)).toHaveLength(2);
    await app.until(async () => (await stateOf(app, c)) === 'complete');
    expect(await binned(app)).toEqual([b]);
  });

  it('D7: one that would leave too little free waits for that, a smaller one passes, and it goes on when the limit is lowered', async () => {
    const { app, a, b } = await started();
    const estimate = async (id: LectureId, quality: '720p' | 'audio') =>
      valueOf(await app.routes['downloads.estimate']({ lectureIds: [id], quality }));
    const large = (await estimate(a, '720p')).sizeBytes;
    const small = (await estimate(b, 'audio')).sizeBytes;
    expect(small * 3).toBeLessThan(large);
    const { freeBytes } = valueOf(await app.routes['storage.read'](null));
    await limit(app, { downloadCapBytes: small + Math.floor(large / 2) });
    valueOf(await app.routes['downloads.start']({ lectureIds: [a], quality: '720p' }));
    valueOf(await app.routes['downloads.start']({ lectureIds: [b], quality: 'audio' }));
    await app.until(async () => (await stateOf(app, b)) === 'complete');
    expect((await listed(app)).find(({ lectureId }) => lectureId === a)?.waitsFor).toEqual({ kind: 'cap' });
    expect((await estimate(a, '720p')).fits).toBe(false);
    await limit(app, { downloadCapBytes: null, downloadFloorBytes: freeBytes * 2 });
    await app.until(async () => (await listed(app)).some(({ waitsFor }) => waitsFor?.kind === 'floor'));
    await limit(app, { downloadFloorBytes: null });
    await app.until(async () => (await stateOf(app, a)) === 'complete');
  });

  it('A6 D7: the cap counts what another account has on this computer', async () => {
    const { app, a } = await started();
    await downloadWhole(app, a, '720p');
    const used = valueOf(await app.routes['storage.read'](null)).downloadedBytes;
    valueOf(await app.routes['account.switchProfile'](null));
    valueOf(await app.routes['account.signIn']({ email: ilya.email, password: ilya.password, remember: false }));
    valueOf(await app.routes['catalogue.refresh'](null));
    expect(valueOf(await app.routes['storage.read'](null)).downloadedBytes).toBe(0);
    await limit(app, { downloadCapBytes: used });
    valueOf(await app.routes['downloads.start']({ lectureIds: [a], quality: 'audio' }));
    await app.until(async () => (await listed(app))[0]?.waitsFor?.kind === 'cap');
    expect(valueOf(await app.routes['downloads.estimate']({ lectureIds: [a], quality: 'audio' })).fits).toBe(false);
  });
});

describe('D7: what takes space, and what was watched', () => {
  it('D7: the picture: courses with unfinished and watched bytes, the bin, the drive; the preview and what it removes', async () => {
    const { app, a, b, c } = await started();
    for (const id of [a, b, c]) await downloadWhole(app, id, 'audio');
    const sizes = new Map((await listed(app)).map(({ lectureId, sizeBytes }) => [lectureId, sizeBytes]));
    await remove(app, c);
    await watch(app, a);
    const usage = valueOf(await app.routes['storage.read'](null));
    const [course] = usage.courses;
    expect(usage.courses).toHaveLength(1);
    expect(course).toMatchObject({
      lectureCount: 2,
      sizeBytes: sizes.get(a)! + sizes.get(b)!,
      watchedBytes: sizes.get(a),
      watchedCount: 1,
    });
    expect(course?.coverUrl).toMatch(/^lecture:\/\/cover\//);
    expect(usage.binBytes).toBe(sizes.get(c));
    expect(usage.downloadedBytes).toBe([...sizes.values()].reduce((sum, size) => sum + size, 0));
    expect(usage.totalBytes).toBeGreaterThan(usage.freeBytes);
    const preview = async () => valueOf(await app.routes['space.preview']({ courseId: null })).lectures;
    expect(await preview()).toEqual([]);
    valueOf(await app.routes['playback.close']({ lectureId: a }));
    expect((await preview()).map(({ lectureId }) => lectureId)).toEqual([a]);
    await remove(app, a);
    expect(await preview()).toEqual([]);
    expect(await binned(app)).toHaveLength(2);
  });

  it('C6 D7: a page that broke, or a window that was closed, plays nothing any more though it never said so', async () => {
    const appWindow = createFakeWindow();
    const { app, a } = await started({ appWindow });
    await downloadWhole(app, a, 'audio');
    const preview = async () => valueOf(await app.routes['space.preview']({ courseId: null })).lectures;
    for (const change of ['page-gone', 'closed'] as const) {
      await watch(app, a);
      expect(await preview()).toEqual([]);
      appWindow.tell(change);
      expect(await preview()).toHaveLength(1);
    }
  });

  it('D7: watched to its end it goes to the bin once the player has let go of it, tells, and stays when it is brought back', async () => {
    const { app, a } = await started();
    valueOf(await app.routes['settings.update']({ removeWatchedAfterDays: 0 }));
    await downloadWhole(app, a, 'audio');
    await watch(app, a);
    const soon = (): Promise<void> =>
      new Promise((resolve) => {
        setTimeout(resolve, 4000);
      });
    await soon();
    expect(await stateOf(app, a)).toBe('complete');
    valueOf(await app.routes['playback.close']({ lectureId: a }));
    const told = () => app.events.filter(({ name }) => name === 'space.removed').map(({ payload }) => payload);
    await app.until(() => Promise.resolve(told().length > 0));
    expect(await binned(app)).toEqual([a]);
    expect(told()).toEqual([{ lectureIds: [a], lectureTitle: expect.any(String) as string }]);
    await restore(app, a);
    valueOf(await app.routes['playback.open']({ lectureId: a }));
    valueOf(await app.routes['playback.close']({ lectureId: a }));
    await soon();
    expect(await stateOf(app, a)).toBe('complete');
  }, 30_000);

  it('C5 D7: one with a note in it stays when it was watched, others go', async () => {
    const { app, a, b } = await started();
    valueOf(await app.routes['settings.update']({ removeWatchedAfterDays: 0 }));
    for (const id of [a, b]) await downloadWhole(app, id, 'audio');
    const id = NoteId.parse('00000000-0000-4000-8000-000000000001');
    valueOf(await app.routes['notes.save']({ id, lectureId: a, positionMs: 1000, text: 'to be thought over' }));
    for (const lectureId of [a, b]) {
      await watch(app, lectureId);
      valueOf(await app.routes['playback.close']({ lectureId }));
    }
    await app.until(async () => (await binned(app)).length > 0);
    expect(await binned(app)).toEqual([b]);
    expect(await stateOf(app, a)).toBe('complete');
  });
});
