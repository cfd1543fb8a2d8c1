import { tagSizeBytes } from './format.ts';
import type { RandomAccessFile } from './random-access-file.ts';
import { segmentPlace, type SegmentLayout } from './segment-layout.ts';

/** Which written segments the disk has not confirmed yet. */
export interface Unconfirmed {
  written(segment: number): void;
  /** Seen on the disk, or confirmed by it. */
  confirmed(segment: number): void;
  /** Takes what is to be confirmed by the fsync that begins now. */
  begin(): ReadonlySet<number>;
  /** The fsync for these has succeeded. */
  confirm(segments: ReadonlySet<number>): void;
  /**
   * After a failed fsync the system may show lost pages as if they were on the disk (Rebello et al., USENIX ATC 2020), so a later scan would
   * believe them: what is behind the last confirmed segment is cut off, and what lies in a gap before it loses its tag, without which it does
   * not authenticate. Throws the system's error when that cannot be done.
   */
  strikeOut(file: RandomAccessFile, layout: SegmentLayout): Promise<void>;
}

const noTag = new Uint8Array(tagSizeBytes);

/** Begins with nothing written. */
export function createUnconfirmed(): Unconfirmed {
  let waiting = new Set<number>();
  let asked: ReadonlySet<number> = new Set();
  let lastConfirmed = -1;
  return {
    written: (segment) => void waiting.add(segment),
    confirmed: (segment) => {
      lastConfirmed = Math.max(lastConfirmed, segment);
    },
    begin: () => {
      asked = waiting;
      waiting = new Set();
      return asked;
    },
    confirm: (segments) => {
      for (const segment of segments) lastConfirmed = Math.max(lastConfirmed, segment);
      if (asked === segments) asked = new Set();
    },
    strikeOut: async (file, layout) => {
      for (const segment of [...asked, ...waiting]) {
        // What is behind the last confirmed one is cut off below.
        if (segment > lastConfirmed) continue;
        const { fileOffset, plainSizeBytes } = segmentPlace(layout, segment);
        await file.writeAt(noTag, fileOffset + plainSizeBytes);
      }
      const next = lastConfirmed + 1;
      if (next < layout.segmentCount) await file.truncate(segmentPlace(layout, next).fileOffset);
    },
  };
}
