import { fail, ok, type Result } from '../../../../contract/result.ts';
import type { WorkerJob } from '../messages.ts';
import type { BodyQueue } from './body-queue.ts';
import { requestRange } from './http-range-request.ts';
import { judgeAnswer } from './judge-answer.ts';
import { createPart, type PartFile } from './part-file.ts';
import { receiveBody } from './receive-body.ts';
import { createSegmentSink } from './segment-sink.ts';
import type { TransferTools } from './transfer-tools.ts';

/**
 * Fetches what `part` lacks and answers with the file that is whole now: the same one, or a new one when the service sent
 * the whole file instead of the rest. On a failure the file is closed and keeps its whole segments.
 */
export async function fetchRest(job: WorkerJob, part: PartFile, tools: TransferTools): Promise<Result<PartFile>> {
  const { location } = job;
  const { signal, agents, settings } = tools;
  const answer = await requestRange({
    url: location.url,
    startByte: part.heldBytes,
    etag: location.etag,
    agents,
    headTimeoutMs: settings.stallTimeoutMs,
    signal,
  });
  if (!answer.ok) return closeAnd(part, answer);
  const { body } = answer.value;
  const verdict = judgeAnswer({ ...location, startByte: part.heldBytes }, answer.value, tools.nowMs());
  switch (verdict.kind) {
    case 'go-on':
      return receiveInto(part, body, job, tools);
    case 'start-over': {
      await part.writer.close();
      const fresh = await createPart(job, tools);
      if (fresh.ok) return receiveInto(fresh.value, body, job, tools);
      body.destroy();
      return fresh;
    }
    case 'give-up':
      body.destroy();
      return closeAnd(part, { ok: false, error: verdict.error });
  }
}

async function receiveInto(
  part: PartFile,
  body: BodyQueue,
  job: WorkerJob,
  tools: TransferTools,
): Promise<Result<PartFile>> {
  const { settings, signal, report, limit } = tools;
  report({ receivedBytes: part.heldBytes, phase: 'downloading' });
  const sink = createSegmentSink(part, {
    path: job.paths.unfinished,
    syncEveryBytes: settings.syncEveryBytes,
    syncEveryMs: settings.syncEveryMs,
    onDurable: (receivedBytes) => report({ receivedBytes, phase: 'downloading' }),
  });
  const expectedBytes = job.location.sizeBytes - part.heldBytes;
  const { stallTimeoutMs } = settings;
  const fault = await receiveBody(body, { expectedBytes, stallTimeoutMs, signal, limit, take: sink.take });
  const diskFault = await sink.finish();
  // A person who cancels hears that; otherwise the disk's trouble is the greater one.
  const code = fault === 'cancelled' ? fault : (diskFault ?? fault);
  return code === null ? ok(part) : closeAnd(part, fail(code));
}

async function closeAnd<Failure>(part: PartFile, failure: Failure): Promise<Failure> {
  await part.writer.close();
  return failure;
}
