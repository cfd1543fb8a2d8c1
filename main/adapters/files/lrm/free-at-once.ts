/**
 * Gives back the memory of bytes that nobody needs any more, if they have a buffer to themselves, as the answers of `node:crypto` have. Left to the garbage
 * collector, each answer comes from fresh pages, and faulting those in costs more than the encryption (`docs/decisions/0013-parallel-ranges.md`).
 */
export function freeAtOnce(bytes: Uint8Array): void {
  const { buffer } = bytes;
  if (buffer instanceof ArrayBuffer && buffer.byteLength === bytes.byteLength) buffer.transfer(0);
}
