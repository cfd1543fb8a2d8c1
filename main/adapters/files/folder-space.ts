import type { BigIntStatsFs } from 'node:fs';
import { readdir, stat, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fail, ok, type Result } from '../../../contract/result.ts';
import type { DriveSpace } from '../../ports.ts';
import { codeOfReadError } from './disk-codes.ts';

/** Bytes the files of some folders take, one that is in several counted once, and bytes that this user may still write on the first one's disk; none need exist yet. */
export async function folderSpace(
  folders: readonly string[],
): Promise<Result<{ readonly usedBytes: number; readonly freeBytes: number }>> {
  try {
    const usedBytes = await sumOfSizes(folders);
    const { bavail, bsize } = await driveOf(folders[0] ?? '/');
    return ok({ usedBytes, freeBytes: inNumber(bavail * bsize) });
  } catch (error) {
    const code = codeOfReadError(error);
    return fail(code === 'asset-missing' ? 'disk-failed' : code);
  }
}

/** The drive that a folder is on, or would be. */
export async function driveSpace(folder: string): Promise<Result<DriveSpace>> {
  try {
    const found = await driveOf(folder);
    return ok({ freeBytes: inNumber(found.bavail * found.bsize), totalBytes: inNumber(found.blocks * found.bsize) });
  } catch (error) {
    const code = codeOfReadError(error);
    return fail(code === 'asset-missing' ? 'disk-failed' : code);
  }
}

async function sumOfSizes(folders: readonly string[]): Promise<number> {
  const sizes = new Map<string, number>();
  for (const folder of folders) {
    const names = await readdir(folder).catch(nullIfMissing);
    for (const name of names ?? []) {
      const found = sizes.has(name) ? null : await stat(join(folder, name)).catch(nullIfMissing);
      if (found?.isFile() === true) sizes.set(name, takenBytes(found));
    }
  }
  return [...sizes.values()].reduce((sum, size) => sum + size, 0);
}

/** What a file takes on the disk: an unfinished one has holes, which take nothing; where the system does not count blocks (of 512 bytes, POSIX), its length. */
export function takenBytes({ size, blocks }: { readonly size: number; readonly blocks: number }): number {
  return blocks > 0 ? Math.min(size, blocks * 512) : size;
}

/** Asks the nearest folder above that exists: the disk a new file would land on. */
async function driveOf(folder: string): Promise<BigIntStatsFs> {
  const found = await statfs(folder, { bigint: true }).catch(nullIfMissing);
  if (found !== null) return found;
  const above = dirname(folder);
  if (above === folder) throw Object.assign(new Error('no root'), { code: 'ENOENT', syscall: 'statfs' });
  return driveOf(above);
}

function inNumber(bytes: bigint): number {
  return bytes > Number.MAX_SAFE_INTEGER ? Number.MAX_SAFE_INTEGER : Number(bytes);
}

/** A file that went away between two looks, or a folder not made yet, takes no space. */
function nullIfMissing(error: unknown): null {
  if (codeOfReadError(error) !== 'asset-missing') throw error;
  return null;
}
