import { describe, expect, it } from 'vitest';
import { createPace } from './pace.ts';

const mebibyte = 2 ** 20;
const sizeBytes = 300 * mebibyte;

/** After how many MiB an answer waited, when it is taken in pieces of a quarter. */
function pausesOf(start: number, endExclusive: number): readonly number[] {
  const pauseMs = createPace({ start, endExclusive }, sizeBytes);
  const pauses: number[] = [];
  for (let given = 0; given < endExclusive - start; given += mebibyte / 4)
    if (pauseMs(given) > 0) pauses.push(given / mebibyte);
  return pauses;
}

describe('C1: reading ahead after a seek', () => {
  it('takes a breath after each burst, and none any more once the player clearly reads on', () => {
    expect(pausesOf(100 * mebibyte, sizeBytes)).toEqual([1.5, 2, 2.5, 3, 3.5, 4]);
    expect(createPace({ start: 1, endExclusive: sizeBytes }, sizeBytes)(2 * mebibyte)).toBeGreaterThan(25);
  });

  it.each([
    ['a lecture that is opened', 0, sizeBytes],
    ['the end of a file, where its index may be', sizeBytes - 16 * mebibyte, sizeBytes],
    ['a part that was asked for to its last byte', mebibyte, 90 * mebibyte],
  ])('never holds back %s', (_name, start, endExclusive) => {
    expect(pausesOf(start, endExclusive)).toEqual([]);
  });
});
