import { rename, rm } from 'node:fs/promises';
import { done, fail, type Result } from '../../../../contract/result.ts';
import { codeOfSyncFailure, codeOfWriteError, codeOfWriteFault } from '../../files/disk-codes.ts';
import { openLrmReader, syncFolder, type LrmWriter } from '../../files/lrm/index.ts';
import type { WorkerJob } from '../messages.ts';

/**
 * Makes a whole unfinished file the finished one: digest first, then fsync, rename, fsync of the folder. With a wrong digest the
 * file is deleted, because no one can say which of its bytes is wrong. Closes the file either way.
 */
export async function finishFile(job: WorkerJob, writer: LrmWriter, sha256: string): Promise<Result<null>> {
  const { paths, location } = job;
  const isRight = sha256 === location.sha256;
  const synced = isRight ? await writer.sync() : null;
  const closed = await writer.close();
  if (synced?.ok === false && synced.fault === 'sync-doubtful')
    await rm(paths.unfinished, { force: true }).catch(() => undefined);
  if (synced?.ok === false) return fail(codeOfSyncFailure(synced));
  try {
    if (!isRight) {
      await rm(paths.unfinished, { force: true });
      return fail('digest-mismatch');
    }
    if (!closed.ok) return fail(codeOfWriteFault(closed.fault));
    if (!(await isStillThere(job, writer))) return fail('disk-failed');
    await rename(paths.unfinished, paths.finished);
  } catch (error) {
    return fail(codeOfWriteError(error));
  }
  const folderSynced = await syncFolder(paths.folder);
  return folderSynced.ok ? done : fail(codeOfSyncFailure(folderSynced));
}

/** Whether the name still leads to the very file that was written: what was put in its place meanwhile must not become the lecture. */
async function isStillThere({ paths, mediaKey }: WorkerJob, writer: LrmWriter): Promise<boolean> {
  const opened = await openLrmReader({ path: paths.unfinished, mediaKey });
  if (!opened.ok) return false;
  await opened.value.close();
  return opened.value.info.fingerprint === writer.info.fingerprint;
}
