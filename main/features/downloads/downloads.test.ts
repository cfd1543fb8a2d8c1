import { describe, expect, it } from 'vitest';
import type { LectureId } from '../../../contract/domain/ids.ts';
import { done } from '../../../contract/result.ts';
import { makeDownloadsScene } from '../../../tests/fakes/downloads-scene.ts';

describe('D5: downloads that wait for the line', () => {
  it('D3 D5: the service is tried again when it is said, longer each time; resuming by hand does not wait', async () => {
    const scene = makeDownloadsScene();
    await scene.start('a');
    await scene.endLast('service-failed');
    const untilMs = scene.clock.nowMs() + 1000;
    expect((await scene.item('a'))?.waitsFor).toEqual({ kind: 'service', untilMs });
    await scene.pass(1000);
    expect(scene.running).toHaveLength(2);
    await scene.endLast('service-failed');
    expect((await scene.item('a'))?.waitsFor).toEqual({ kind: 'service', untilMs: scene.clock.nowMs() + 2000 });
    await scene.downloads.resume('a' as LectureId);
    await scene.settle();
    expect(scene.running).toHaveLength(3);
    await scene.pass(250);
    expect(scene.clock.pendingMs()).toEqual([]);
  });

  it('D5: offline nothing new begins, until the line is back', async () => {
    const scene = makeDownloadsScene();
    scene.world.online = false;
    await scene.start('a');
    expect((await scene.item('a'))?.waitsFor).toEqual({ kind: 'offline' });
    expect(scene.running).toHaveLength(0);
    scene.world.online = true;
    scene.downloads.wake();
    await scene.settle();
    expect(scene.running).toHaveLength(1);
  });

  it('D5: the night opens and closes by the timer, and nothing is asked for meanwhile', async () => {
    const scene = makeDownloadsScene();
    const minute = Math.floor(scene.clock.nowMs() / 60_000) % 1440;
    scene.world.settings = {
      ...scene.world.settings,
      downloadNight: { fromMinute: minute + 10, toMinute: minute + 20 },
    };
    await scene.start('a');
    for (let ahead = 0; ahead < 9; ahead += 1) await scene.pass(60_000);
    expect(scene.running).toHaveLength(0);
    for (let step = 0; step < 3; step += 1) await scene.pass(30_000);
    expect(scene.running).toHaveLength(1);
    for (let ahead = 0; ahead < 11; ahead += 1) await scene.pass(60_000);
    expect(await scene.item('a')).toMatchObject({ state: 'queued', waitsFor: { kind: 'night' } });
  });

  it('D5: on a line that begins to cost what runs stops, and goes on when the person agrees', async () => {
    const scene = makeDownloadsScene();
    await scene.start('a');
    scene.world.metered = true;
    scene.downloads.lineChanged();
    await scene.settle();
    expect(await scene.item('a')).toMatchObject({ state: 'queued', waitsFor: { kind: 'metered' } });
    scene.world.metered = false;
    scene.downloads.lineChanged();
    await scene.settle();
    expect(scene.running).toHaveLength(2);
    expect(await scene.item('a')).toMatchObject({ state: 'downloading', waitsFor: null });
  });

  it.each([
    ['before its row says that it runs', 'locate'],
    ['while it runs', 'transfer'],
  ] as const)('D3: a defect of the app %s ends the download with a sentence, once', async (_, place) => {
    const scene = makeDownloadsScene();
    scene.world.defectIn = place;
    await scene.start('a');
    await scene.pass(60_000);
    expect(await scene.item('a')).toMatchObject({ state: 'failed', error: { code: 'unexpected' }, waitsFor: null });
    expect(scene.world.defectCount).toBe(1);
    scene.world.defectIn = null;
    await scene.downloads.resume('a' as LectureId);
    await scene.settle();
    expect(await scene.item('a')).toMatchObject({ state: 'downloading' });
  });

  it('D5: stopping ends all work and begins none, whatever was asked for in the same moment', async () => {
    const scene = makeDownloadsScene({ downloadConcurrency: 1 });
    await scene.start('a', 'b', 'c');
    const asked = scene.downloads.pause('a' as LectureId);
    await scene.downloads.stop();
    await asked;
    await scene.settle();
    expect((await scene.item('b'))?.state).not.toBe('complete');
    const begun = scene.running.length;
    await scene.pass(120_000);
    scene.downloads.wake();
    scene.downloads.settingsChanged();
    await scene.settle();
    expect(scene.running).toHaveLength(begun);
    await scene.pass(250);
    expect(scene.clock.pendingMs()).toEqual([]);
  });

  it('D1: it is busy from the first byte asked for to the last one that came, also when it is stopped', async () => {
    const scene = makeDownloadsScene();
    await scene.start('a');
    expect(scene.world.busy.at(-1)).toBe(true);
    await scene.endLast(null);
    expect(scene.world.busy.at(-1)).toBe(false);
    await scene.start('b');
    expect(scene.world.busy.at(-1)).toBe(true);
    await scene.downloads.stop();
    expect(scene.world.busy.at(-1)).toBe(false);
  });

  it('D7: whether one is kept is asked when its turn has come, and it stays as it is', async () => {
    const scene = makeDownloadsScene();
    await scene.start('a');
    const asked: LectureId[] = [];
    let isOpen = false;
    const before = scene.downloads.pause('a' as LectureId);
    const removed = scene.downloads.remove(['a' as LectureId], (id) => {
      asked.push(id);
      return isOpen;
    });
    isOpen = true;
    await before;
    expect(await removed).toEqual(done);
    expect(asked).toEqual(['a']);
    expect(await scene.item('a')).toMatchObject({ state: 'paused' });
  });

  it('D5: the limit goes to the transfers as soon as it changes', () => {
    const scene = makeDownloadsScene({ downloadLimitBytesPerSecond: 250_000 });
    scene.downloads.settingsChanged();
    scene.world.settings = { ...scene.world.settings, downloadLimitBytesPerSecond: null };
    scene.downloads.settingsChanged();
    expect(scene.world.limits).toEqual([250_000, null]);
  });
});
