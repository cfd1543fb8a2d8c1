import { open } from 'node:fs/promises';
import { createDiskPace, type DiskPace } from './disk-pace.ts';
import { createWriteBatches } from './write-batches.ts';

/** An open file, read and written at positions; every method throws the system's error. */
export interface RandomAccessFile {
  /** Fills `target` from `position` on; answers fewer bytes only where the file ends. */
  readAt(target: Uint8Array, position: number): Promise<number>;
  /** Writes all of `source` at `position`. */
  writeAt(source: Uint8Array, position: number): Promise<void>;
  sizeBytes(): Promise<number>;
  /** Cuts the file to this length. */
  truncate(sizeBytes: number): Promise<void>;
  /** Asks the disk to keep what was written (fsync; on macOS Node asks for F_FULLFSYNC). */
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** `create` makes a new private file and fails when there is one already. */
export type OpenMode = 'read' | 'read-write' | 'create';

/** Opens a file; tests put a failing disk here. */
export type OpenFile = (path: string, mode: OpenMode) => Promise<RandomAccessFile>;

const flags = { read: 'r', 'read-write': 'r+', create: 'wx+' } as const;

/** The real disk through `node:fs`; short reads and writes are continued (POSIX allows them). */
export const openFileOnDisk: OpenFile = (path, mode) => openOnDisk(path, mode, createDiskPace());

/** The same with what is known of the disk's pace. */
export async function openOnDisk(path: string, mode: OpenMode, pace: DiskPace): Promise<RandomAccessFile> {
  const handle = await open(path, flags[mode], 0o600);
  const writes = createWriteBatches(handle, pace);
  return {
    readAt: async (target, position) => {
      let done = 0;
      while (done < target.byteLength) {
        const { bytesRead } = await handle.read(target, done, target.byteLength - done, position + done);
        if (bytesRead === 0) break;
        done += bytesRead;
      }
      return done;
    },
    writeAt: (source, position) => writes.add(source, position),
    sizeBytes: async () => (await handle.stat()).size,
    truncate: (sizeBytes) => handle.truncate(sizeBytes),
    sync: async () => {
      const kept = pace.syncBegins();
      await handle.sync();
      kept();
    },
    close: async () => {
      // The descriptor's number may be another file's as soon as it is closed.
      await writes.settled();
      await handle.close();
    },
  };
}
