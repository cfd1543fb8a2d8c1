import type { AppError } from '../../../../contract/result.ts';
import { plainRangeOfRun, type SegmentRun } from '../../files/lrm/index.ts';
import type { WorkerJob } from '../messages.ts';
import { requestRange, type RangeBody } from './http-range-request.ts';
import { judgeAnswer } from './judge-answer.ts';
import { receiveBody } from './receive-body.ts';
import type { SegmentSink } from './segment-sink.ts';
import type { TransferTools } from './transfer-tools.ts';

/** How one request for a run of segments ended. */
export type RunEnd =
  | { readonly kind: 'done' }
  /** The service sends the whole file instead of the run; nothing of the body has been read. */
  | { readonly kind: 'whole-file'; readonly body: RangeBody }
  /** The run's segments from `nextSegment` on did not come. */
  | { readonly kind: 'failed'; readonly error: AppError; readonly nextSegment: number };

/** What hears of a run: `onHead` when the answer has come, so many milliseconds after the question, and `onBytes` of each piece. */
export interface RunEars {
  onHead(waitedMs: number): void;
  onBytes(sizeBytes: number): void;
}

/** Fetches one run of segments over one connection into the sink. A run that goes to the file's end is asked for without an end. */
export async function fetchRun(
  job: WorkerJob,
  run: SegmentRun,
  sink: SegmentSink,
  layout: Parameters<typeof plainRangeOfRun>[0],
  tools: TransferTools,
  ears: RunEars,
): Promise<RunEnd> {
  const { location } = job;
  const { connections, signal, settings, ledger } = tools;
  const range = plainRangeOfRun(layout, run);
  const asked = run.endExclusive === layout.segmentCount ? { startByte: range.startByte } : range;
  const askedAtMs = performance.now();
  const request = {
    url: location.url,
    etag: location.etag,
    connections,
    headTimeoutMs: settings.stallTimeoutMs,
    signal,
    ledger,
  };
  const answer = await requestRange({ ...request, ...asked });
  if (!answer.ok) return { kind: 'failed', error: answer.error, nextSegment: run.first };
  const { body } = answer.value;
  const verdict = judgeAnswer({ ...location, ...asked }, answer.value, tools.nowMs());
  switch (verdict.kind) {
    case 'give-up':
      body.close();
      return { kind: 'failed', error: verdict.error, nextSegment: run.first };
    case 'start-over':
      return { kind: 'whole-file', body };
    case 'go-on':
      ears.onHead(performance.now() - askedAtMs);
      return receiveRun(body, run, sink, range.endByteExclusive - range.startByte, tools, ears);
  }
}

/** Receives a body that begins with the run's first segment. */
export async function receiveRun(
  body: RangeBody,
  run: SegmentRun,
  sink: SegmentSink,
  expectedBytes: number,
  tools: TransferTools,
  ears: Pick<RunEars, 'onBytes'>,
): Promise<RunEnd> {
  const { signal, limit, settings } = tools;
  const lane = sink.lane(run.first);
  const take = (piece: Uint8Array): Promise<void> | null => {
    ears.onBytes(piece.byteLength);
    return lane.take(piece);
  };
  const { stallTimeoutMs } = settings;
  const code = await receiveBody(body, { expectedBytes, stallTimeoutMs, signal, limit, take, fault: sink.fault });
  const nextSegment = lane.end();
  return code === null ? { kind: 'done' } : { kind: 'failed', error: { code }, nextSegment };
}
