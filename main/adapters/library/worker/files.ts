import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  fsyncSync,
  mkdirSync,
  openSync,
  readSync,
  statSync,
} from 'node:fs';
import { dirname } from 'node:path';

/** Makes a folder, and those above it that are missing, for this user alone. */
export function makePrivateFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  accessSync(folder, constants.W_OK | constants.X_OK);
}

/** Makes an empty file for this user alone; SQLite gives its `-wal` and `-shm` the same mode. Throws when it is there already. */
export function makePrivateFile(file: string): void {
  closeSync(openSync(file, 'wx', 0o600));
}

/** Takes other users' rights away from a file that was there before (a restored backup, say). */
export function makeFilePrivate(file: string): void {
  accessSync(file, constants.R_OK | constants.W_OK);
  chmodSync(file, 0o600);
}

/** Up to `sizeBytes` bytes from a file's start. */
export function readFileStart(file: string, sizeBytes: number): Uint8Array {
  const handle = openSync(file, 'r');
  try {
    const bytes = Buffer.alloc(sizeBytes);
    return bytes.subarray(0, readSync(handle, bytes, 0, sizeBytes, 0));
  } finally {
    closeSync(handle);
  }
}

/** Bytes in the write-ahead log that SQLite leaves beside a file that was not closed; null when there is none. */
export function walSizeOf(file: string): number | null {
  return statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? null;
}

/** Makes a rename in this file's folder outlast a power cut; Windows cannot and need not. */
export function syncFolderOf(file: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(dirname(file), 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
