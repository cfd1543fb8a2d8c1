import { expect, it } from 'vitest';
import type { RandomAccessFile } from './random-access-file.ts';
import { segmentLayout, segmentPlace } from './segment-layout.ts';
import { createUnconfirmed } from './unconfirmed.ts';

const layout = segmentLayout(20 * 16, 16);
const lastConfirmed = 5;
const tagPlace = (segment: number): number => {
  const { fileOffset, plainSizeBytes } = segmentPlace(layout, segment);
  return fileOffset + plainSizeBytes;
};

it.each([
  ['behind the last confirmed one is cut off', [7, 6], []],
  ['in a gap before that one loses its tag', [2, 4], [2, 4]],
  ['that was confirmed and, damaged since, written anew loses its tag', [lastConfirmed], [lastConfirmed]],
])('D3 D4: after a failed fsync a segment %s', async (_, written, withoutTag) => {
  const writes: number[] = [];
  const cuts: number[] = [];
  const file: Partial<RandomAccessFile> = {
    writeAt: (_source, position) => Promise.resolve(void writes.push(position)),
    truncate: (sizeBytes) => Promise.resolve(void cuts.push(sizeBytes)),
  };
  const unconfirmed = createUnconfirmed();
  unconfirmed.confirmed(lastConfirmed);
  for (const segment of written) unconfirmed.written(segment);
  await unconfirmed.strikeOut(file as RandomAccessFile, layout);
  expect(writes).toEqual(withoutTag.map(tagPlace));
  expect(cuts).toEqual([segmentPlace(layout, lastConfirmed + 1).fileOffset]);
});
