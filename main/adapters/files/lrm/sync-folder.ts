import { open } from 'node:fs/promises';
import { failFromSystem, succeed, type LrmOutcome } from './outcome.ts';

/**
 * Makes a folder's entries durable: call it after a file in it was created, renamed or deleted, or a power cut may take
 * that back (fsync(2): syncing a file does not sync its name). Windows has no such call and needs none: NTFS journals
 * names. Not to be tried again after a failure.
 */
export async function syncFolder(
  folder: string,
  platform: NodeJS.Platform = process.platform,
): Promise<LrmOutcome<void>> {
  if (platform === 'win32') return succeed(undefined);
  try {
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
    return succeed(undefined);
  } catch (error) {
    const failure = failFromSystem(error);
    return failure.fault === 'missing-file' ? failure : { ...failure, fault: 'sync-failed' };
  }
}
