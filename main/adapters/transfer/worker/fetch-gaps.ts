import { fail, ok, type AppError, type Result } from '../../../../contract/result.ts';
import type { SegmentRun } from '../../files/lrm/index.ts';
import type { WorkerJob } from '../messages.ts';
import { fetchRun, receiveRun, type RunEnd } from './fetch-run.ts';
import type { RangeBody } from './http-range-request.ts';
import type { PartFile } from './part-file.ts';
import { createRangePlan, usualRangeRules } from './range-plan.ts';
import { createSegmentSink } from './segment-sink.ts';
import { createSpeedLooks } from './speed-looks.ts';
import type { TransferTools } from './transfer-tools.ts';

/** A service that sends the whole file instead of a part of it: this body belongs into a new file. */
export interface WholeFile {
  readonly wholeFile: RangeBody;
}

/**
 * Fetches what `part` lacks, over one connection or, where the measured speed says that it helps, over several (`range-width.ts`). A
 * connection that fails gives its run back to the others; only when the last one fails does the transfer. `body` is an answer that has come
 * already and brings the whole file. The file stays open.
 */
export async function fetchGaps(
  job: WorkerJob,
  part: PartFile,
  givenTools: TransferTools,
  body?: RangeBody,
): Promise<Result<null> | WholeFile> {
  const { settings, report } = givenTools;
  const { layout } = part.writer.info;
  const rules = { ...usualRangeRules, ...settings.ranges };
  const plan = createRangePlan(layout, part.missing, rules);
  const looks = createSpeedLooks(rules);
  const stop = new AbortController();
  const tools = { ...givenTools, signal: AbortSignal.any([givenTools.signal, stop.signal]) };
  let durableBytes = part.heldBytes;
  report({ receivedBytes: durableBytes, phase: 'downloading' });
  const sink = createSegmentSink(part.writer, {
    path: job.paths.unfinished,
    ...settings,
    digest: part.digest,
    onDurable: (moreBytes) => {
      durableBytes += moreBytes;
      report({ receivedBytes: durableBytes, phase: 'downloading' });
    },
  });

  const lanes = new Set<Promise<void>>();
  /** Connections that have not decided to end. */
  let active = 0;
  const flowing = new Set<object>();
  /** How many connections there should be; a rest too small to share has one for good. */
  let width = 1;
  let isSettled = body !== undefined || rules.mostConnections <= 1 || plan.restBytes() < rules.smallestRestBytes;
  let failure: AppError | null = null;
  let wholeFile: RangeBody | null = null;

  function settle(connections: number): void {
    isSettled = true;
    width = Math.max(1, connections);
  }

  function look(): void {
    if (isSettled || stop.signal.aborted) return;
    const isFlowing = flowing.size === active && active === width;
    const limitBytesPerSecond = tools.limit?.rate() ?? null;
    const verdict = looks.look({ connections: width, isFlowing, restBytes: plan.restBytes(), limitBytesPerSecond });
    if (verdict.kind === 'settle') settle(verdict.connections);
    if (verdict.kind !== 'widen') return;
    width = verdict.connections;
    while (active < width && plan.restBytes() > 0) open();
  }

  function open(): void {
    active += 1;
    const mine: Promise<void> = lane().finally(() => lanes.delete(mine));
    lanes.add(mine);
  }

  const mayGoOn = (): boolean => active <= width && !stop.signal.aborted;

  async function lane(): Promise<void> {
    const id = {};
    const ears = {
      onHead: (waitedMs: number): void => {
        looks.answered(waitedMs);
        flowing.add(id);
      },
      onBytes: (sizeBytes: number): void => {
        looks.came(sizeBytes);
        look();
      },
    };
    let isOver = false;
    try {
      while (!isOver && mayGoOn()) {
        const run = plan.take(isSettled ? width : rules.mostConnections);
        if (run === null) return;
        const end = await fetchRun(job, run, sink, layout, tools, ears);
        flowing.delete(id);
        isOver = end.kind !== 'done';
        if (end.kind === 'failed') giveUp(run, end);
        if (end.kind === 'whole-file') await takeWhole(run, end.body);
      }
    } finally {
      active -= 1;
    }
  }

  /** A connection that failed leaves its run to the others; the last one, and whoever hears of another file, ends the transfer. */
  function giveUp(run: SegmentRun, end: Extract<RunEnd, { kind: 'failed' }>): void {
    plan.giveBack({ first: end.nextSegment, endExclusive: run.endExclusive });
    settle(active - 1);
    const isOtherFile = end.error.code === 'changed-at-service';
    if (isOtherFile || active <= 1) failure ??= end.error;
    if (isOtherFile) stop.abort();
  }

  /** The service does not know ranges, or not this one: alone, its answer is taken as it comes, in a new file if this one holds anything. */
  async function takeWhole(run: SegmentRun, whole: RangeBody): Promise<void> {
    plan.giveBack(run);
    const isAlone = active <= 1;
    settle(active - 1);
    const isEmpty = part.heldBytes === 0 && plan.restBytes() === layout.segmentCount * layout.segmentSizeBytes;
    if (!isAlone) whole.close();
    else if (isEmpty) await receiveWhole(whole);
    else wholeFile = whole;
  }

  /** The whole file comes, and nothing of it is here yet: it is taken as it comes. */
  async function receiveWhole(whole: RangeBody): Promise<void> {
    const run = plan.take(1);
    if (run === null) return;
    const ears = { onBytes: () => undefined };
    const end = await receiveRun(whole, run, sink, layout.plainSizeBytes, tools, ears);
    if (end.kind !== 'failed') return;
    plan.giveBack({ first: end.nextSegment, endExclusive: run.endExclusive });
    failure = end.error;
  }

  try {
    if (body === undefined) open();
    else await receiveWhole(body);
    while (lanes.size > 0) await Promise.race(lanes);
  } catch (bug) {
    stop.abort();
    await Promise.allSettled(lanes);
    throw bug;
  }
  const diskFault = await sink.finish();
  if (wholeFile !== null) return { wholeFile };
  // A person who cancels hears that; otherwise the disk's trouble is the greater one.
  if (givenTools.signal.aborted && (failure !== null || plan.restBytes() > 0)) return fail('cancelled');
  if (diskFault !== null) return fail(diskFault);
  if (failure !== null) return { ok: false, error: failure };
  if (plan.restBytes() > 0) throw new Error('transfer: nobody fetches the rest');
  return ok(null);
}
