/**
 * Reads a stream whole, never keeping more than `limitBytes`: null when it is longer, or (unless `shorter-is-fine`) when it ends early.
 * `onPart` is given each part as it comes.
 */
export async function readAtMost(
  body: ReadableStream<Uint8Array>,
  limitBytes: number,
  length: 'exact' | 'shorter-is-fine' = 'exact',
  onPart: (part: Uint8Array) => void = () => undefined,
): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = [];
  let sizeBytes = 0;
  const reader = body.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    sizeBytes += next.value.byteLength;
    if (sizeBytes > limitBytes) {
      await reader.cancel();
      return null;
    }
    onPart(next.value);
    parts.push(next.value);
  }
  return length === 'exact' && sizeBytes !== limitBytes ? null : Buffer.concat(parts, sizeBytes);
}
