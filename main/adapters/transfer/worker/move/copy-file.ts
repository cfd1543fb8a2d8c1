import { createHash } from 'node:crypto';
import { lstat, open, rename, rm, unlink, utimes } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { syncFolder } from '../../../files/lrm/index.ts';
import { nullIfGone, unfinishedSuffix } from './own-files.ts';
import { isGone, MoveStopped } from './system-error.ts';

/** How a copy is watched: `onBytes` hears of bytes written and of bytes read back, each once. */
export interface CopyWatch {
  readonly signal: AbortSignal;
  onBytes(bytes: number): void;
}

const pieceBytes = 1024 * 1024;

/**
 * Copies one file under another name, waits for the disk, reads it back, compares SHA-256 and only then gives it its name and makes that durable.
 * A file that is removed meanwhile is not brought back. Throws what the system says, or `MoveStopped`.
 */
export async function copyFile(from: string, to: string, watch: CopyWatch): Promise<void> {
  const unfinished = `${to}${unfinishedSuffix}`;
  await rm(unfinished, { force: true });
  const source = await open(from, 'r').catch(nullIfGone);
  if (source === null) return;
  try {
    const digest = await write(source, unfinished, watch);
    if ((await digestOf(unfinished, watch)) !== digest) throw new MoveStopped('disk-failed');
    await rename(unfinished, to);
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined);
    // Whoever removed the lecture took the copy along.
    if (isGone(error) && (await lstat(from).catch(nullIfGone)) === null) return;
    throw error;
  } finally {
    await source.close();
  }
  if ((await lstat(from).catch(nullIfGone)) === null) await unlink(to).catch(nullIfGone);
  const synced = await syncFolder(dirname(to));
  if (!synced.ok) throw new MoveStopped('disk-failed');
}

/** Whether two files hold the same bytes. */
export async function isSame(one: string, other: string, watch: CopyWatch): Promise<boolean> {
  return (await digestOf(one, watch)) === (await digestOf(other, watch));
}

async function write(source: FileHandle, path: string, watch: CopyWatch): Promise<string> {
  const target = await open(path, 'wx', 0o600);
  try {
    const hash = createHash('sha256');
    for await (const piece of pieces(source, watch)) {
      hash.update(piece);
      for (let written = 0; written < piece.length;)
        written += (await target.write(piece, written, piece.length - written)).bytesWritten;
    }
    await target.sync();
    // What is swept by its age keeps its age; a file system that has no such times loses nothing.
    const { atime, mtime } = await source.stat();
    await utimes(path, atime, mtime).catch(() => undefined);
    return hash.digest('hex');
  } finally {
    await target.close();
  }
}

async function digestOf(path: string, watch: CopyWatch): Promise<string> {
  const file = await open(path, 'r');
  try {
    const hash = createHash('sha256');
    for await (const piece of pieces(file, watch)) hash.update(piece);
    return hash.digest('hex');
  } finally {
    await file.close();
  }
}

async function* pieces(file: FileHandle, { signal, onBytes }: CopyWatch): AsyncGenerator<Uint8Array> {
  const buffer = new Uint8Array(pieceBytes);
  for (;;) {
    if (signal.aborted) throw new MoveStopped('cancelled');
    const { bytesRead } = await file.read(buffer, 0, pieceBytes, null);
    if (bytesRead === 0) return;
    yield buffer.subarray(0, bytesRead);
    onBytes(bytesRead);
  }
}
