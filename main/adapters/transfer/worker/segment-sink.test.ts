import { describe, expect, it } from 'vitest';
import { segmentLayout, type LrmWriter } from '../../files/lrm/index.ts';
import { createSegmentSink, type SegmentSink } from './segment-sink.ts';

const segmentSizeBytes = 1024;
const segment = new Uint8Array(segmentSizeBytes);
const layout = segmentLayout(100 * segmentSizeBytes, segmentSizeBytes);

/** A file whose disk answers a sync only when it is told to. */
function slowSink(): {
  readonly sink: SegmentSink;
  readonly durable: number[];
  readonly asked: () => number;
  answer(ok?: boolean): Promise<void>;
} {
  const durable: number[] = [];
  const waiting: ((ok: boolean) => void)[] = [];
  let asked = 0;
  const writer = {
    info: { layout },
    writeSegment: async () => ({ ok: true, value: 'written' }),
    sync: async () => {
      asked += 1;
      const isKept = await new Promise<boolean>((resolve) => waiting.push(resolve));
      return isKept ? { ok: true, value: undefined } : { ok: false, fault: 'sync-failed', errno: 'EIO' };
    },
  } as unknown as LrmWriter;
  const sink = createSegmentSink(writer, {
    path: '/nowhere',
    syncEveryBytes: 4 * segmentSizeBytes,
    syncEveryMs: 60_000,
    onDurable: (moreBytes) => durable.push(moreBytes / segmentSizeBytes),
  });
  const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  return {
    sink,
    durable,
    asked: () => asked,
    answer: async (isKept = true) => {
      await turn();
      waiting.shift()?.(isKept);
      await turn();
    },
  };
}

describe('segment sink', () => {
  it('D3: while the disk is slow to keep what was written the line goes on, until too much waits; only what was kept counts', async () => {
    const { sink, durable, asked, answer } = slowSink();
    const lane = sink.lane(0);
    for (let count = 0; count < 7; count += 1) expect(lane.take(segment)).toBe(null);
    const room = lane.take(segment);
    expect(room).not.toBe(null);
    expect(durable).toEqual([]);
    await answer();
    await room;
    expect(durable).toEqual([4]);
    await answer();
    expect([durable, asked()]).toEqual([[4, 4], 2]);
    // A disk that answers in a moment may have eight syncs' worth waiting.
    for (let count = 0; count < 31; count += 1) expect(lane.take(segment)).toBe(null);
    expect(lane.take(segment)).not.toBe(null);
    const finished = sink.finish();
    for (let count = 0; count < 3; count += 1) await answer();
    expect(await finished).toBe(null);
    expect(durable.reduce((sum, segments) => sum + segments, 0)).toBe(40);
  });

  it('D3 D7: a sync that fails ends what waits for it, and nothing more is called safe', async () => {
    const { sink, durable, answer } = slowSink();
    const lane = sink.lane(0);
    for (let count = 0; count < 7; count += 1) void lane.take(segment);
    const room = lane.take(segment);
    await answer(false);
    await room;
    expect([sink.fault(), durable]).toEqual(['disk-failed', []]);
    expect(await sink.finish()).toBe('disk-failed');
    expect(durable).toEqual([]);
  });
});
