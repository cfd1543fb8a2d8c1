import { randomBytes } from 'node:crypto';
import { access, constants, mkdir, open, realpath, rm, rmdir, stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative } from 'node:path';
import { done, fail, ok, type Result } from '../../../contract/result.ts';
import type { FolderDisk, FolderPlace, MarkedFolder } from '../../folder-ports.ts';
import { codeOfWriteError } from '../files/disk-codes.ts';
import { driveSpace } from '../files/folder-space.ts';
import { answers, isMarked } from '../files/is-marked.ts';
import { errnoOf } from '../files/lrm/outcome.ts';
import { syncFolder } from '../files/lrm/index.ts';
import { mountedVolumes } from './mounted-volumes.ts';
import { candidatesOf, driveNameOf, volumeOf, type Volume } from './volumes.ts';

/** Where the usual folder is, what else is the app's own, and where the person is at home; all absolute. */
export interface FolderDiskDeps {
  readonly usualFolder: string;
  readonly userDataFolder: string;
  readonly homeFolder: string;
  /** Other mounts than this computer's, for tests. */
  readonly volumes?: () => Promise<readonly Volume[]>;
}

/** Folders and drives of this computer. */
export function createFolderDisk(deps: FolderDiskDeps): FolderDisk {
  const { platform } = process;
  const volumes = deps.volumes ?? (() => mountedVolumes(platform));

  function marked(place: FolderPlace | null): MarkedFolder {
    if (place === null) return { folder: deps.usualFolder, marker: null };
    return { folder: place.path, marker: join(place.path, 'lectoroom', `${place.id}.folder`) };
  }

  async function judge(path: string, current: FolderPlace | null): Promise<Result<FolderPlace | null>> {
    if (!isAbsolute(path)) return fail('folder-unfit');
    const found = await realOf(path);
    if (found === null || !(await isFolder(found))) return fail('folder-unfit');
    const now = await realOf(marked(current).folder);
    const usual = (await realOf(deps.usualFolder)) ?? deps.usualFolder;
    const userData = (await realOf(deps.userDataFolder)) ?? deps.userDataFolder;
    if (found === now) return fail('folder-unfit');
    if (found === usual) return ok(null);
    const isOwn = isInside(found, userData) || isInside(found, usual);
    if (isOwn || (now !== null && isInside(found, join(now, 'lectoroom')))) return fail('folder-unfit');
    const probed = await probe(found);
    if (!probed.ok) return probed;
    const mounted = await volumes();
    const volume = volumeOf(found, mounted, platform);
    const homeVolume = volumeOf(deps.homeFolder, mounted, platform);
    const driveName = driveNameOf(volume, homeVolume, platform);
    // A whole drive is called by its own name.
    const name = basename(found) || (driveName ?? found);
    return ok({ path: found, volume, id: randomBytes(16).toString('hex'), name, driveName });
  }

  return {
    marked,
    judge,
    async state({ folder, marker }, touch) {
      const isHere = await (touch === undefined ? isMarked : answers)({ folder, marker });
      if (!isHere) return 'away';
      // Without a folder yet there is nothing that could refuse.
      return access(marker === null ? folder : dirname(marker), constants.W_OK).then(
        () => 'there' as const,
        (error: unknown) => (errnoOf(error) === 'ENOENT' ? 'there' : 'read-only'),
      );
    },
    async follow(place) {
      const mounted = await volumes();
      for (const { path, volume } of candidatesOf(place, mounted, platform)) {
        const there = { ...place, path, volume };
        if (!(await isThere(marked(there).marker ?? path))) continue;
        const homeVolume = volumeOf(deps.homeFolder, mounted, platform);
        return { ...there, name: basename(path) || place.name, driveName: driveNameOf(volume, homeVolume, platform) };
      }
      return null;
    },
    async freeBytes({ folder }) {
      const drive = await driveSpace(folder);
      return drive.ok ? drive.value.freeBytes : null;
    },
    async isSameDisk(one, other) {
      const [first, second] = await Promise.all([deviceOf(one.folder), deviceOf(other.folder)]);
      return first !== null && first === second;
    },
    async claim(place) {
      const { folder, marker } = marked(place);
      try {
        if (marker === null) await mkdir(folder, { recursive: true, mode: 0o700 });
        else await writeMarker(marker);
      } catch (error) {
        return fail(codeOfWriteError(error));
      }
      return done;
    },
    async release(place) {
      const { marker } = marked(place);
      if (marker === null) return;
      await rm(marker, { force: true }).catch(() => undefined);
      // Only where nothing is left in it: another computer may have its lectures there too.
      await rmdir(dirname(marker)).catch(() => undefined);
    },
  };
}

/** Makes only the app's own folder: the person's must be there. */
async function writeMarker(marker: string): Promise<void> {
  const holder = dirname(marker);
  await mkdir(holder, { mode: 0o700 }).catch((error: unknown) => {
    if (errnoOf(error) !== 'EEXIST') throw error;
  });
  const file = await open(marker, 'w', 0o600);
  try {
    await file.writeFile('LECTOROOM\n');
    await file.sync();
  } finally {
    await file.close();
  }
  for (const folder of [holder, dirname(holder)]) await syncFolder(folder);
}

async function probe(folder: string): Promise<Result<null>> {
  const path = join(folder, `.lectoroom-${randomBytes(8).toString('hex')}`);
  try {
    const file = await open(path, 'wx', 0o600);
    await file.close();
    await rm(path, { force: true });
    return done;
  } catch (error) {
    const code = codeOfWriteError(error);
    // A disk without a free byte can still be chosen; that it does not fit is said beside it.
    return code === 'disk-full' ? done : fail(code);
  }
}

function isInside(path: string, folder: string): boolean {
  const rest = relative(folder, path);
  return rest === '' || !(rest === '..' || /^\.\.[\\/]/.test(rest) || isAbsolute(rest));
}

const realOf = (path: string): Promise<string | null> => realpath(path).catch(() => null);
const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

/** Of the folder, or of the nearest one above it that is there. */
async function deviceOf(folder: string): Promise<number | null> {
  const found = await stat(folder).catch(() => null);
  if (found !== null) return found.dev;
  return dirname(folder) === folder ? null : deviceOf(dirname(folder));
}
