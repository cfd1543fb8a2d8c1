import type { DownloadItem } from '../../contract/domain/download.ts';
import type { LectureId } from '../../contract/domain/ids.ts';
import { defaultSettings, type Settings } from '../../contract/domain/settings.ts';
import { done, fail, ok } from '../../contract/result.ts';
import type { AppErrorCode, Result } from '../../contract/result.ts';
import { createFakeClock } from './fake-clock.ts';
import { createListLog } from './silent-log.ts';
import type { DownloadRow, DownloadRowWithTitles, LectureFiles, Library, TransferJob } from '../../main/ports.ts';
import { createDownloads } from '../../main/features/downloads/downloads.ts';
import type { DownloadsDeps } from '../../main/features/downloads/downloads.ts';

/** Of each lecture's file. */
export const sizeBytes = 1_000_000;

/** A library of lectures that all have one file, with rows in a map that are not written while there is a fault. */
function fakeLibrary(faultOfLibrary: () => AppErrorCode | null): Library {
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
    bin: { list: () => Promise.resolve(ok([])), get: () => Promise.resolve(ok(null)) },
    downloads: {
      list: () =>
        Promise.resolve(ok([...rows.values()].map((row) => ({ ...row, ...titles }) as DownloadRowWithTitles))),
      get: (id: LectureId) => Promise.resolve(ok(rows.get(id) ?? null)),
      put: (row: DownloadRow) => {
        const code = faultOfLibrary();
        if (code === null) rows.set(row.lectureId, row);
        return Promise.resolve(code === null ? done : fail(code));
      },
      remove: (id: LectureId) => Promise.resolve((rows.delete(id), done)),
      keepQuality: () => Promise.resolve(done),
    },
  } as unknown as Library;
}

/** The downloads feature on a library of lectures that all have one file; `world` is what a test turns. */
export function makeDownloadsScene(part: Partial<Settings> = {}) {
  const clock = createFakeClock();
  const running: { job: TransferJob; end: (result: Result<null>) => void; receive: (bytes: number) => void }[] = [];
  const world = {
    online: true,
    metered: false,
    defectIn: null as 'locate' | 'transfer' | null,
    defectCount: 0,
    moving: false,
    chosen: false,
    freeBytes: 1e12,
    othersBytes: 0,
    folderIsThere: true,
    faultOfLibrary: null as AppErrorCode | null,
    settings: { ...defaultSettings, ...part },
    limits: [] as (number | null)[],
    busy: [] as boolean[],
  };
  const breakIn = (place: 'locate' | 'transfer'): void => {
    if (world.defectIn !== place) return;
    world.defectCount += 1;
    throw new TypeError('a defect');
  };
  const downloads = createDownloads({
    library: fakeLibrary(() => world.faultOfLibrary),
    files: {
      folderIsThere: () => Promise.resolve(world.folderIsThere),
      makeFolder: () => Promise.resolve(),
      drive: () => Promise.resolve(ok({ totalBytes: 1e12, freeBytes: world.freeBytes })),
      remove: () => Promise.resolve(done),
    } as unknown as LectureFiles,
    transfer: {
      run: (job, onProgress, signal) =>
        new Promise((resolve) => {
          breakIn('transfer');
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
    async locate(id) {
      breakIn('locate');
      return ok({ id, etag: '"e"', sha256: 'x', sizeBytes }) as unknown as Awaited<ReturnType<DownloadsDeps['locate']>>;
    },
    fetchSideFile: () => Promise.resolve(done),
    coverUrl: (id) => id,
    settings: () => world.settings,
    setAllPaused(downloadsPaused) {
      world.settings = { ...world.settings, downloadsPaused };
      return Promise.resolve(done);
    },
    isOnline: () => world.online,
    isMetered: () => world.metered,
    folder: { isMoving: () => world.moving, isChosen: () => world.chosen },
    moment: () => ({ nowMs: clock.nowMs(), isBelieved: true }),
    othersBytes: () => Promise.resolve(world.othersBytes),
    onBinChange: () => undefined,
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
