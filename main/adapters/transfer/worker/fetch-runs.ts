import { fail, ok, type Result } from '../../../../contract/result.ts';
import { plainRangeOfRun, type SegmentRun } from '../../files/lrm/index.ts';
import type { WorkerJob } from '../messages.ts';
import { requestRange } from './http-range-request.ts';
import { judgeAnswer } from './judge-answer.ts';
import type { PartFile } from './part-file.ts';
import { receiveBody } from './receive-body.ts';
import { createSegmentSink } from './segment-sink.ts';
import type { TransferTools } from './transfer-tools.ts';

/** A line that breaks this often within one run of segments is left alone. */
const mostAttempts = 3;

/**
 * Fetches these runs of segments, one range for each, into a file that has none of them yet; answers how many bytes came. After a cut it goes on
 * behind the last whole segment. `asset-damaged` when the service sends the whole file instead of a part: then it cannot be mended in parts.
 */
export async function fetchRuns(
  job: WorkerJob,
  part: PartFile,
  runs: readonly SegmentRun[],
  tools: TransferTools,
): Promise<Result<number>> {
  const { layout } = part.writer.info;
  let fetchedBytes = 0;
  for (const run of runs) {
    const { startByte, endByteExclusive } = plainRangeOfRun(layout, run);
    let nextByte = startByte;
    for (let attempt = 1; nextByte < endByteExclusive; attempt += 1) {
      const ended = await fetchRange(job, part, { startByte: nextByte, endByteExclusive }, tools);
      fetchedBytes += ended.receivedBytes;
      nextByte = ended.nextByte;
      if (ended.result.ok) break;
      if (ended.result.error.code !== 'service-unreachable' || attempt === mostAttempts) return ended.result;
    }
  }
  return ok(fetchedBytes);
}

interface FetchedRange {
  readonly result: Result<null>;
  readonly receivedBytes: number;
  /** Where the next request has to begin. */
  readonly nextByte: number;
}

async function fetchRange(
  job: WorkerJob,
  part: PartFile,
  range: { readonly startByte: number; readonly endByteExclusive: number },
  tools: TransferTools,
): Promise<FetchedRange> {
  const { location, paths } = job;
  const { settings, signal, connections, ledger } = tools;
  const { segmentSizeBytes } = part.writer.info.layout;
  const { stallTimeoutMs } = settings;
  const end = (result: Result<null>): FetchedRange => ({ result, receivedBytes: 0, nextByte: range.startByte });
  const request = { url: location.url, ...range, etag: location.etag };
  const answer = await requestRange({ ...request, connections, headTimeoutMs: stallTimeoutMs, signal, ledger });
  if (!answer.ok) return end(answer);
  const { body } = answer.value;
  const verdict = judgeAnswer({ ...location, ...range }, answer.value, tools.nowMs());
  if (verdict.kind !== 'go-on') {
    body.close();
    return end(verdict.kind === 'give-up' ? { ok: false, error: verdict.error } : fail('asset-damaged'));
  }
  // No digest: it is taken later, over the whole.
  const sink = createSegmentSink(part.writer, { path: paths.unfinished, ...settings, onDurable: () => undefined });
  const lane = sink.lane(range.startByte / segmentSizeBytes);
  let receivedBytes = 0;
  const expectedBytes = range.endByteExclusive - range.startByte;
  const take = (piece: Uint8Array): Promise<void> | null => {
    receivedBytes += piece.byteLength;
    return lane.take(piece);
  };
  const fault = await receiveBody(body, { expectedBytes, stallTimeoutMs, signal, take, fault: sink.fault });
  const nextByte = Math.min(lane.end() * segmentSizeBytes, range.endByteExclusive);
  const diskFault = await sink.finish();
  const code = fault === 'cancelled' ? fault : (diskFault ?? fault);
  return { result: code === null ? ok(null) : fail(code), receivedBytes, nextByte };
}
