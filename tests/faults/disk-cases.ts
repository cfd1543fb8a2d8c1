import { renameSync } from 'node:fs';
import { copyFile, mkdir, readFile, rename, rm, rmdir, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AppErrorCode } from '../../contract/result.ts';
import type { OpenFile } from '../../main/adapters/files/lrm/index.ts';
import { failingDisk, systemError } from '../../main/adapters/transfer/testing/failing-disk.ts';
import type { DiskFaults } from '../../main/adapters/transfer/testing/failing-disk.ts';
import { segmentSizeBytes as segment } from '../../main/adapters/transfer/testing/transfer-scene.ts';
import type { TransferScene } from '../../main/adapters/transfer/testing/transfer-scene.ts';

/** The lecture of these cases. */
export const sizeBytes = 20 * segment + 11;

/** One thing that goes wrong with the disk, and what must come of it. */
export interface DiskCase {
  readonly title: string;
  /** When given, so many bytes came before. */
  readonly resumeAfter?: number;
  /** Done to the folder before the attempt that meets the fault. */
  readonly hurt?: (scene: TransferScene) => Promise<unknown>;
  /** The disk that this attempt writes on; a new one for each test. */
  readonly disk?: () => OpenFile;
  /** Done once, while that attempt receives bytes. */
  readonly meanwhile?: (scene: TransferScene) => void;
  readonly code: AppErrorCode | 'ok';
  /** Plain bytes left of the unfinished file; not said where it is a matter of timing. */
  readonly holds?: number;
  /** Done before the next attempt, which must succeed. */
  readonly heal?: (scene: TransferScene) => Promise<unknown>;
}

/** A disk on which call number `nth` (from 1) of one kind fails. */
const nth =
  (call: 'writeAt' | 'readAt' | 'sync', number: number, code: string, isLasting = false) =>
  (): OpenFile => {
    let calls = 0;
    const turn = (): boolean => {
      calls += 1;
      return isLasting ? calls >= number : calls === number;
    };
    const faults: DiskFaults = {
      writeAt: (file, source, at) =>
        call === 'writeAt' && turn() ? Promise.reject(systemError(code)) : file.writeAt(source, at),
      readAt: (file, target, at) =>
        call === 'readAt' && turn() ? Promise.reject(systemError(code)) : file.readAt(target, at),
      sync: (file) => (call === 'sync' && turn() ? Promise.reject(systemError(code)) : file.sync()),
    };
    return failingDisk(faults);
  };

const opens = (mode: Parameters<OpenFile>[1], code: string) => (): OpenFile =>
  failingDisk({
    open(asked) {
      if (asked === mode) throw systemError(code);
    },
  });

const closesBadly = (): OpenFile =>
  failingDisk({
    close() {
      throw systemError('EIO');
    },
  });

const half = { resumeAfter: 5 * segment + 3 };

/** Reads, writes, syncs and closes that fail as the system says it, put in at the smallest port. */
export const callCases: readonly DiskCase[] = [
  { title: 'the header cannot be written (EIO)', disk: nth('writeAt', 1, 'EIO'), code: 'disk-failed', holds: 0 },
  { title: 'the header does not fit (ENOSPC)', disk: nth('writeAt', 1, 'ENOSPC'), code: 'disk-full', holds: 0 },
  {
    title: 'a segment cannot be written (EIO)',
    disk: nth('writeAt', 9, 'EIO'),
    code: 'disk-failed',
    holds: 7 * segment,
  },
  {
    title: 'a segment does not fit (ENOSPC)',
    disk: nth('writeAt', 9, 'ENOSPC'),
    code: 'disk-full',
    holds: 7 * segment,
  },
  {
    title: 'a segment goes over the quota (EDQUOT)',
    disk: nth('writeAt', 9, 'EDQUOT'),
    code: 'disk-full',
    holds: 7 * segment,
  },
  {
    title: 'the last segment does not fit (ENOSPC)',
    disk: nth('writeAt', 22, 'ENOSPC'),
    code: 'disk-full',
    holds: 20 * segment,
  },
  {
    title: 'every write fails from the third on',
    disk: nth('writeAt', 3, 'EIO', true),
    code: 'disk-failed',
    holds: segment,
  },
  {
    title: 'nothing of a resume fits',
    ...half,
    disk: nth('writeAt', 1, 'ENOSPC', true),
    code: 'disk-full',
    holds: 5 * segment,
  },
  { title: 'the first fsync fails', disk: nth('sync', 1, 'EIO'), code: 'disk-failed', holds: 0 },
  { title: 'an fsync in the middle fails', disk: nth('sync', 3, 'EIO'), code: 'disk-failed' },
  { title: 'every fsync fails', disk: nth('sync', 1, 'EIO', true), code: 'disk-failed', holds: 0 },
  {
    title: 'the fsync of a resume fails: nothing of the file is believed',
    ...half,
    disk: nth('sync', 1, 'EIO'),
    code: 'disk-failed',
    holds: 0,
  },
  { title: 'the file cannot be made (EMFILE)', disk: opens('create', 'EMFILE'), code: 'disk-failed', holds: 0 },
  { title: 'the file may not be made (EACCES)', disk: opens('create', 'EACCES'), code: 'folder-read-only', holds: 0 },
  { title: 'the file may not be made (EROFS)', disk: opens('create', 'EROFS'), code: 'folder-read-only', holds: 0 },
  {
    title: 'the file of a resume may not be written',
    ...half,
    disk: opens('read-write', 'EACCES'),
    code: 'folder-read-only',
    holds: 5 * segment,
  },
  {
    title: 'the header cannot be read at a resume: nothing is thrown away',
    ...half,
    disk: nth('readAt', 1, 'EIO'),
    code: 'disk-failed',
    holds: 5 * segment,
  },
  {
    title: 'the drive is gone at a resume: nothing is thrown away',
    ...half,
    disk: nth('readAt', 1, 'ENXIO', true),
    code: 'disk-failed',
    holds: 5 * segment,
  },
  { title: 'closing the whole file fails', disk: closesBadly, code: 'disk-failed', holds: sizeBytes },
];

