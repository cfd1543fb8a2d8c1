import { describe, expect, it } from 'vitest';
import type { AppErrorCode } from '../../../contract/result.ts';
import { fail, succeed, type LrmOutcome } from './lrm/outcome.ts';
import { streamSegments } from './media-stream.ts';

const segmentBytes = 65_536;

/** So many segments, each filled with its number, and then what comes instead of the end; counts what was decrypted. */
function segmentsOf(count: number, end?: LrmOutcome<never>) {
  let given = 0;
  async function* all(): AsyncGenerator<LrmOutcome<Uint8Array>> {
    for (; given < count; given += 1) yield succeed(new Uint8Array(segmentBytes).fill(given));
    if (end !== undefined) yield end;
    await Promise.resolve();
  }
  return { segments: all(), given: () => given };
}

async function piecesOf(
  stream: ReadableStream<Uint8Array>,
): Promise<{ sizes: number[]; bytes: Buffer; error: unknown }> {
  const pieces: Uint8Array[] = [];
  let error: unknown = null;
  try {
    for await (const piece of stream) pieces.push(piece);
  } catch (thrown) {
    error = thrown;
  }
  return { sizes: pieces.map(({ byteLength }) => byteLength / segmentBytes), bytes: Buffer.concat(pieces), error };
}

function noFault(code: AppErrorCode): void {
  throw new Error(code);
}

describe('C1: the pieces of a lecture', () => {
  it('comes with one segment first, then with several at once, in order and whole', async () => {
    const { sizes, bytes, error } = await piecesOf(streamSegments(segmentsOf(20).segments, noFault));
    expect(error).toBeNull();
    expect(sizes).toEqual([1, 8, 8, 3]);
    expect(Array.from({ length: 20 }, (_, segment) => bytes[segment * segmentBytes + 5])).toEqual([
      ...Array(20).keys(),
    ]);
  });

  it('C8: gives all that is before a segment that cannot be had, says so once, and ends', async () => {
    const faults: AppErrorCode[] = [];
    const { segments } = segmentsOf(5, fail('damaged-segment', { segment: 5 }));
    const { sizes, error } = await piecesOf(streamSegments(segments, (code) => faults.push(code)));
    expect(sizes).toEqual([1, 4]);
    expect(error).toEqual(new Error('asset-damaged'));
    expect(faults).toEqual(['asset-damaged']);
  });

  it('decrypts no further than the piece that is asked for, and nothing after it was called off', async () => {
    const { segments, given } = segmentsOf(100);
    const reader = streamSegments(segments, noFault).getReader();
    expect(given()).toBe(0);
    await reader.read();
    await reader.read();
    expect(given()).toBeLessThanOrEqual(9);
    await reader.cancel();
    expect(given()).toBeLessThanOrEqual(9);
  });
});
