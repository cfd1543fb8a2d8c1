import { describe, expect, it } from 'vitest';
import type { DownloadItem } from '../../../contract/domain/download.ts';
import type { LectureId } from '../../../contract/domain/ids.ts';
import { defaultSettings, type Settings } from '../../../contract/domain/settings.ts';
import { done, fail, ok } from '../../../contract/result.ts';
import type { AppErrorCode, Result } from '../../../contract/result.ts';
import { createFakeClock } from '../../../tests/fakes/fake-clock.ts';
import { createListLog } from '../../../tests/fakes/silent-log.ts';
import type { DownloadRow, DownloadRowWithTitles, LectureFiles, Library, TransferJob } from '../../ports.ts';
import { createDownloads } from './downloads.ts';
import type { DownloadsDeps } from './downloads.ts';

const sizeBytes = 1_000_000;

/** A library of lectures that all have one file, with rows in a map. */
function fakeLibrary(): Library {
  const rows = new Map<LectureId, DownloadRow>();
  const titles = { lectureTitle: '', courseTitle: '', coverAssetId: 'cover', durationMs: 1 };
  return {
    catalogue: {
      lecture: (id: LectureId) =>
        Promise.resolve(
          ok({
            course: { id: 'c' },
            lecture: {
              cover: { id: 'cover' },
              captions: [],
              attachments: [],
              media: [{ id: `${id}.media`, quality: '720p', sizeBytes, sha256: 'x' }],
            },
          }),
        ),
    },
    content: { remove: () => Promise.resolve(done) },
    downloads: {
      list: () =>
        Promise.resolve(ok([...rows.values()].map((row) => ({ ...row, ...titles }) as DownloadRowWithTitles))),
      get: (id: LectureId) => Promise.resolve(ok(rows.get(id) ?? null)),
      put: (row: DownloadRow) => Promise.resolve((rows.set(row.lectureId, row), done)),
      remove: (id: LectureId) => Promise.resolve((rows.delete(id), done)),
      keepQuality: () => Promise.resolve(done),
    },
  } as unknown as Library;
}

function makeScene(part: Partial<Settings> = {}) {
  const clock = createFakeClock();
  const running: { job: TransferJob; end: (result: Result<null>) => void; receive: (bytes: number) => void }[] = [];
  const world = {
    online: true,
    freeBytes: 1e12,
    folderIsThere: true,
    settings: { ...defaultSettings, ...part },
    limits: [] as (number | null)[],
    busy: [] as boolean[],
  };
  const downloads = createDownloads({
    library: fakeLibrary(),
    files: {
      folderIsThere: () => Promise.resolve(world.folderIsThere),
      makeFolder: () => Promise.resolve(),
      space: () => Promise.resolve(ok({ usedBytes: 0, freeBytes: world.freeBytes })),
      remove: () => Promise.resolve(done),
    } as unknown as LectureFiles,
    transfer: {
      run: (job, onProgress, signal) =>
        new Promise((resolve) => {
          signal.addEventListener('abort', () => resolve(fail('cancelled')));
          running.push({
            job,
            end: resolve,
            receive: (receivedBytes) => onProgress({ receivedBytes, phase: 'downloading' }),
          });
        }),
      setLimit: (limit) => void world.limits.push(limit),
    },
    clock,
    log: createListLog(),
    random: () => 0,
    opened: () => ok({ id: 'account', keys: {} }) as unknown as ReturnType<DownloadsDeps['opened']>,
    locate: (id) =>
      Promise.resolve(
        ok({ id, etag: '"e"', sha256: 'x', sizeBytes }) as unknown as Awaited<ReturnType<DownloadsDeps['locate']>>,
      ),
    fetchSideFile: () => Promise.resolve(done),
    coverUrl: (id) => id,
    settings: () => world.settings,
    setAllPaused(downloadsPaused) {
      world.settings = { ...world.settings, downloadsPaused };
      return Promise.resolve(done);
    },
    isOnline: () => world.online,
    localMinute: (atMs) => Math.floor(atMs / 60_000) % 1440,
    onChange: () => undefined,
    licenceOf: () => ({ kind: 'none' }),
    fetchLicence: () => Promise.resolve(),
    onBusy: (busy) => void world.busy.push(busy),
  });
  /** Lets everything that is promised happen. */
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  };
  const item = async (id: string): Promise<DownloadItem | undefined> => {
    const items = await downloads.list();
    return items.ok ? items.value.find(({ lectureId }) => lectureId === id) : undefined;
  };
  const start = async (...ids: string[]): Promise<void> => {
    await downloads.takeUp();
    await downloads.start({ lectureIds: ids as unknown as LectureId[], quality: '720p' });
    await settle();
  };
  const endLast = async (code: AppErrorCode | null): Promise<void> => {
    running.at(-1)?.end(code === null ? done : fail(code));
    await settle();
  };
  const pass = async (ms: number): Promise<void> => {
    clock.advance(ms);
    await settle();
  };
  return { clock, running, world, downloads, settle, item, start, endLast, pass };
}

describe('D5 D7: downloads that wait', () => {
  it('D7: a full disk is waited for: looked at every half minute, gone on with when there is room', async () => {
    const scene = makeScene();
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

  it('D6: a drive that goes while it is written to is waited for; what is left of other faults of the disk fails', async () => {
    const scene = makeScene();
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

  it('D3 D5: the service is tried again when it is said, longer each time; resuming by hand does not wait', async () => {
    const scene = makeScene();
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
    const scene = makeScene();
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
    const scene = makeScene();
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

  it('D5: stopping ends all work and begins none, whatever was asked for in the same moment', async () => {
    const scene = makeScene({ downloadConcurrency: 1 });
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
    const scene = makeScene();
    await scene.start('a');
    expect(scene.world.busy.at(-1)).toBe(true);
    await scene.endLast(null);
    expect(scene.world.busy.at(-1)).toBe(false);
    await scene.start('b');
    expect(scene.world.busy.at(-1)).toBe(true);
    await scene.downloads.stop();
    expect(scene.world.busy.at(-1)).toBe(false);
  });

  it('D5: the limit goes to the transfers as soon as it changes', () => {
    const scene = makeScene({ downloadLimitBytesPerSecond: 250_000 });
    scene.downloads.settingsChanged();
    scene.world.settings = { ...scene.world.settings, downloadLimitBytesPerSecond: null };
    scene.downloads.settingsChanged();
    expect(scene.world.limits).toEqual([250_000, null]);
  });
});
