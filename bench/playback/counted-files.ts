import { openFileOnDisk, type OpenFile } from '../../main/adapters/files/lrm/random-access-file.ts';

/** What was read, and what is open, of the files that one reader's `openFile` opened. */
export interface FileCounts {
  /** Stored bytes read. What is read is decrypted, unless nobody takes the rest of its batch (at most 256 KiB). */
  readonly readBytes: number;
  readonly openFiles: number;
  /** Every request opens its lecture. */
  readonly opens: number;
}

/** The real disk, counted. */
export function createCountedFiles(): { readonly openFile: OpenFile; counts(): FileCounts } {
  let readBytes = 0;
  let openFiles = 0;
  let opens = 0;
  return {
    counts: () => ({ readBytes, openFiles, opens }),
    openFile: async (path, mode) => {
      const file = await openFileOnDisk(path, mode);
      openFiles += 1;
      opens += 1;
      return {
        ...file,
        readAt: async (target, position) => {
          const bytes = await file.readAt(target, position);
          readBytes += bytes;
          return bytes;
        },
        close: () => {
          openFiles -= 1;
          return file.close();
        },
      };
    },
  };
}
