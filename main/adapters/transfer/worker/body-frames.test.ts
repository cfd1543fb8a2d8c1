import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBodyFrames } from './body-frames.ts';
import type { BodyFraming } from './http-head.ts';

/** Feeds a text in pieces, and answers what came of it. */
function feed(framing: BodyFraming, pieces: readonly string[]) {
  const frames = createBodyFrames(framing);
  let body = '';
  let state = '';
  for (const piece of pieces) {
    state = frames.feed(Buffer.from(piece, 'latin1'), (bytes) => {
      body += Buffer.from(bytes).toString('latin1');
    });
    if (state !== 'more') break;
  }
  return { body, state, ends: frames.endsWithConnection() };
}

const chunked: BodyFraming = { kind: 'chunked' };
const whole = '4\r\nWiki\r\n6;name=value\r\npedia \r\nE\r\nin \r\n\r\nchunks.\r\n0\r\nTrailer: x\r\n\r\n';

describe('the bytes of a body among those of its connection', () => {
  it('D3: a counted body is complete with its last byte, and nothing may follow', () => {
    const five: BodyFraming = { kind: 'length', sizeBytes: 5 };
    expect(feed(five, ['ab', 'cd'])).toEqual({ body: 'abcd', state: 'more', ends: false });
    expect(feed(five, ['ab', 'cde'])).toEqual({ body: 'abcde', state: 'complete', ends: true });
    expect(feed(five, ['abcdef'])).toEqual({ body: 'abcde', state: 'nonsense', ends: true });
    expect(feed({ kind: 'length', sizeBytes: 0 }, [''])).toEqual({ body: '', state: 'complete', ends: true });
  });

  it('D3: a body without a length ends with its connection', () => {
    expect(feed({ kind: 'until-close' }, ['ab', 'c'])).toEqual({ body: 'abc', state: 'more', ends: true });
  });

  it('D3: chunks, wherever the line cuts them', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: whole.length })), (cuts) => {
        const places = [0, ...cuts.toSorted((one, other) => one - other), whole.length];
        const pieces = places.slice(1).map((place, index) => whole.slice(places[index], place));
        expect(feed(chunked, pieces)).toEqual({ body: 'Wikipedia in \r\n\r\nchunks.', state: 'complete', ends: true });
      }),
    );
  });

  it.each([
    ['no size', 'xyz\r\n'],
    ['a bare line feed', '4\nWiki'],
    ['bytes after a chunk', '4\r\nWikis\r\n'],
    ['a negative size', '-1\r\n'],
    ['a size beyond all numbers', `${'f'.repeat(13)}\r\n`],
    ['a size line without an end', '1;'.padEnd(300, 'x')],
    ['bytes after the end', `${whole}x`],
  ])('D3: %s is nonsense', (_title, text) => {
    expect(feed(chunked, [text]).state).toBe('nonsense');
  });

  it('D3: chunks that only stop are not complete', () => {
    expect(feed(chunked, ['4\r\nWiki\r\n'])).toEqual({ body: 'Wiki', state: 'more', ends: false });
  });
});
