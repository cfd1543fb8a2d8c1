import type { FileHandle } from 'node:fs/promises';
import { Reader } from '@zip.js/zip.js';

/** Reads a file on the disk at any place, as zip.js wants it. */
export async function readerOf(file: FileHandle): Promise<Reader<null>> {
  const { size } = await file.stat();
  const reader = new Reader<null>(null);
  reader.size = size;
  reader.readUint8Array = async (index, length) => {
    const wanted = Math.max(0, Math.min(length, size - index));
    const bytes = new Uint8Array(wanted);
    let read = 0;
    while (read < wanted) {
      const { bytesRead } = await file.read(bytes, read, wanted - read, index + read);
      if (bytesRead === 0) break;
      read += bytesRead;
    }
    return bytes.subarray(0, read);
  };
  return reader;
}
