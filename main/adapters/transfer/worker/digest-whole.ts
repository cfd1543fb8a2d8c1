import { createHash } from 'node:crypto';
import { freeAtOnce, type LrmFault, type LrmReader } from '../../files/lrm/index.ts';

/** SHA-256 of a whole file's plaintext in hexadecimal, or what was wrong with the first segment that could not be read. */
export async function digestWhole(
  reader: LrmReader,
  onBytes: (readBytes: number) => void,
  signal: AbortSignal,
): Promise<{ readonly sha256: string } | { readonly fault: LrmFault }> {
  const hash = createHash('sha256');
  let readBytes = 0;
  for await (const segment of reader.readRange(0, reader.info.layout.plainSizeBytes)) {
    if (signal.aborted) return { fault: 'cancelled' };
    if (!segment.ok) return segment;
    hash.update(segment.value);
    readBytes += segment.value.byteLength;
    freeAtOnce(segment.value);
    onBytes(readBytes);
  }
  return { sha256: hash.digest('hex') };
}
