import { randomBytes } from 'node:crypto';
import { unlink } from 'node:fs/promises';
import { defaultSegmentSizeBytes, noncePrefixSizeBytes, saltSizeBytes } from './format.ts';
import { openHeader, sealHeader } from './header-seal.ts';
import { createLrmWriter, type LrmWriter } from './lrm-writer.ts';
import { holdOpen, openLrm } from './open-lrm.ts';
import { fail, failFromSystem, succeed, type LrmOutcome } from './outcome.ts';
import { openFileOnDisk, type OpenFile, type RandomAccessFile } from './random-access-file.ts';
import { forgetSecrets } from './segment-cipher.ts';
import { isSupportedSize } from './segment-layout.ts';

/** What a new file is for; `mediaKey` is 32 bytes and is not kept. */
export interface CreateLrmOptions {
  readonly path: string;
  readonly mediaId: string;
  readonly mediaKey: Uint8Array;
  /** The length the service promises; it is fixed in the header and cannot change. */
  readonly plainSizeBytes: number;
  /** A power of two from 16 bytes to 1 MiB; 64 KiB unless said otherwise. */
  readonly segmentSizeBytes?: number;
  readonly openFile?: OpenFile;
}

/** Which file to go on with. */
export interface OpenLrmWriterOptions {
  readonly path: string;
  readonly mediaKey: Uint8Array;
  readonly openFile?: OpenFile;
}

/**
 * Makes a new file with a header and no segments, under a fresh salt and nonce prefix: every download attempt is a new
 * file. Never touches a file that is already there (`already-exists`). The caller syncs file and folder.
 * Faults: `unsupported-size`, `unsupported-media-id`, and those of the system.
 */
export async function createLrmFile(options: CreateLrmOptions): Promise<LrmOutcome<LrmWriter>> {
  const { path, mediaId, mediaKey, plainSizeBytes, segmentSizeBytes = defaultSegmentSizeBytes } = options;
  if (!isSupportedSize(plainSizeBytes, segmentSizeBytes)) return fail('unsupported-size');
  const salt = randomBytes(saltSizeBytes);
  const noncePrefix = randomBytes(noncePrefixSizeBytes);
  const header = sealHeader({ mediaId, mediaKey, plainSizeBytes, segmentSizeBytes, salt, noncePrefix });
  if (!header.ok) return header;
  const opened = openHeader(header.value, mediaKey);
  if (!opened.ok) return opened;

  let file: RandomAccessFile;
  try {
    file = await (options.openFile ?? openFileOnDisk)(path, 'create');
  } catch (error) {
    forgetSecrets(opened.value.secrets);
    return failFromSystem(error);
  }
  const lrm = holdOpen(file, opened.value.info, opened.value.secrets);
  try {
    await file.writeAt(header.value, 0);
  } catch (error) {
    await lrm.close();
    await unlink(path).catch(() => undefined);
    return failFromSystem(error);
  }
  return succeed(createLrmWriter(lrm, 'absent'));
}

/**
 * Opens a file to go on writing it, after a crash or for a repair: nothing is taken for written until it is seen on the
 * disk. Faults: those of the header, `too-long`, and those of the system.
 */
export async function openLrmWriter(options: OpenLrmWriterOptions): Promise<LrmOutcome<LrmWriter>> {
  const lrm = await openLrm(options.openFile ?? openFileOnDisk, options.path, 'read-write', options.mediaKey, true);
  return lrm.ok ? succeed(createLrmWriter(lrm.value, 'unknown')) : lrm;
}
