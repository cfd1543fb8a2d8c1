const keyBytes = 4;

/** How many of these values (at least 4 bytes each) stand somewhere in the bytes; one pass, however many values there are. */
export function countFound(bytes: Uint8Array, values: readonly Uint8Array[]): number {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const candidates = new Map<number, Uint8Array[]>();
  const starts = new Uint8Array(65_536);
  for (const value of values) {
    const start = Buffer.from(value.buffer, value.byteOffset, value.byteLength);
    const key = start.readUInt32LE(0);
    candidates.set(key, [...(candidates.get(key) ?? []), value]);
    starts[start.readUInt16LE(0)] = 1;
  }
  const found = new Set<Uint8Array>();
  for (let at = 0; at + keyBytes <= view.length; at += 1) {
    if (starts[(view[at] ?? 0) | ((view[at + 1] ?? 0) << 8)] === 0) continue;
    for (const value of candidates.get(view.readUInt32LE(at)) ?? []) {
      if (!found.has(value) && view.subarray(at, at + value.length).equals(value)) found.add(value);
    }
  }
  return found.size;
}
