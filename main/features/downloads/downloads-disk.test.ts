import { describe, expect, it } from 'vitest';
import { done } from '../../../contract/result.ts';
import { defaultSettings } from '../../../contract/domain/settings.ts';
import { makeDownloadsScene, sizeBytes } from '../../../tests/fakes/downloads-scene.ts';

describe('D6 D7: downloads that wait for the disk', () => {
  it('D7: a full disk is waited for: looked at every half minute, gone on with when there is room', async () => {
    const scene = makeDownloadsScene();
    await scene.start('a');
    scene.running[0]?.receive(400_000);
    scene.world.freeBytes = 1000;
    await scene.endLast('disk-full');
    expect(await scene.item('a')).toMatchObject({
      state: 'waiting',
      error: { code: 'disk-full' },
      waitsFor: { kind: 'disk-full' },
    });
    await scene.pass(30_000);
    expect(scene.running).toHaveLength(1);
    scene.world.freeBytes = 600_000 + 16 * 1024 * 1024;
    await scene.pass(30_000);
    expect(scene.running).toHaveLength(2);
    expect(scene.running[1]?.job.resume).toBe(true);
    await scene.endLast(null);
    expect(await scene.item('a')).toMatchObject({ state: 'complete', waitsFor: null, error: null });
    await scene.pass(250);
    expect(scene.clock.pendingMs()).toEqual([]);
  });

  it('D3 D7: a download whose end could not be written down is taken up again as soon as the library can be written to', async () => {
    const scene = makeDownloadsScene();
    await scene.start('a');
    scene.world.faultOfLibrary = 'disk-full';
    await scene.endLast('disk-full');
    expect(await scene.item('a')).toMatchObject({ state: 'downloading', waitsFor: { kind: 'turn' } });
    await scene.pass(30_000);
    expect(scene.running).toHaveLength(1);
    scene.world.faultOfLibrary = null;
    await scene.pass(30_000);
    expect(scene.running).toHaveLength(2);
    await scene.endLast(null);
    expect(await scene.item('a')).toMatchObject({ state: 'complete' });
    await scene.pass(250);
    expect(scene.clock.pendingMs()).toEqual([]);
  });

  it('D7: the cap counts what is here, what other accounts have and what is on its way; lowered, it stops what began last', async () => {
    const capped = (bytes: number | null) => ({ ...defaultSettings, downloadCapBytes: bytes });
    const scene = makeDownloadsScene({ downloadCapBytes: 3 * sizeBytes });
    scene.world.othersBytes = 1;
    await scene.start('a', 'b', 'c');
    expect(scene.running).toHaveLength(2);
    expect((await scene.item('c'))?.waitsFor).toEqual({ kind: 'cap' });
    scene.world.settings = capped(1.5 * sizeBytes);
    scene.downloads.settingsChanged();
    await scene.settle();
    expect(await scene.item('b')).toMatchObject({ state: 'queued', waitsFor: { kind: 'cap' } });
    expect((await scene.item('a'))?.waitsFor).toBeNull();
    await scene.endLast(null);
    scene.running[0]?.end(done);
    await scene.settle();
    expect(await scene.item('a')).toMatchObject({ state: 'complete' });
    expect((await scene.item('b'))?.waitsFor).toEqual({ kind: 'cap' });
    scene.world.settings = capped(null);
    scene.downloads.settingsChanged();
    await scene.settle();
    expect(scene.running).toHaveLength(4);
    await scene.downloads.stop();
  });

  it('D7: what is to stay free is looked at while something runs: when the disk fills, it stops, and goes on when there is room', async () => {
    const scene = makeDownloadsScene({ downloadFloorBytes: 5 * sizeBytes });
    scene.world.freeBytes = 6 * sizeBytes;
    await scene.start('a');
    expect(scene.running).toHaveLength(1);
    scene.running[0]?.receive(400_000);
    await scene.settle();
    scene.world.freeBytes = 5 * sizeBytes + 599_999;
    await scene.pass(30_000);
    expect(await scene.item('a')).toMatchObject({
      state: 'queued',
      waitsFor: { kind: 'floor' },
      receivedBytes: 400_000,
    });
    scene.world.freeBytes += 1;
    await scene.pass(30_000);
    expect(scene.running).toHaveLength(2);
    expect(scene.running[1]?.job.resume).toBe(true);
    await scene.downloads.stop();
    await scene.pass(250);
    expect(scene.clock.pendingMs()).toEqual([]);
  });

  it('D6: a drive that goes while it is written to is waited for; what is left of other faults of the disk fails', async () => {
    const scene = makeDownloadsScene();
    await scene.start('a');
    scene.running[0]?.receive(400_000);
    scene.world.folderIsThere = false;
    await scene.endLast('disk-failed');
    expect(await scene.item('a')).toMatchObject({ state: 'waiting', waitsFor: { kind: 'drive-away' } });
    await scene.pass(60_000);
    expect(scene.running).toHaveLength(1);
    scene.world.folderIsThere = true;
    await scene.pass(30_000);
    expect(scene.running).toHaveLength(2);
    await scene.endLast('disk-failed');
    expect(await scene.item('a')).toMatchObject({ state: 'failed', error: { code: 'disk-failed' }, waitsFor: null });
  });

  it('D6: without the drive of a folder that was chosen nothing begins; with it all goes on', async () => {
    const scene = makeDownloadsScene();
    scene.world.chosen = true;
    scene.world.folderIsThere = false;
    await scene.start('a');
    expect(scene.running).toHaveLength(0);
    expect(await scene.item('a')).toMatchObject({ state: 'queued', waitsFor: { kind: 'drive-away' } });
    scene.world.folderIsThere = true;
    await scene.downloads.lookAgain();
    await scene.settle();
    expect(scene.running).toHaveLength(1);
    scene.world.folderIsThere = false;
    await scene.endLast('drive-away');
    expect(await scene.item('a')).toMatchObject({ state: 'waiting', error: { code: 'drive-away' } });
    scene.world.folderIsThere = true;
    await scene.pass(30_000);
    expect(scene.running).toHaveLength(2);
  });

  it('D6: while lectures move what runs is called off and goes on afterwards where it was', async () => {
    const scene = makeDownloadsScene();
    await scene.start('a');
    scene.running[0]?.receive(400_000);
    scene.world.moving = true;
    await scene.downloads.lookAgain();
    await scene.settle();
    expect(await scene.item('a')).toMatchObject({
      state: 'queued',
      waitsFor: { kind: 'moving' },
      receivedBytes: 400_000,
    });
    scene.world.moving = false;
    await scene.downloads.lookAgain();
    await scene.settle();
    expect(scene.running).toHaveLength(2);
    expect(scene.running[1]?.job.resume).toBe(true);
  });
});
