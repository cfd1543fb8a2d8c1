import { createHash } from 'node:crypto';
import { freeAtOnce, type LrmFault, type LrmWriter } from '../../files/lrm/index.ts';

/**
 * SHA-256 over the plaintext in its order, while segments come in any order. What comes in order is hashed as it passes; what came ahead is read
 * back from the disk (its pages are still in memory) as soon as the gap before it has closed.
 */
export interface PlainDigest {
  /** A segment's plaintext, as it is sealed; good only during the call. */
  passed(segment: number, plaintext: Uint8Array): void;
  /** A segment lies on the disk. */
  stored(segment: number): void;
  /** The digest in hexadecimal once all segments are there, or why they could not be read back. `onBytes` hears how many plain bytes it covers. */
  finish(onBytes: (bytes: number) => void): Promise<{ readonly sha256: string } | { readonly fault: LrmFault }>;
}

/** Begins before the first segment; `writer` reads back. */
export function createPlainDigest(writer: LrmWriter): PlainDigest {
  const { segmentCount, segmentSizeBytes, plainSizeBytes } = writer.info.layout;
  const hash = createHash('sha256');
  /** Stored ahead of `next`. */
  const ahead = new Set<number>();
  let next = 0;
  let catchingUp: Promise<void> | null = null;
  let fault: LrmFault | null = null;
  let onHashed: (bytes: number) => void = () => undefined;

  function advance(plaintext: Uint8Array): void {
    hash.update(plaintext);
    next += 1;
  }

  function catchUp(): void {
    if (catchingUp !== null || fault !== null || !ahead.has(next)) return;
    catchingUp = readAhead().finally(() => {
      catchingUp = null;
      catchUp();
    });
  }

  async function readAhead(): Promise<void> {
    let endExclusive = next;
    while (ahead.delete(endExclusive)) endExclusive += 1;
    for await (const { plaintext } of writer.readBack({ first: next, endExclusive })) {
      if (!plaintext.ok) {
        fault = plaintext.fault;
        return;
      }
      advance(plaintext.value);
      freeAtOnce(plaintext.value);
      onHashed(Math.min(next * segmentSizeBytes, plainSizeBytes));
    }
  }

  /** Each time of catching up may be followed by another. */
  async function caughtUp(): Promise<void> {
    if (catchingUp === null) return;
    await catchingUp;
    await caughtUp();
  }

  return {
    passed: (segment, plaintext) => {
      if (segment !== next || catchingUp !== null || fault !== null) return;
      advance(plaintext);
      catchUp();
    },
    stored: (segment) => {
      if (segment < next) return;
      ahead.add(segment);
      catchUp();
    },
    finish: async (onBytes) => {
      onHashed = onBytes;
      catchUp();
      await caughtUp();
      if (fault !== null) return { fault };
      if (next < segmentCount) throw new Error('digest: not all segments are there');
      return { sha256: hash.digest('hex') };
    },
  };
}
