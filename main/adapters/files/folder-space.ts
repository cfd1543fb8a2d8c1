import { readdir, stat, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fail, ok, type Result } from '../../../contract/result.ts';
import { codeOfReadError } from './disk-codes.ts';

/** Bytes the files of a folder take, and bytes that this user may still write on its disk; the folder need not exist yet. */
export async function folderSpace(
  folder: string,
): Promise<Result<{ readonly usedBytes: number; readonly freeBytes: number }>> {
  try {
    return ok({ usedBytes: await sumOfSizes(folder), freeBytes: await freeOn(folder) });
  } catch (error) {
    const code = codeOfReadError(error);
    return fail(code === 'asset-missing' ? 'disk-failed' : code);
  }
}

async function sumOfSizes(folder: string): Promise<number> {
  const names = await readdir(folder).catch(nullIfMissing);
  let usedBytes = 0;
  for (const name of names ?? []) {
    const found = await stat(join(folder, name)).catch(nullIfMissing);
    if (found?.isFile() === true) usedBytes += found.size;
  }
  return usedBytes;
}

/** Asks the nearest folder above that exists: the disk a new file would land on. */
async function freeOn(folder: string): Promise<number> {
  const found = await statfs(folder, { bigint: true }).catch(nullIfMissing);
  if (found === null) {
    const above = dirname(folder);
    if (above === folder) throw Object.assign(new Error('no root'), { code: 'ENOENT', syscall: 'statfs' });
    return freeOn(above);
  }
  const freeBytes = found.bavail * found.bsize;
  return freeBytes > Number.MAX_SAFE_INTEGER ? Number.MAX_SAFE_INTEGER : Number(freeBytes);
}

/** A file that went away between two looks, or a folder not made yet, takes no space. */
function nullIfMissing(error: unknown): null {
  if (codeOfReadError(error) !== 'asset-missing') throw error;
  return null;
}
