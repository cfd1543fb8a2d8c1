import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OpenFile } from '../../files/lrm/index.ts';
import { openFileOnDisk } from '../../files/lrm/random-access-file.ts';
import { failingDisk, systemError, writeToFullDevice } from './failing-disk.ts';
import { canMount, mountSmallDisk } from './small-disk.ts';

/** A disk on which something does not work until `heal`. */
export interface TroubleDisk {
  readonly folder: string;
  readonly openFile: OpenFile;
  hurt(mediaFolder: string): Promise<void>;
  heal(mediaFolder: string): Promise<void>;
  close(): Promise<void>;
}

/** A kind of disk, under a name that says how real it is on this machine. */
export interface TroubleDiskKind {
  readonly title: string;
  open(): Promise<TroubleDisk>;
}

const isUnix = process.platform !== 'win32';
const isRoot = process.getuid?.() === 0;

/** A disk with less than a MiB of room; `heal` makes it eight. */
export const fullDisk: TroubleDiskKind = canMount
  ? { title: 'a full disk (a real tmpfs)', open: () => openMounted('size=1048576', null, 'size=8m') }
  : { title: 'a full disk (no mount on this machine: ENOSPC from /dev/full or made up)', open: openFullByHand };

/** A disk that `hurt` makes read-only. */
export const readOnlyDisk: TroubleDiskKind = canMount
  ? { title: 'a read-only disk (a real tmpfs)', open: () => openMounted('size=8m', 'ro', 'rw') }
  : isUnix && !isRoot
    ? { title: 'a read-only folder (by its mode)', open: openReadOnlyFolder }
    : { title: 'a read-only folder (EACCES made up: root or Windows without mount)', open: openRefusing };

async function openMounted(first: string, hurt: string | null, heal: string): Promise<TroubleDisk> {
  const disk = await mountSmallDisk(first);
  return {
    folder: disk.folder,
    openFile: openFileOnDisk,
    hurt: async () => (hurt === null ? undefined : disk.remount(hurt)),
    heal: async () => disk.remount(heal),
    close: disk.close,
  };
}

async function openFullByHand(): Promise<TroubleDisk> {
  let isFull = true;
  const refuse = (source: Uint8Array): Promise<void> =>
    process.platform === 'linux' ? writeToFullDevice(source) : Promise.reject(systemError('ENOSPC'));
  const openFile = failingDisk({
    writeAt: (file, source, position) =>
      isFull && position > 900_000 ? refuse(source) : file.writeAt(source, position),
  });
  return byHand(
    openFile,
    async () => undefined,
    async () => {
      isFull = false;
    },
  );
}

function openReadOnlyFolder(): Promise<TroubleDisk> {
  return byHand(
    openFileOnDisk,
    (mediaFolder) => chmod(mediaFolder, 0o500),
    (mediaFolder) => chmod(mediaFolder, 0o700),
  );
}

async function openRefusing(): Promise<TroubleDisk> {
  let isReadOnly = false;
  const openFile: OpenFile = async (path, mode) => {
    if (isReadOnly && mode !== 'read') throw systemError('EACCES');
    return openFileOnDisk(path, mode);
  };
  const set = (value: boolean) => async (): Promise<void> => {
    isReadOnly = value;
  };
  return byHand(openFile, set(true), set(false));
}

async function byHand(openFile: OpenFile, hurt: TroubleDisk['hurt'], heal: TroubleDisk['heal']): Promise<TroubleDisk> {
  const folder = await mkdtemp(join(tmpdir(), 'trouble-disk-'));
  return { folder, openFile, hurt, heal, close: () => rm(folder, { recursive: true }) };
}
