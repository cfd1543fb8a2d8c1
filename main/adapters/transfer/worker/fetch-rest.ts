import { ok, type Result } from '../../../../contract/result.ts';
import type { WorkerJob } from '../messages.ts';
import { fetchGaps } from './fetch-gaps.ts';
import { createPart, type PartFile } from './part-file.ts';
import type { TransferTools } from './transfer-tools.ts';

/**
 * Fetches what `part` lacks and answers with the file that is whole now: the same one, or a new one when the service sent
 * the whole file instead of the rest. On a failure the file is closed and keeps its whole segments.
 */
export async function fetchRest(job: WorkerJob, part: PartFile, tools: TransferTools): Promise<Result<PartFile>> {
  const fetched = await fetchGaps(job, part, tools);
  if (!('wholeFile' in fetched)) return fetched.ok ? ok(part) : closeAnd(part, fetched);
  await part.writer.close();
  const fresh = await createPart(job, tools);
  if (!fresh.ok) {
    fetched.wholeFile.close();
    return fresh;
  }
  const whole = await fetchGaps(job, fresh.value, tools, fetched.wholeFile);
  if ('wholeFile' in whole) throw new Error('a whole file that is answered by a whole file');
  return whole.ok ? fresh : closeAnd(fresh.value, whole);
}

async function closeAnd<Failure>(part: PartFile, failure: Failure): Promise<Failure> {
  await part.writer.close();
  return failure;
}
