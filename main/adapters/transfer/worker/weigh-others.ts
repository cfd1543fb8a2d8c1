import { lstat, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fail, ok, type Result } from '../../../../contract/result.ts';
import { codeOfReadError } from '../../files/disk-codes.ts';
import { takenBytes } from '../../files/folder-space.ts';
import type { CareCalls } from '../messages.ts';

/** Sums the files in the folders beside an account's; none without them. A file that goes meanwhile takes nothing. */
export async function weighOthers({ folder }: CareCalls['weigh-others']['in']): Promise<Result<number>> {
  try {
    let sizeBytes = 0;
    const beside = await readdir(dirname(folder), { withFileTypes: true });
    for (const entry of beside) {
      const path = join(dirname(folder), entry.name);
      if (!entry.isDirectory() || path === folder) continue;
      for (const name of await readdir(path)) {
        const found = await lstat(join(path, name)).catch(() => null);
        if (found?.isFile() === true) sizeBytes += takenBytes(found);
      }
    }
    return ok(sizeBytes);
  } catch (error) {
    const code = codeOfReadError(error);
    return code === 'asset-missing' ? ok(0) : fail(code);
  }
}
