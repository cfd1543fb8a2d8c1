import { open } from 'node:fs/promises';
import type { OpenFile, RandomAccessFile } from '../../files/lrm/index.ts';
import { openFileOnDisk } from '../../files/lrm/random-access-file.ts';

/** What a disk does instead of its work. */
export interface DiskFaults {
  /** Called before a file is opened; throws what the system would say. */
  open?(mode: Parameters<OpenFile>[1]): void;
  readAt?(file: RandomAccessFile, target: Uint8Array, position: number): Promise<number>;
  writeAt?(file: RandomAccessFile, source: Uint8Array, position: number): Promise<void>;
  sync?(file: RandomAccessFile): Promise<void>;
  /** Called after the file was closed. */
  close?(): void;
}

/** The real disk, but for the calls in `faults`. */
export function failingDisk(faults: DiskFaults): OpenFile {
  return async (path, mode) => {
    faults.open?.(mode);
    const file = await openFileOnDisk(path, mode);
    return {
      ...file,
      readAt: (target, position) => faults.readAt?.(file, target, position) ?? file.readAt(target, position),
      writeAt: (source, position) => faults.writeAt?.(file, source, position) ?? file.writeAt(source, position),
      sync: () => faults.sync?.(file) ?? file.sync(),
      close: async () => {
        await file.close();
        faults.close?.();
      },
    };
  };
}

/** An error as the system would give it. */
export function systemError(code: string): Error {
  return Object.assign(new Error(code), { code, syscall: 'write' });
}

/** A real ENOSPC of the kernel, from the device that is always full. */
export async function writeToFullDevice(source: Uint8Array): Promise<void> {
  const full = await open('/dev/full', 'w');
  try {
    await full.write(source);
  } finally {
    await full.close();
  }
}
