import { execFile } from 'node:child_process';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { AssetId, LocalAccountId } from '../../contract/domain/ids.ts';
import { createLrmFile, defaultSegmentSizeBytes } from '../../main/adapters/files/lrm/index.ts';
import { mediaPaths } from '../../main/adapters/files/media-paths.ts';

/** Where a file's index (`moov`) lies: in front as for the web, or behind everything else as a camera writes it. */
export type IndexPlace = 'front' | 'end';

/** The account, the folder and the key of the bench's lectures. */
export interface Shelf {
  readonly accountId: LocalAccountId;
  readonly mediaKey: Uint8Array;
  readonly downloadFolder: string;
}

/** A video as a plain file. */
export interface PlainVideo {
  readonly path: string;
  readonly sizeBytes: number;
  readonly durationSeconds: number;
}

const execute = promisify(execFile);
const quiet = ['-hide_banner', '-nostdin', '-loglevel', 'error', '-y'];

/** Pictures that move and are noisy, so that 4 Mbit/s are really used; a keyframe every two seconds, as in the samples. */
const pieceSeconds = 75;
const picture = 'testsrc2=size=1280x720:rate=30,noise=alls=18:allf=t';
const video = ['-c:v', 'libx264', '-preset', 'veryfast', '-pix_fmt', 'yuv420p', '-b:v', '4M', '-maxrate', '4M'];
const grouping = ['-bufsize', '4M', '-g', '60', '-keyint_min', '60', '-sc_threshold', '0'];
const sound = ['-c:a', 'aac', '-b:a', '128k', '-ac', '2'];

/** 75 seconds of H.264 and AAC, made once and kept in the cache: about 39 MB. */
export async function makePiece(cacheFolder: string): Promise<string> {
  const path = join(cacheFolder, 'playback-piece-v1.mp4');
  if ((await stat(path).catch(() => null)) !== null) return path;
  await mkdir(cacheFolder, { recursive: true });
  const unfinished = `${path}.making.mp4`;
  const inputs = ['-f', 'lavfi', '-i', picture, '-f', 'lavfi', '-i', 'sine=frequency=330:sample_rate=48000'];
  await execute('ffmpeg', [
    ...quiet,
    ...inputs,
    '-t',
    String(pieceSeconds),
    ...video,
    ...grouping,
    ...sound,
    unfinished,
  ]);
  await rename(unfinished, path);
  return path;
}

/** A video of so many pieces, one after the other without encoding anew; made unless `path` is there. */
export async function joinPieces(piece: string, count: number, index: IndexPlace, path: string): Promise<PlainVideo> {
  if ((await stat(path).catch(() => null)) === null) {
    const flags = index === 'front' ? ['-movflags', '+faststart'] : [];
    const unfinished = `${path}.making.mp4`;
    await execute('ffmpeg', [
      ...quiet,
      '-stream_loop',
      String(count - 1),
      '-i',
      piece,
      '-c',
      'copy',
      ...flags,
      unfinished,
    ]);
    await sync(unfinished);
    await rename(unfinished, path);
  }
  return { path, sizeBytes: (await stat(path)).size, durationSeconds: await durationOf(path) };
}

/** Encrypts a video into the shelf as the transfer does, segment by segment; returns the file's path. */
export async function shelve(shelf: Shelf, assetId: AssetId, plain: PlainVideo): Promise<string> {
  const { finished } = mediaPaths(shelf.downloadFolder, shelf.accountId, assetId, shelf.mediaKey);
  await mkdir(dirname(finished), { recursive: true });
  await rm(finished, { force: true });
  const { mediaKey } = shelf;
  const made = await createLrmFile({ path: finished, mediaId: assetId, mediaKey, plainSizeBytes: plain.sizeBytes });
  if (!made.ok) throw new Error(made.fault);
  const file = await open(plain.path, 'r');
  const buffer = new Uint8Array(64 * defaultSegmentSizeBytes);
  for (let at = 0; at < plain.sizeBytes; at += buffer.byteLength) {
    const { bytesRead } = await file.read(buffer, 0, buffer.byteLength, at);
    const writes: ReturnType<typeof made.value.writeSegment>[] = [];
    for (let from = 0; from < bytesRead; from += defaultSegmentSizeBytes) {
      const bytes = buffer.subarray(from, Math.min(from + defaultSegmentSizeBytes, bytesRead));
      writes.push(made.value.writeSegment((at + from) / defaultSegmentSizeBytes, bytes));
    }
    for (const written of await Promise.all(writes)) if (!written.ok) throw new Error(written.fault);
  }
  await file.close();
  const synced = await made.value.sync();
  if (!synced.ok) throw new Error(synced.fault);
  await made.value.close();
  return finished;
}

async function durationOf(path: string): Promise<number> {
  const words = ['-v', 'error', '-show_entries', 'format=duration', '-of', 'csv=p=0', path];
  return Number((await execute('ffprobe', words)).stdout.trim());
}

/** Its pages are to be clean before anything is measured. */
async function sync(path: string): Promise<void> {
  const file = await open(path, 'r+');
  await file.sync();
  await file.close();
}
