import { open } from 'node:fs/promises';
import { segmentPlace, type SegmentLayout } from '../../files/lrm/index.ts';

/** Numbers in [0, 1) that are the same for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** `count` different segment numbers below `segmentCount`, in order. */
export function pickSegments(segmentCount: number, count: number, random: () => number): readonly number[] {
  const picked = new Set<number>();
  while (picked.size < Math.min(count, segmentCount)) picked.add(Math.floor(random() * segmentCount));
  return [...picked].toSorted((one, other) => one - other);
}

/** Turns one bit of each of these segments of a `.lrm` file, anywhere in ciphertext or tag. */
export async function damageSegments(
  path: string,
  layout: SegmentLayout,
  segments: readonly number[],
  random: () => number,
): Promise<void> {
  const file = await open(path, 'r+');
  try {
    for (const segment of segments) {
      const { fileOffset, storedSizeBytes } = segmentPlace(layout, segment);
      const at = fileOffset + Math.floor(random() * storedSizeBytes);
      const byte = Buffer.alloc(1);
      await file.read(byte, 0, 1, at);
      byte.writeUInt8(byte.readUInt8() ^ (1 << Math.floor(random() * 8)));
      await file.write(byte, 0, 1, at);
    }
  } finally {
    await file.close();
  }
}
