import { readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { downloadWhole, stateOf, valueOf } from '../support/app-rig.ts';
import { createFastClock } from '../support/fast-clock.ts';
import { keptAccount } from '../support/kept-library.ts';
import { createMovableClock } from '../support/movable-clock.ts';
import { spaceSteps } from '../support/space-steps.ts';

const { rig, files, remove, restore, binned, listed, slowly, sentBytes, read, started } = spaceSteps();

describe('D5 D7: the bin', () => {
  it('D7: what was removed stays on the disk over a restart, comes back whole and plays without the service; nothing is fetched twice', async () => {
    const { app, a } = await started();
    await downloadWhole(app, a);
    const [whole] = await listed(app);
    const before = await files();
    await remove(app, a);
    expect(await listed(app)).toEqual([]);
    expect(await files()).toEqual(before);
    const again = await rig().start();
    expect(valueOf(await again.routes['bin.list'](null))).toEqual([
      {
        lectureId: a,
        lectureTitle: whole!.lectureTitle,
        courseTitle: whole!.courseTitle,
        sizeBytes: whole!.sizeBytes,
        removedAtMs: expect.any(Number) as number,
        goesAtMs: expect.any(Number) as number,
        isWhole: true,
      },
    ]);
    expect(valueOf(await again.routes['account.signOutPreview'](null))).toMatchObject({ lectureCount: 1 });
    await sentBytes();
    await rig().stopService();
    await restore(again, a);
    expect(await stateOf(again, a)).toBe('complete');
    expect(await read(again, a)).toEqual({ source: 'downloaded', byteCount: whole!.sizeBytes });
    expect(await binned(again)).toEqual([]);
    expect(again.events.some(({ name }) => name === 'bin.changed')).toBe(true);
  });

  it('D3 D5 D7: an unfinished one goes on where it was, at the end of the queue', async () => {
    const { app, a, b } = await started();
    valueOf(await app.routes['settings.update']({ downloadConcurrency: 1 }));
    await slowly(150_000);
    valueOf(await app.routes['downloads.start']({ lectureIds: [a, b], quality: '720p' }));
    await app.until(async () => (await listed(app))[0]!.receivedBytes > 200_000);
    await remove(app, a);
    const [held] = valueOf(await app.routes['bin.list'](null));
    expect(held).toMatchObject({ lectureId: a, isWhole: false });
    expect((await listed(app)).map(({ lectureId }) => lectureId)).toEqual([b]);
    await restore(app, a);
    expect((await listed(app)).map(({ lectureId }) => lectureId)).toEqual([b, a]);
    await rig().clearFaults();
    await sentBytes();
    await app.until(async () => (await stateOf(app, a)) === 'complete' && (await stateOf(app, b)) === 'complete');
    const sizeBytes = (await listed(app)).reduce((sum, item) => sum + item.sizeBytes, 0);
    expect(await sentBytes()).toBeLessThanOrEqual(sizeBytes - held!.sizeBytes);
  });

  it('D2 D7: asked for again it comes out of the bin; in another quality the removed file goes', async () => {
    const { app, a } = await started();
    await downloadWhole(app, a);
    await remove(app, a);
    await sentBytes();
    await downloadWhole(app, a);
    expect([await sentBytes(), await binned(app)]).toEqual([0, []]);
    await remove(app, a);
    await downloadWhole(app, a, 'audio');
    expect(await files()).toHaveLength(1);
    expect(await binned(app)).toEqual([]);
    await restore(app, a);
    expect((await listed(app))[0]).toMatchObject({ quality: 'audio', state: 'complete' });
  });

  it('D7: emptied, or item by item, the files are gone for good; without its drive nothing is deleted', async () => {
    const { app, a, b, c } = await started();
    for (const id of [a, b, c]) await downloadWhole(app, id, 'audio');
    await remove(app, a, b, c);
    valueOf(await app.routes['bin.empty']({ lectureIds: [b] }));
    expect(await binned(app)).toHaveLength(2);
    expect(await files()).toHaveLength(2);
    const away = `${rig().downloadFolder}-away`;
    await rename(rig().downloadFolder, away);
    expect(await app.routes['bin.empty']({ lectureIds: null })).toEqual({ ok: false, error: { code: 'drive-away' } });
    await rename(away, rig().downloadFolder);
    expect(await binned(app)).toHaveLength(2);
    valueOf(await app.routes['bin.empty']({ lectureIds: null }));
    expect([await files(), await binned(app)]).toEqual([[], []]);
  });

  it('D7: seven days after it was removed it goes by itself, and not before', async () => {
    const clock = createFastClock(86_400);
    const { app, a } = await started({ clock });
    await downloadWhole(app, a, 'audio');
    const removedAtMs = clock.nowMs();
    await remove(app, a);
    await app.until(async () => (await binned(app)).length === 0, 15_000);
    expect(clock.nowMs() - removedAtMs).toBeGreaterThanOrEqual(7 * 86_400_000);
    expect(await files()).toEqual([]);
  });

  it('D7: a clock that leapt ahead, or was turned back, costs nothing when it is set right', async () => {
    const clock = createMovableClock();
    const { app, a } = await started({ clock });
    await downloadWhole(app, a, 'audio');
    await remove(app, a);
    const settled = (): Promise<void> =>
      new Promise((resolve) => {
        setTimeout(resolve, 4500);
      });
    for (const days of [40, -40, 0]) {
      clock.setDays(days);
      const again = await rig().start({ clock });
      await settled();
      expect(await binned(again)).toEqual([a]);
    }
    expect(await files()).toHaveLength(1);
  }, 30_000);

  it('D7 D8: neither sweep nor adoption touches the bin; after the library was lost its lectures are downloads again', async () => {
    const { app, a } = await started();
    await downloadWhole(app, a, 'audio');
    await remove(app, a);
    const again = await rig().start();
    await again.until(async () => valueOf(await again.routes['catalogue.home'](null)).state === 'ready');
    await new Promise<void>((resolve) => {
      setTimeout(resolve, 1500);
    });
    expect([await binned(again), await listed(again), await files()]).toEqual([[a], [], expect.any(Array)]);
    const kept = await keptAccount(rig());
    await again.stop();
    for (const name of await readdir(kept.libraryFolder))
      if (name.startsWith('library.db')) await rm(join(kept.libraryFolder, name));
    await sentBytes();
    const anew = await rig().start();
    await anew.until(async () => (await stateOf(anew, a)) === 'complete');
    expect([await sentBytes(), await binned(anew)]).toEqual([0, []]);
  });

  it('A9 D7: erasing the account takes the bin along', async () => {
    const { app, a } = await started();
    await downloadWhole(app, a, 'audio');
    await remove(app, a);
    expect(valueOf(await app.routes['account.signOut']({ erase: true }))).toMatchObject({ remains: [] });
    expect(await files()).toEqual([]);
  });
});
