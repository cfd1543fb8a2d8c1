import type { FileHandle } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { createDiskPace } from './disk-pace.ts';
import { createWriteBatches } from './write-batches.ts';

interface Call {
  readonly position: number;
  readonly sizes: readonly number[];
  answer(writtenBytes: number | Error): Promise<void>;
}

/** A file whose writes end when they are told to. */
function slowFile(): { readonly handle: FileHandle; readonly calls: Call[]; turn(): Promise<void> } {
  const calls: Call[] = [];
  const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));
  const handle = {
    fd: -1,
    writev: (sources: readonly Uint8Array[], position: number) =>
      new Promise((resolve, reject) => {
        const answer = (written: number | Error): Promise<void> => {
          if (written instanceof Error) reject(written);
          else resolve({ bytesWritten: written });
          return turn();
        };
        calls.push({ position, sizes: sources.map((source) => source.byteLength), answer });
      }),
  };
  return { handle: handle as unknown as FileHandle, calls, turn };
}

const bytes = (size: number): Uint8Array => new Uint8Array(size);

describe('write batches', () => {
  it('D3: what comes in one turn, or while a call is under way, goes out in one call, each place for itself', async () => {
    const { handle, calls, turn } = slowFile();
    const writes = createWriteBatches(handle, createDiskPace());
    const first = [writes.add(bytes(10), 0), writes.add(bytes(20), 10)];
    await turn();
    expect(calls).toMatchObject([{ position: 0, sizes: [10, 20] }]);
    // Two connections, each in its own place.
    const next = [
      writes.add(bytes(5), 30),
      writes.add(bytes(7), 1000),
      writes.add(bytes(6), 35),
      writes.add(bytes(8), 1007),
    ];
    await turn();
    expect(calls).toHaveLength(1);
    await calls[0]?.answer(30);
    await Promise.all(first);
    await calls[1]?.answer(11);
    await calls[2]?.answer(15);
    await Promise.all(next);
    expect(calls.slice(1)).toMatchObject([
      { position: 30, sizes: [5, 6] },
      { position: 1000, sizes: [7, 8] },
    ]);
  });

  it('D3: a call that writes less is gone on with; one that fails, fails its own bytes and no others', async () => {
    const { handle, calls, turn } = slowFile();
    const writes = createWriteBatches(handle, createDiskPace());
    const wrong = [writes.add(bytes(10), 0), writes.add(bytes(20), 10)];
    const right = writes.add(bytes(4), 500);
    const outcomes = Promise.allSettled(wrong);
    const settled = writes.settled();
    await turn();
    await calls[0]?.answer(14);
    expect(calls[1]).toMatchObject({ position: 14, sizes: [16] });
    await calls[1]?.answer(new Error('ENOSPC'));
    expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await calls[2]?.answer(4);
    await right;
    await settled;
  });

  it('D3: a call takes a mebibyte, so that many do not wait for one', async () => {
    const { handle, calls, turn } = slowFile();
    const writes = createWriteBatches(handle, createDiskPace());
    const all = [0, 1, 2, 3].map((number) => writes.add(bytes(600_000), number * 600_000));
    await turn();
    for (const number of [0, 1]) await calls[number]?.answer(1_200_000);
    await Promise.all(all);
    expect(calls.map(({ position }) => position)).toEqual([0, 1_200_000]);
  });
});
