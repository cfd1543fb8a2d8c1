import { unlink } from 'node:fs/promises';
import { done, fail, type Result } from '../../../../contract/result.ts';
import { codeOfWriteFault } from '../../files/disk-codes.ts';
import { openLrmReader, syncFolder } from '../../files/lrm/index.ts';
import type { WorkerJob } from '../messages.ts';
import { digestWhole } from './digest-whole.ts';
import type { TransferTools } from './transfer-tools.ts';

/**
 * Takes a finished file that is already there, when it is this asset, under this key, and its plaintext has the digest; so a
 * download that ended just before a power cut is not fetched again. `absent` when there is none or another one: the new
 * file takes its place once it is whole.
 */
export async function adoptFinished(job: WorkerJob, tools: TransferTools): Promise<Result<null> | 'absent'> {
  const { paths, location } = job;
  const opened = await openLrmReader({ path: paths.finished, mediaKey: job.mediaKey });
  if (!opened.ok) return 'absent';
  const reader = opened.value;
  try {
    const { mediaId, layout } = reader.info;
    if (mediaId !== job.assetId || layout.plainSizeBytes !== location.sizeBytes) return 'absent';
    const report = (receivedBytes: number): void => tools.report({ receivedBytes, phase: 'verifying' });
    const whole = await digestWhole(reader, report, tools.signal);
    if ('fault' in whole) return whole.fault === 'cancelled' ? fail('cancelled') : 'absent';
    if (whole.sha256 !== location.sha256) return 'absent';
  } finally {
    await reader.close();
  }
  await unlink(paths.unfinished).catch(() => undefined);
  const synced = await syncFolder(paths.folder);
  return synced.ok ? done : fail(codeOfWriteFault(synced.fault));
}