const elsewhere = 'a file of somebody else';

/** Folders and files that are not what they were, on the real disk. */
export const placeCases: readonly DiskCase[] = [
  {
    title: 'the folder is taken away while bytes come',
    meanwhile: ({ paths }) => renameSync(paths.folder, `${paths.folder}-gone`),
    code: 'disk-failed',
    holds: 0,
  },
  {
    title: 'the folder is removed between two attempts: it is made again',
    ...half,
    hurt: ({ downloadFolder }) => rm(downloadFolder, { recursive: true }),
    code: 'ok',
  },
  {
    title: 'a file lies where the folder belongs',
    hurt: async ({ downloadFolder }) => writeFile(join(downloadFolder, 'lectoroom'), elsewhere),
    code: 'disk-failed',
    heal: ({ downloadFolder }) => rm(join(downloadFolder, 'lectoroom')),
  },
  {
    title: 'a folder lies where the unfinished file belongs',
    hurt: ({ paths }) => mkdir(join(paths.unfinished, 'inside'), { recursive: true }),
    code: 'disk-failed',
    heal: ({ paths }) => rm(paths.unfinished, { recursive: true }),
  },
  {
    title: 'the unfinished file is replaced by a folder while bytes come',
    meanwhile: ({ paths }) => replaceByFolder(paths.unfinished),
    code: 'disk-failed',
    heal: ({ paths }) => rm(paths.unfinished, { recursive: true }),
  },
  {
    title: 'the unfinished file is replaced by an older one while bytes come',
    ...half,
    hurt: async ({ paths }) => {
      await copyFile(paths.unfinished, `${paths.folder}-older`);
      await rm(paths.unfinished);
    },
    meanwhile: ({ paths }) => renameSync(`${paths.folder}-older`, paths.unfinished),
    code: 'disk-failed',
    holds: 5 * segment,
  },
  {
    title: 'the unfinished file is taken away while bytes come',
    meanwhile: ({ paths }) => renameSync(paths.unfinished, `${paths.folder}-away`),
    code: 'disk-failed',
    holds: 0,
  },
  {
    title: 'the rename fails: a folder lies where the finished file belongs',
    hurt: ({ paths }) => mkdir(join(paths.finished, 'inside'), { recursive: true }),
    code: 'disk-failed',
    holds: sizeBytes,
    heal: async ({ paths }) => {
      await rmdir(join(paths.finished, 'inside'));
      await rmdir(paths.finished);
    },
  },
  { title: 'the unfinished file was emptied', ...half, hurt: ({ paths }) => truncate(paths.unfinished, 0), code: 'ok' },
  {
    title: 'the unfinished file was cut in its header',
    ...half,
    hurt: ({ paths }) => truncate(paths.unfinished, 100),
    code: 'ok',
  },
  {
    title: 'the unfinished file is longer than its lecture',
    ...half,
    hurt: ({ paths }) => truncate(paths.unfinished, 99_999),
    code: 'ok',
  },
  {
    title: 'the unfinished file is rubbish',
    hurt: ({ paths }) => writeAnew(paths.folder, paths.unfinished, 'x'.repeat(5000)),
    code: 'ok',
  },
  {
    title: 'the finished file is rubbish',
    hurt: ({ paths }) => writeAnew(paths.folder, paths.finished, 'x'.repeat(5000)),
    code: 'ok',
  },
  {
    title: 'a link to somebody else’s file lies where the unfinished file belongs: that file is not touched',
    hurt: async ({ paths, downloadFolder }) => {
      await writeAnew(paths.folder, join(downloadFolder, 'other'), elsewhere);
      await symlink(join(downloadFolder, 'other'), paths.unfinished);
    },
    code: 'ok',
    heal: async ({ downloadFolder }) => {
      if ((await readFile(join(downloadFolder, 'other'), 'utf8')) !== elsewhere) throw new Error('it was touched');
    },
  },
  {
    title: 'the finished and the unfinished file have changed places',
    ...half,
    hurt: ({ paths }) => rename(paths.unfinished, paths.finished),
    code: 'ok',
  },
];

function replaceByFolder(path: string): void {
  renameSync(path, `${path}-away`);
  void mkdir(path);
}

async function writeAnew(folder: string, path: string, text: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(path, text);
}
