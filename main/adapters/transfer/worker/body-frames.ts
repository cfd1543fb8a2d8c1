import { assertNever } from '../../../../contract/result.ts';
import type { BodyFraming } from './http-head.ts';

/** Finds the bytes of a body among the bytes of its connection. */
export interface BodyFrames {
  /**
   * Hands the body's bytes among these to `take`, in order and without a copy. `complete` when the body has ended with them, and nothing
   * may follow: `nonsense` when something does, or when the chunks are none.
   */
  feed(bytes: Uint8Array, take: (piece: Uint8Array) => void): 'more' | 'complete' | 'nonsense';
  /** Whether a connection that ends now ends the body as it should. */
  endsWithConnection(): boolean;
}

/** A size line longer than this is no chunk's. */
const longestLineBytes = 256;

/** Makes the reader of one body. A body of no bytes is complete before its first byte: ask `feed` with none. */
export function createBodyFrames(framing: BodyFraming): BodyFrames {
  switch (framing.kind) {
    case 'length':
      return countedFrames(framing.sizeBytes);
    case 'chunked':
      return chunkedFrames();
    case 'until-close':
      return {
        feed: (bytes, take) => {
          if (bytes.byteLength > 0) take(bytes);
          return 'more';
        },
        endsWithConnection: () => true,
      };
    default:
      return assertNever(framing);
  }
}

function countedFrames(sizeBytes: number): BodyFrames {
  let leftBytes = sizeBytes;
  return {
    feed: (bytes, take) => {
      const piece = bytes.byteLength > leftBytes ? bytes.subarray(0, leftBytes) : bytes;
      leftBytes -= piece.byteLength;
      if (piece.byteLength > 0) take(piece);
      if (piece.byteLength < bytes.byteLength) return 'nonsense';
      return leftBytes === 0 ? 'complete' : 'more';
    },
    endsWithConnection: () => leftBytes === 0,
  };
}

/** RFC 9112 §7.1: size in hexadecimal, perhaps extensions, CRLF, bytes, CRLF; a size of 0, trailers, an empty line. */
function chunkedFrames(): BodyFrames {
  let state: 'size' | 'data' | 'data-end' | 'trailer' | 'complete' = 'size';
  let line = '';
  let leftBytes = 0;

  /** What a whole line means; false when it means nothing here. */
  function accept(text: string): boolean {
    if (state === 'size') {
      const size = /^([0-9a-fA-F]{1,12})(?:[ \t]*;.*)?$/.exec(text)?.[1];
      if (size === undefined) return false;
      leftBytes = Number.parseInt(size, 16);
      state = leftBytes === 0 ? 'trailer' : 'data';
      return true;
    }
    if (state === 'data-end') {
      state = 'size';
      return text === '';
    }
    if (text === '') state = 'complete';
    return true;
  }

  return {
    feed: (bytes, take) => {
      let at = 0;
      while (at < bytes.byteLength) {
        if (state === 'complete') return 'nonsense';
        if (state === 'data') {
          const piece = bytes.subarray(at, at + leftBytes);
          at += piece.byteLength;
          leftBytes -= piece.byteLength;
          take(piece);
          if (leftBytes === 0) state = 'data-end';
          continue;
        }
        line += String.fromCharCode(bytes[at] ?? 0);
        at += 1;
        if (line.length > longestLineBytes) return 'nonsense';
        if (!line.endsWith('\n')) continue;
        if (!line.endsWith('\r\n') || !accept(line.slice(0, -2))) return 'nonsense';
        line = '';
      }
      return state === 'complete' ? 'complete' : 'more';
    },
    endsWithConnection: () => state === 'complete',
  };
}
