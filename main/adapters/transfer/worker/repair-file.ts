import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { fail, ok, type Result } from '../../../../contract/result.ts';
import { codeOfReadFault, codeOfWriteFault } from '../../files/disk-codes.ts';
import { openLrmReader, plainRangeOfRun, type LrmReader, type LrmScan } from '../../files/lrm/index.ts';
import type { CareCalls, WorkerJob } from '../messages.ts';
import { fetchRuns } from './fetch-runs.ts';
import { finishFile } from './finish-file.ts';
import { createPart, type PartFile } from './part-file.ts';
import type { TransferTools } from './transfer-tools.ts';
import { openKept, scanKept } from './verify-file.ts';

type RepairJob = CareCalls['repair']['in'];
type Repaired = CareCalls['repair']['out'];

/**
 * Repairs a finished file: the damaged segments are fetched, the sound ones taken from it, and both sealed into a NEW file under a
 * new salt; when the digest of the whole plaintext is the service's, the new file takes the place of the old one in one rename. The old file
 * is never written to, so no nonce of its key is ever used again (`docs/file-format.md`, "Repair"), and a kill at any moment leaves it or the
 * new one.
 */
export async function repairFile(job: RepairJob, tools: TransferTools): Promise<Result<Repaired>> {
  const old = await openKept(job, tools);
  if (!old.ok) return old;
  try {
    const { layout } = old.value.info;
    if (layout.plainSizeBytes !== job.location.sizeBytes) return fail('changed-at-service');
    const scan = await scanKept(old.value, tools);
    if (!scan.ok) return scan;
    if (scan.value.missing.length === 0) return ok({ fetchedBytes: 0 });
    return await rewrite(job, old.value, scan.value, tools);
  } finally {
    await old.value.close();
  }
}

async function rewrite(job: RepairJob, old: LrmReader, scan: LrmScan, tools: TransferTools): Promise<Result<Repaired>> {
  const { segmentSizeBytes } = old.info.layout;
  const paths = { ...job.paths, unfinished: job.paths.repaired };
  const copyJob: WorkerJob = { ...job, paths, resume: false };
  const part = await createPart(copyJob, { ...tools, settings: { ...tools.settings, segmentSizeBytes } });
  if (!part.ok) return part;
  let isFinished = false;
  try {
    // The line first: an address runs out, and a service that does not answer should not cost a copy of gigabytes.
    const fetched = await fetchRuns(copyJob, part.value, scan.missing, tools);
    if (!fetched.ok) return fetched;
    const merged = await merge(copyJob, old, part.value, scan, tools);
    if (!merged.ok) return merged;
    // Windows renames nothing over a file that is open.
    await old.close();
    const finished = await finishFile(copyJob, part.value.writer, merged.value);
    isFinished = finished.ok;
    return finished.ok ? ok({ fetchedBytes: fetched.value }) : finished;
  } finally {
    await part.value.writer.close();
    if (!isFinished) await rm(paths.unfinished, { force: true }).catch(() => undefined);
  }
}

/** Copies the sound segments and takes the digest of the whole as it lies in the two files, fetched segments read back from the disk. */
async function merge(
  job: WorkerJob,
  old: LrmReader,
  part: PartFile,
  scan: LrmScan,
  tools: TransferTools,
): Promise<Result<string>> {
  const { layout } = old.info;
  const hash = createHash('sha256');
  const fresh = await openLrmReader({ path: job.paths.unfinished, mediaKey: job.mediaKey, allowIncomplete: true });
  if (!fresh.ok) return fail(codeOfWriteFault(fresh.fault));
  const sources = [
    ...scan.intact.map((run) => ({ run, reader: old, isCopied: true })),
    ...scan.missing.map((run) => ({ run, reader: fresh.value, isCopied: false })),
  ].toSorted((one, other) => one.run.first - other.run.first);
  try {
    let mergedBytes = 0;
    for (const { run, reader, isCopied } of sources) {
      const { startByte, endByteExclusive } = plainRangeOfRun(layout, run);
      let segment = run.first;
      for await (const piece of reader.readRange(startByte, endByteExclusive)) {
        if (tools.signal.aborted) return fail('cancelled');
        if (!piece.ok) return fail(codeOfReadFault(piece.fault));
        const written = isCopied ? await part.writer.writeSegment(segment, piece.value) : null;
        if (written?.ok === false) return fail(codeOfWriteFault(written.fault));
        hash.update(piece.value);
        segment += 1;
        mergedBytes += piece.value.byteLength;
        tools.report({ receivedBytes: mergedBytes, phase: 'downloading' });
      }
    }
    return ok(hash.digest('hex'));
  } finally {
    await fresh.value.close();
  }
}
