import { Transform, type TransformCallback } from 'node:stream';
import type { ServerResponse } from 'node:http';

/** Flips every bit of `length` bytes from `offset` of the file; the stream begins at `firstByte` of it. */
export function flipBytes(offset: number, length: number, firstByte: number): Transform {
  let position = firstByte;
  return new Transform({
    transform(chunk: Buffer, _encoding, done: TransformCallback) {
      const copy = Buffer.from(chunk);
      const from = Math.max(0, offset - position);
      const to = Math.min(copy.length, offset + length - position);
      for (let index = from; index < to; index += 1) copy[index] = ~(copy[index] ?? 0) & 0xff;
      position += copy.length;
      done(null, copy);
    },
  });
}

/** Lets `bytes` pass, then nothing; once they have left, `then` is called. */
export function stopAfter(bytes: number, response: ServerResponse, then: () => void): Transform {
  let left = bytes;
  let timer: NodeJS.Timeout | null = null;

  /** Waits until the response has handed over everything it was given. */
  function whenGone(stream: Transform): void {
    timer = setTimeout(() => {
      if (stream.readableLength > 0 || response.writableLength > 0) return whenGone(stream);
      if (!response.headersSent) response.flushHeaders();
      then();
    }, 5);
  }

  return new Transform({
    transform(chunk: Buffer, _encoding, done: TransformCallback) {
      const part = chunk.subarray(0, left);
      left -= part.length;
      if (part.length > 0) this.push(part);
      if (left > 0) done();
      else whenGone(this);
    },
    destroy(error, done) {
      if (timer !== null) clearTimeout(timer);
      done(error);
    },
  });
}

/** Lets `bytesPerSecond` pass, in small pieces. */
export function throttle(bytesPerSecond: number): Transform {
  const pieceBytes = Math.max(1, Math.floor(bytesPerSecond / 20));
  let timer: NodeJS.Timeout | null = null;
  return new Transform({
    readableHighWaterMark: pieceBytes,
    transform(chunk: Buffer, _encoding, done: TransformCallback) {
      const send = (from: number): void => {
        if (from >= chunk.length) return done();
        const piece = chunk.subarray(from, from + pieceBytes);
        this.push(piece);
        timer = setTimeout(send, (piece.length / bytesPerSecond) * 1000, from + pieceBytes);
      };
      send(0);
    },
    destroy(error, done) {
      if (timer !== null) clearTimeout(timer);
      done(error);
    },
  });
}

/** Tells how many bytes pass. */
export function countBytes(add: (bytes: number) => void): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, done: TransformCallback) {
      add(chunk.length);
      done(null, chunk);
    },
  });
}
