import { createHash, type Hash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { fail, ok, type Result } from '../../../../contract/result.ts';
import { codeOfWriteError, codeOfWriteFault } from '../../files/disk-codes.ts';
import { createLrmFile, openLrmReader, openLrmWriter, syncFolder, type LrmWriter } from '../../files/lrm/index.ts';
import type { WorkerJob } from '../messages.ts';
import { readHeldBytes } from './held-bytes.ts';
import type { TransferTools } from './transfer-tools.ts';

/** An unfinished file that can be gone on with. */
export interface PartFile {
  readonly writer: LrmWriter;
  /** Plain bytes that are on the disk from the start without a gap, in whole segments. */
  readonly heldBytes: number;
  /** SHA-256 over them; whoever appends goes on with it. */
  readonly digest: Hash;
}

/** Opens the unfinished file of an earlier run when the job says so and it is this asset's; makes a new one otherwise. */
export async function openPart(job: WorkerJob, tools: TransferTools): Promise<Result<PartFile>> {
  if (!job.resume) return createPart(job, tools);
  const resumed = await resumePart(job, tools);
  return resumed === 'absent' ? createPart(job, tools) : resumed;
}

/** Removes what was there and makes a new file, under a new salt, whose name survives a power cut. */
export async function createPart(job: WorkerJob, tools: TransferTools): Promise<Result<PartFile>> {
  const { paths, location } = job;
  try {
    await rm(paths.unfinished, { force: true });
  } catch (error) {
    return fail(codeOfWriteError(error));
  }
  const created = await createLrmFile({
    path: paths.unfinished,
    mediaId: job.assetId,
    mediaKey: job.mediaKey,
    plainSizeBytes: location.sizeBytes,
    segmentSizeBytes: tools.settings.segmentSizeBytes,
    ...fileDoor(tools),
  });
  if (!created.ok) return fail(codeOfWriteFault(created.fault));
  const writer = created.value;
  // An empty lecture still has one segment, and nothing will ever arrive to write it.
  const first = location.sizeBytes === 0 ? await writer.writeSegment(0, new Uint8Array(0)) : created;
  const synced = first.ok ? await syncFolder(paths.folder) : first;
  if (synced.ok) return ok({ writer, heldBytes: 0, digest: createHash('sha256') });
  await writer.close();
  return fail(codeOfWriteFault(synced.fault));
}

async function resumePart(job: WorkerJob, tools: TransferTools): Promise<Result<PartFile> | 'absent'> {
  const { paths, location, mediaKey } = job;
  const path = paths.unfinished;
  const opened = await openLrmReader({ path, mediaKey, allowIncomplete: true, ...fileDoor(tools) });
  if (!opened.ok) {
    // A disk that does not answer says nothing about the file: nothing is thrown away for it.
    const isDisks = opened.fault === 'no-access' || opened.fault === 'io-error';
    return isDisks ? fail(codeOfWriteFault(opened.fault)) : 'absent';
  }
  const reader = opened.value;
  const { mediaId, layout } = reader.info;
  const isThis = mediaId === job.assetId && layout.plainSizeBytes === location.sizeBytes && location.sizeBytes > 0;
  const report = (receivedBytes: number): void => tools.report({ receivedBytes, phase: 'verifying' });
  const held = isThis ? await readHeldBytes(reader, report, tools.signal) : null;
  await reader.close();
  if (held === null) return 'absent';
  if (held.stoppedBy === 'cancelled') return fail('cancelled');
  return goOn(job, tools, held);
}

async function goOn(job: WorkerJob, tools: TransferTools, held: Omit<PartFile, 'writer'>): Promise<Result<PartFile>> {
  const path = job.paths.unfinished;
  const opened = await openLrmWriter({ path, mediaKey: job.mediaKey, ...fileDoor(tools) });
  if (!opened.ok) return fail(codeOfWriteFault(opened.fault));
  const writer = opened.value;
  // What a killed process had written may be in the system's memory only: the bytes count once the disk confirms them.
  const synced = await writer.sync();
  if (synced.ok) return ok({ writer, heldBytes: held.heldBytes, digest: held.digest });
  await rm(path, { force: true }).catch(() => undefined);
  return fail(codeOfWriteFault(synced.fault));
}

function fileDoor(tools: TransferTools): Pick<TransferTools, 'openFile'> {
  return tools.openFile === undefined ? {} : { openFile: tools.openFile };
}
