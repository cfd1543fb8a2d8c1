import { lstat, readdir, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { fail, ok, type Result } from '../../../../contract/result.ts';
import type { RecognisedFile } from '../../../ports.ts';
import { codeOfReadError, codeOfWriteError, codeOfWriteFault } from '../../files/disk-codes.ts';
import { lrmFileName, openLrmReader, syncFolder, type LrmFault } from '../../files/lrm/index.ts';
import type { CareCalls } from '../messages.ts';
import type { OneAtATime } from './one-at-a-time.ts';

const ourName = /^([a-f0-9]{32}\.lrm)(\.part|\.repair)?$/;
const dayMs = 86_400_000;

/** The names in the folder that are made as ours are and belong to none of the known assets; none without a folder. */
export async function findStrangers(input: CareCalls['strangers']['in']): Promise<Result<readonly string[]>> {
  const known = new Set(input.known.flatMap((id) => namesOf(input.mediaKey, id)));
  try {
    return ok((await readdir(input.folder)).filter((name) => ourName.test(name) && !known.has(name)));
  } catch (error) {
    const code = codeOfReadError(error);
    return code === 'asset-missing' ? ok([]) : fail(code);
  }
}

/** Finds the assets whose files are among the names: the name of each is derived and compared, only those that are there are opened. */
export async function recogniseFiles(input: CareCalls['recognise']['in']): Promise<Result<readonly RecognisedFile[]>> {
  const there = new Set(input.names);
  const recognised: RecognisedFile[] = [];
  for (const { assetId, sizeBytes } of input.media) {
    const [finished, ...others] = namesOf(input.mediaKey, assetId);
    const names = [finished, ...others].filter((name) => there.has(name));
    if (names.length === 0) continue;
    const path = join(input.folder, finished);
    const state = there.has(finished) ? await stateOf(path, input.mediaKey, assetId, sizeBytes) : 'begun';
    recognised.push({ assetId, state, names });
  }
  return ok(recognised);
}

/** Deletes those of the files that are surely ours; see `LectureCare.sweep`. A file that is in use is waited for first. */
export async function sweepFiles(input: CareCalls['sweep']['in'], files: OneAtATime): Promise<Result<number>> {
  let removedCount = 0;
  try {
    for (const name of input.names) {
      const base = ourName.exec(name)?.[1];
      if (base === undefined) continue;
      const path = join(input.folder, name);
      const isTemporary = name !== base;
      const isRemoved = await files.run(join(input.folder, `${base}.part`), async () => {
        if (!(await mayGo(path, isTemporary, input))) return false;
        await unlink(path);
        return true;
      });
      if (isRemoved) removedCount += 1;
    }
  } catch (error) {
    return fail(codeOfWriteError(error));
  }
  if (removedCount === 0) return ok(0);
  const synced = await syncFolder(input.folder);
  return synced.ok ? ok(removedCount) : fail(codeOfWriteFault(synced.fault));
}

/** The finished and the unfinished file's name; a repair's copy belongs to nobody once the repair is over. */
function namesOf(mediaKey: Uint8Array, assetId: string): readonly [string, string] {
  const finished = lrmFileName(mediaKey, assetId);
  return [finished, `${finished}.part`];
}

/** What says that a file is another key's, another version's, no lecture at all, or cannot be read: then nobody here may judge it. */
const notOurs: readonly LrmFault[] = ['not-lrm', 'newer-version', 'wrong-key', 'no-access', 'io-error'];

async function stateOf(
  path: string,
  mediaKey: Uint8Array,
  assetId: string,
  sizeBytes: number,
): Promise<RecognisedFile['state']> {
  const opened = await openLrmReader({ path, mediaKey });
  if (!opened.ok) return notOurs.includes(opened.fault) ? 'unreadable' : 'begun';
  const { info, read, close } = opened.value;
  try {
    if (info.mediaId !== assetId || info.layout.plainSizeBytes !== sizeBytes) return 'begun';
    const isSound = (await read(0)).ok && (await read(info.layout.segmentCount - 1)).ok;
    return isSound ? 'whole' : 'begun';
  } finally {
    await close();
  }
}

async function mayGo(
  path: string,
  isTemporary: boolean,
  { mediaKey, nowMs }: CareCalls['sweep']['in'],
): Promise<boolean> {
  const found = await lstat(path).catch(() => null);
  if (found?.isFile() !== true) return false;
  if (!isTemporary && nowMs - found.mtimeMs < dayMs) return false;
  const opened = await openLrmReader({ path, mediaKey, allowIncomplete: true });
  if (!opened.ok) return !notOurs.includes(opened.fault);
  await opened.value.close();
  return true;
}
