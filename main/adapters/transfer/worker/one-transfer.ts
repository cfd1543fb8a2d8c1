import { rm } from 'node:fs/promises';
import { fail, type Result } from '../../../../contract/result.ts';
import type { WorkerJob } from '../messages.ts';
import { adoptFinished } from './adopt-finished.ts';
import { ensureFolder } from './ensure-folder.ts';
import { isMarked } from '../../files/is-marked.ts';
import { fetchRest } from './fetch-rest.ts';
import { finishFile } from './finish-file.ts';
import { openPart, type PartFile } from './part-file.ts';
import type { TransferTools } from './transfer-tools.ts';

/**
 * One attempt to bring one file in, from whatever is on the disk to the finished, checked, durable file. Fails with the
 * codes of `MediaTransfer`; whatever it fails with, whole segments stay on the disk for the next attempt, except after
 * `digest-mismatch`.
 */
export async function runTransfer(job: WorkerJob, tools: TransferTools): Promise<Result<null>> {
  const { signal, report } = tools;
  const { sizeBytes } = job.location;
  if (signal.aborted) return fail('cancelled');
  if (!(await isMarked({ folder: job.paths.folder, marker: job.marker }))) return fail('drive-away');
  const folder = await ensureFolder(job.paths.folder);
  if (!folder.ok) return folder;
  const adopted = await adoptFinished(job, tools);
  if (adopted !== 'absent') return adopted;

  const opened = await openPart(job, tools);
  if (!opened.ok) return opened;
  const isWhole = opened.value.missing.length === 0;
  const fetched = isWhole ? opened : await fetchOrClose(job, opened.value, tools);
  if (!fetched.ok) {
    // Other bytes for a segment that is there, under the same validator: one of the two is wrong, so neither is trusted.
    if (fetched.error.code === 'digest-mismatch')
      await rm(job.paths.unfinished, { force: true }).catch(() => undefined);
    return fetched;
  }
  const { writer, digest } = fetched.value;
  const digested = await digest.finish((receivedBytes) => report({ receivedBytes, phase: 'verifying' }));
  if ('fault' in digested) {
    // The disk does not give back what it took: the next run looks at every segment.
    await writer.close();
    return fail('disk-failed');
  }
  report({ receivedBytes: sizeBytes, phase: 'verifying' });
  return finishFile(job, writer, digested.sha256);
}

/** A bug goes on as a bug, but leaves no key in memory and no file open. */
async function fetchOrClose(job: WorkerJob, part: PartFile, tools: TransferTools): Promise<Result<PartFile>> {
  try {
    return await fetchRest(job, part, tools);
  } catch (bug) {
    await part.writer.close();
    throw bug;
  }
}
