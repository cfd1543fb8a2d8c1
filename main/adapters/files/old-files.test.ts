import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { AssetId, LocalAccountId } from '../../../contract/domain/ids.ts';
import type { MediaReader } from '../../ports.ts';
import { createLectureFiles } from './lecture-files.ts';
import { mediaPaths } from './media-paths.ts';
import { usualFolder } from '../../../tests/fakes/usual-folder.ts';

interface OldFile {
  readonly file: string;
  readonly fileSha256: string;
  readonly mediaKey: string;
  readonly mediaId: string;
  readonly plainSizeBytes: number;
  readonly plaintextSha256: string;
}

const folder = fileURLToPath(new URL('../../../tests/vectors/lrm/app/', import.meta.url));
const oldFiles = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as OldFile);
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const accountId = LocalAccountId.parse('a'.repeat(32));

/** Puts an old file where the app looks for it and opens it as the player does. */
async function openAsTheApp(old: OldFile): Promise<MediaReader> {
  const downloadFolder = mkdtempSync(join(tmpdir(), 'old-files-'));
  onTestFinished(() => rmSync(downloadFolder, { recursive: true, force: true }));
  const mediaKey = new Uint8Array(Buffer.from(old.mediaKey, 'hex'));
  const assetId = AssetId.parse(old.mediaId);
  const paths = mediaPaths(downloadFolder, accountId, assetId, mediaKey);
  mkdirSync(paths.folder, { recursive: true });
  copyFileSync(join(folder, old.file), paths.finished);
  const opened = await createLectureFiles({ folders: usualFolder(downloadFolder) }).open(accountId, assetId, mediaKey);
  if (!opened.ok) throw new Error(opened.error.code);
  onTestFinished(() => opened.value.close());
  return opened.value;
}

async function bytesOf(reader: MediaReader, start: number, endExclusive: number): Promise<Buffer> {
  const faults: string[] = [];
  const pieces: Uint8Array[] = [];
  for await (const piece of reader.stream({ start, endExclusive }, (code) => faults.push(code))) pieces.push(piece);
  expect(faults).toEqual([]);
  return Buffer.concat(pieces);
}

describe('files that earlier versions of the app wrote', () => {
  it('D4: there is one of every version of the format', () => {
    expect(oldFiles.map(({ file }) => file)).toContain('v1-lecture.lrm');
  });

  it.each(oldFiles)('D4 D8: $file still plays, byte for byte, whole and from any place', async (old) => {
    expect(sha256(readFileSync(join(folder, old.file)))).toBe(old.fileSha256);
    const reader = await openAsTheApp(old);
    expect(reader.sizeBytes).toBe(old.plainSizeBytes);
    const whole = await bytesOf(reader, 0, old.plainSizeBytes);
    expect(sha256(whole)).toBe(old.plaintextSha256);
    const { plainSizeBytes: end } = old;
    const ranges = [
      [0, 1],
      [65_535, 65_537],
      [100_000, 140_000],
      [end - 1, end],
    ] as const;
    for (const [start, endExclusive] of ranges) {
      expect((await bytesOf(reader, start, endExclusive)).equals(whole.subarray(start, endExclusive))).toBe(true);
    }
  });
});
