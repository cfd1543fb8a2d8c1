import { describe, expect, it } from 'vitest';
import { createFakeClock } from '../../../tests/fakes/fake-clock.ts';
import { goOnFromDisk } from './go-on-stream.ts';

const file = Uint8Array.from({ length: 10 }, (_, index) => index);

/** A stream of these bytes, one after the other, and then what comes instead of the end. */
function bytesOf(bytes: Uint8Array, end: 'close' | 'error' | 'silence' = 'close'): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream(
    {
      pull(controller) {
        if (at < bytes.length) controller.enqueue(bytes.slice(at, (at += 1)));
        else if (end === 'close') controller.close();
        else if (end === 'error') controller.error(new Error('cut'));
        else return new Promise(() => undefined);
        return undefined;
      },
    },
    { highWaterMark: 0 },
  );
}

function scene(network: ReadableStream<Uint8Array>, disk: { isHere: boolean }) {
  const clock = createFakeClock();
  const asked: number[] = [];
  const looks = new Set<() => void>();
  let brokenCount = 0;
  const stream = goOnFromDisk(network, {
    start: 2,
    restFromDisk(start) {
      asked.push(start);
      return Promise.resolve(disk.isHere ? bytesOf(file.slice(start)) : null);
    },
    whenToLook(look) {
      looks.add(look);
      return () => looks.delete(look);
    },
    after: clock.after,
    onBroken: () => (brokenCount += 1),
  });
  return { clock, asked, looks, reader: stream.getReader(), broken: () => brokenCount };
}

async function rest(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<readonly number[]> {
  const all: number[] = [];
  for (;;) {
    const next = await reader.read();
    if (next.done) return all;
    all.push(...next.value);
  }
}

describe('C1: a stream that goes on from the disk', () => {
  it('C1: changes over at the very byte when the file is whole, and reads no more from the network', async () => {
    const disk = { isHere: false };
    const { reader, looks, asked } = scene(bytesOf(file.slice(2, 5), 'silence'), disk);
    expect((await reader.read()).value).toEqual(file.slice(2, 3));
    for (const look of looks) look();
    expect((await reader.read()).value).toEqual(file.slice(3, 4));
    disk.isHere = true;
    for (const look of looks) look();
    expect(await rest(reader)).toEqual([4, 5, 6, 7, 8, 9]);
    expect(asked).toEqual([3, 4]);
    expect(looks.size).toBe(0);
  });

  it('C1: a line that is cut, or silent while bytes are wanted, is gone on from the disk', async () => {
    const cut = scene(bytesOf(file.slice(2, 5), 'error'), { isHere: true });
    expect(await rest(cut.reader)).toEqual([2, 3, 4, 5, 6, 7, 8, 9]);
    expect(cut.broken()).toBe(0);
    const silent = scene(bytesOf(file.slice(2, 5), 'silence'), { isHere: true });
    const all = rest(silent.reader);
    await new Promise((resolve) => setTimeout(resolve, 20));
    silent.clock.advance(20_000);
    expect(await all).toEqual([2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('C8: what is on neither is told once, and ends the stream', async () => {
    const { reader, broken, looks } = scene(bytesOf(file.slice(2, 5), 'error'), { isHere: false });
    await expect(rest(reader)).rejects.toThrow('cut');
    expect(broken()).toBe(1);
    expect(looks.size).toBe(0);
  });

  it('C1: a download that becomes whole while the line is silent wakes a read that waits', async () => {
    const disk = { isHere: false };
    const { reader, looks } = scene(bytesOf(file.slice(2, 3), 'silence'), disk);
    await reader.read();
    const waiting = rest(reader);
    await new Promise((resolve) => setTimeout(resolve, 5));
    disk.isHere = true;
    for (const look of looks) look();
    expect(await waiting).toEqual([3, 4, 5, 6, 7, 8, 9]);
  });

  it.each(['look', 'break'] as const)(
    'C1: called off by a seek while the file is being opened (%s), it lets go of it',
    async (why) => {
      let open: (rest: ReadableStream<Uint8Array>) => void = () => undefined;
      let look: () => void = () => undefined;
      let letGoCount = 0;
      let brokenCount = 0;
      const network = bytesOf(file.slice(2, 3), why === 'break' ? 'error' : 'silence');
      const reader = goOnFromDisk(network, {
        start: 2,
        restFromDisk: () =>
          new Promise((resolve) => {
            open = resolve;
          }),
        whenToLook(callback) {
          look = callback;
          return () => undefined;
        },
        after: () => () => undefined,
        onBroken: () => (brokenCount += 1),
      }).getReader();
      await reader.read();
      if (why === 'look') look();
      const waiting = reader.read();
      await new Promise((resolve) => setTimeout(resolve, 5));
      await reader.cancel();
      open(new ReadableStream({ cancel: () => void (letGoCount += 1) }));
      await waiting;
      await new Promise((resolve) => setTimeout(resolve, 5));
      expect([letGoCount, brokenCount]).toEqual([1, 0]);
    },
  );
});
