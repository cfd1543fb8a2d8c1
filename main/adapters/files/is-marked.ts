import { access } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { MarkedFolder } from '../../folder-ports.ts';
import { syncFolder } from './lrm/index.ts';

/** Whether a folder has its marker; the usual one needs none. */
export async function isMarked({ marker }: MarkedFolder): Promise<boolean> {
  if (marker === null) return true;
  return access(marker).then(
    () => true,
    () => false,
  );
}

/** What a system says whose device is gone though its file system is still mounted. */
const goneErrnos = ['EIO', 'ENODEV', 'ENXIO'];

/**
 * The same, and the drive itself answers: when one is pulled out, the system goes on for a while to show names that it remembers. May wake a
 * drive that sleeps.
 */
export async function answers(folder: MarkedFolder): Promise<boolean> {
  if (folder.marker === null) return true;
  if (!(await isMarked(folder))) return false;
  const synced = await syncFolder(dirname(folder.marker));
  return synced.ok || !goneErrnos.includes(synced.errno ?? '');
}
