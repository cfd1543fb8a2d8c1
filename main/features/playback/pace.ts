import type { ByteRange } from '../../ports.ts';

/** Given at once behind a seek: three seconds at 4 Mbit/s, more than lies between a place and the keyframe before it. */
const burstBytes = 1.5 * 2 ** 20;

/** Given after each breath: eight times what 4 Mbit/s need meanwhile. */
const breathBytes = 2 ** 19;

/** Who still wants more after so much is not seeking any more. */
const pacedBytes = 4 * 2 ** 20;

/** So near the end nothing is held back: there may be the index of a lecture of hours, which is wanted whole before anything plays. */
const endingBytes = 16 * 2 ** 20;

/** Longer than a seek takes. */
const pauseMs = 80;

/**
 * How long an answer from the disk is to wait before its next piece, in milliseconds, asked with the bytes it has given so far. After a seek
 * Chromium asks for everything up to the end and reads at full speed until the next seek calls it off: three times what it shows, decrypted in vain. So the
 * answer takes a breath after each burst. What begins at the first byte is a lecture being opened, and does not wait.
 */
export function createPace({ start, endExclusive }: ByteRange, sizeBytes: number): (givenBytes: number) => number {
  const isSeek = start > 0 && endExclusive === sizeBytes && endExclusive - start > endingBytes;
  let pauseAtBytes = isSeek ? burstBytes : Number.POSITIVE_INFINITY;
  return (givenBytes) => {
    if (givenBytes < pauseAtBytes) return 0;
    pauseAtBytes = pauseAtBytes < pacedBytes ? pauseAtBytes + breathBytes : Number.POSITIVE_INFINITY;
    return pauseMs;
  };
}
