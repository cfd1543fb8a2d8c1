import { rm } from 'node:fs/promises';
import { fail, ok, type Result } from '../../../../contract/result.ts';
import { codeOfWriteError, codeOfWriteFault } from '../../files/disk-codes.ts';
import { createLrmFile, openLrmWriter, syncFolder, type LrmWriter, type SegmentRun } from '../../files/lrm/index.ts';
import type { WorkerJob } from '../messages.ts';
import { createPlainDigest, type PlainDigest } from './plain-digest.ts';
import type { TransferTools } from './transfer-tools.ts';

const nothing = new Uint8Array(0);

/** An unfinished file that can be gone on with. */
export interface PartFile {
  readonly writer: LrmWriter;
  /** Plain bytes that are on the disk, in whole segments, wherever they lie. */
  readonly heldBytes: number;
  /** The segments that are not, in order. */
  readonly missing: readonly SegmentRun[];
  /** SHA-256 of the whole, begun with what is there; whoever writes goes on with it. */
  readonly digest: PlainDigest;
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
  const first = location.sizeBytes === 0 ? await writer.writeSegment(0, nothing) : created;
  const synced = first.ok ? await syncFolder(paths.folder) : first;
  if (synced.ok) return ok(freshPart(writer, location.sizeBytes));
  await writer.close();
  return fail(codeOfWriteFault(synced.fault));
}

function freshPart(writer: LrmWriter, sizeBytes: number): PartFile {
  const digest = createPlainDigest(writer);
  if (sizeBytes === 0) digest.passed(0, nothing);
  const missing = sizeBytes === 0 ? [] : [{ first: 0, endExclusive: writer.info.layout.segmentCount }];
  return { writer, heldBytes: 0, missing, digest };
}

async function resumePart(job: WorkerJob, tools: TransferTools): Promise<Result<PartFile> | 'absent'> {
  const { paths, location, mediaKey } = job;
  const opened = await openLrmWriter({ path: paths.unfinished, mediaKey, ...fileDoor(tools) });
  if (!opened.ok) {
    // A disk that does not answer says nothing about the file: nothing is thrown away for it.
    const isDisks = opened.fault === 'no-access' || opened.fault === 'io-error';
    return isDisks ? fail(codeOfWriteFault(opened.fault)) : 'absent';
  }
  const writer = opened.value;
  const { mediaId, layout } = writer.info;
  const isThis = mediaId === job.assetId && layout.plainSizeBytes === location.sizeBytes && location.sizeBytes > 0;
  const scanned = isThis ? await scanPart(writer, tools) : 'absent';
  if (typeof scanned === 'string' || !scanned.ok) await writer.close();
  if (scanned !== 'doubtful') return scanned;
  await rm(paths.unfinished, { force: true }).catch(() => undefined);
  return fail('disk-failed');
}

/** Tries every segment that is there, also behind gaps, and begins the digest with them. */
async function scanPart(writer: LrmWriter, tools: TransferTools): Promise<Result<PartFile> | 'doubtful'> {
  const digest = createPlainDigest(writer);
  const ahead: number[] = [];
  let passed = 0;
  let heldBytes = 0;
  const scan = await writer.scanIntact({
    signal: tools.signal,
    onIntact: (segment, plaintext) => {
      heldBytes += plaintext.byteLength;
      if (segment === passed) {
        digest.passed(segment, plaintext);
        passed += 1;
      } else ahead.push(segment);
    },
    onProgress: () => tools.report({ receivedBytes: heldBytes, phase: 'verifying' }),
  });
  if (!scan.ok) return fail(codeOfWriteFault(scan.fault));
  // What a killed process had written may be in the system's memory only: the bytes count once the disk confirms them.
  const synced = await writer.sync();
  if (!synced.ok) return 'doubtful';
  for (const segment of ahead) digest.stored(segment);
  return ok({ writer, heldBytes, missing: scan.value.missing, digest });
}

function fileDoor(tools: TransferTools): Pick<TransferTools, 'openFile'> {
  return tools.openFile === undefined ? {} : { openFile: tools.openFile };
}
