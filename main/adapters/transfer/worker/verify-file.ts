import { fail, ok, type Result } from '../../../../contract/result.ts';
import type { SegmentCounts } from '../../../ports.ts';
import { codeOfReadFault } from '../../files/disk-codes.ts';
import { openLrmReader, type LrmReader, type LrmScan } from '../../files/lrm/index.ts';
import type { WorkerFile } from '../messages.ts';
import type { TransferTools } from './transfer-tools.ts';

/** Counts the segments of a finished file that do not authenticate; a file that was cut lacks the segments behind the cut. */
export async function verifyFile(file: WorkerFile, tools: TransferTools): Promise<Result<SegmentCounts>> {
  const opened = await openKept(file, tools);
  if (!opened.ok) return opened;
  try {
    const scan = await scanKept(opened.value, tools);
    if (!scan.ok) return scan;
    const { segmentCount } = opened.value.info.layout;
    return ok({ segmentCount, damagedSegmentCount: segmentCount - scan.value.intactCount });
  } finally {
    await opened.value.close();
  }
}

/** Opens a finished file even if it was cut. `asset-missing`; `asset-damaged` when its header or its length cannot be right, or it is another asset's. */
export async function openKept(file: WorkerFile, tools: TransferTools): Promise<Result<LrmReader>> {
  const { openFile } = tools;
  const path = file.paths.finished;
  const opened = await openLrmReader({
    path,
    mediaKey: file.mediaKey,
    allowIncomplete: true,
    ...(openFile === undefined ? {} : { openFile }),
  });
  if (!opened.ok) return fail(codeOfReadFault(opened.fault));
  if (opened.value.info.mediaId === file.assetId) return ok(opened.value);
  await opened.value.close();
  return fail('asset-damaged');
}

/** Tries every segment. `disk-failed` when the disk gives none of them: then the drive is at fault, not the file. */
export async function scanKept(reader: LrmReader, tools: TransferTools): Promise<Result<LrmScan>> {
  const { segmentSizeBytes, plainSizeBytes } = reader.info.layout;
  const scan = await reader.verify({
    signal: tools.signal,
    onProgress: ({ checkedSegments }) => {
      const receivedBytes = Math.min(checkedSegments * segmentSizeBytes, plainSizeBytes);
      tools.report({ receivedBytes, phase: 'verifying' });
    },
  });
  if (!scan.ok) return fail(codeOfReadFault(scan.fault));
  const { unreadableCount, intactCount } = scan.value;
  return unreadableCount > 0 && intactCount === 0 ? fail('disk-failed') : ok(scan.value);
}
