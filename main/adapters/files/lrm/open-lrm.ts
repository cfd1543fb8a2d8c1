import { headerSizeBytes } from './format.ts';
import { openHeader, type LrmInfo } from './header-seal.ts';
import { fail, failFromSystem, succeed, type LrmOutcome } from './outcome.ts';
import type { OpenFile, OpenMode, RandomAccessFile } from './random-access-file.ts';
import { forgetSecrets, type SegmentSecrets } from './segment-cipher.ts';

/** An open `.lrm` file with an authenticated header: what reader and writer have in common. */
export interface OpenLrm {
  readonly file: RandomAccessFile;
  readonly info: LrmInfo;
  readonly secrets: SegmentSecrets;
  isClosed(): boolean;
  /** Forgets the file's key at once, then closes; a second call does nothing. */
  close(): Promise<LrmOutcome<void>>;
}

/** Opens a file, authenticates its header and refuses one with bytes after the last segment. */
export async function openLrm(
  openFile: OpenFile,
  path: string,
  mode: OpenMode,
  mediaKey: Uint8Array,
  isIncompleteAllowed: boolean,
): Promise<LrmOutcome<OpenLrm>> {
  let file: RandomAccessFile;
  try {
    file = await openFile(path, mode);
  } catch (error) {
    return failFromSystem(error);
  }
  let isOpen = false;
  try {
    const outcome = await authenticate(file, mediaKey, isIncompleteAllowed);
    isOpen = outcome.ok;
    return outcome;
  } finally {
    if (!isOpen) await file.close().catch(() => undefined);
  }
}

async function authenticate(
  file: RandomAccessFile,
  mediaKey: Uint8Array,
  isIncompleteAllowed: boolean,
): Promise<LrmOutcome<OpenLrm>> {
  const start = new Uint8Array(headerSizeBytes);
  let sizeBytes: number;
  let startSizeBytes: number;
  try {
    startSizeBytes = await file.readAt(start, 0);
    sizeBytes = await file.sizeBytes();
  } catch (error) {
    return failFromSystem(error);
  }
  const header = openHeader(start.subarray(0, startSizeBytes), mediaKey);
  if (!header.ok) return header;
  const { info, secrets } = header.value;
  if (sizeBytes > info.layout.fileSizeBytes) return fail('too-long');
  if (sizeBytes < info.layout.fileSizeBytes && !isIncompleteAllowed) return fail('truncated');
  return succeed(holdOpen(file, info, secrets));
}

/** Joins a file, its info and its secrets under one `close`. */
export function holdOpen(file: RandomAccessFile, info: LrmInfo, secrets: SegmentSecrets): OpenLrm {
  let closed = false;
  return {
    file,
    info,
    secrets,
    isClosed: () => closed,
    close: async () => {
      if (closed) return succeed(undefined);
      closed = true;
      forgetSecrets(secrets);
      try {
        await file.close();
        return succeed(undefined);
      } catch (error) {
        return failFromSystem(error);
      }
    },
  };
}
