import { open } from 'node:fs/promises';
import { segmentPlace, type SegmentLayout } from '../../files/lrm/index.ts';

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
