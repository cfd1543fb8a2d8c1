import { createHash, type Hash } from 'node:crypto';
import type { LrmFault, LrmReader } from '../../files/lrm/index.ts';

/** What is authentic from the start of a file without a gap: its length in plain bytes and their SHA-256 so far. */
export interface HeldBytes {
  readonly heldBytes: number;
  readonly digest: Hash;
  /** Why it ends there: null at the end of the file, else what was wrong with the next segment. */
  readonly stoppedBy: LrmFault | null;
}

/** Reads a file from its start as far as it is authentic: the bytes on the disk are the truth, not a journal. */
export async function readHeldBytes(
  reader: LrmReader,
  onBytes: (heldBytes: number) => void,
  signal: AbortSignal,
): Promise<HeldBytes> {
  const digest = createHash('sha256');
  let heldBytes = 0;
  for await (const segment of reader.readRange(0, reader.info.layout.plainSizeBytes)) {
    if (signal.aborted) return { heldBytes, digest, stoppedBy: 'cancelled' };
    if (!segment.ok) return { heldBytes, digest, stoppedBy: segment.fault };
    digest.update(segment.value);
    heldBytes += segment.value.byteLength;
    onBytes(heldBytes);
  }
  return { heldBytes, digest, stoppedBy: null };
}
