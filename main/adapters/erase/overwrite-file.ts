import { constants } from 'node:fs';
import { lstat, open } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';

/**
 * Overwrites a file in its place with random bytes and waits for the disk, so that what it held is gone even if its deletion fails. Only a
 * plain file with one name: a link is never followed, and a file with a second name elsewhere is not ours alone. Throws what the system says.
 */
export async function overwriteFile(path: string): Promise<void> {
  const found = await lstat(path);
  if (!found.isFile() || found.nlink > 1) return;
  // Windows has no O_NOFOLLOW; there the look above has to do.
  const file = await open(path, constants.O_WRONLY | (constants.O_NOFOLLOW ?? 0));
  try {
    const { size } = await file.stat();
    await file.write(randomBytes(size), 0, size, 0);
    await file.sync();
  } finally {
    await file.close();
  }
}
