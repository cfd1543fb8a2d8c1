import { randomBytes } from 'node:crypto';
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AssetId, LocalAccountId } from '../../contract/domain/ids.ts';
import type { AppErrorCode } from '../../contract/result.ts';
import { createLectureFiles } from '../../main/adapters/files/lecture-files.ts';
import { createLrmFile } from '../../main/adapters/files/lrm/index.ts';
import { mediaPaths } from '../../main/adapters/files/media-paths.ts';
import { openPowerDisk, whyNoPowerCut } from '../support/power-disk.ts';

const obstacle = await whyNoPowerCut();
const segmentSizeBytes = 64 * 1024;
const segmentCount = 64;
const plainSizeBytes = segmentCount * segmentSizeBytes;

describe('a drive pulled out of the computer while a lecture is read', () => {
  it.skipIf(obstacle !== null)(
    `C8 D6: is a drive that is away, not a damaged file, though the system still shows its names${obstacle === null ? '' : ` (NOT shown here: ${obstacle})`}`,
    async () => {
      const holder = await mkdtemp(join(tmpdir(), 'pulled-'));
      const disk = openPowerDisk(holder, 32);
      try {
        const marker = join(disk.folder, 'lectoroom', `${'1'.repeat(32)}.folder`);
        const mediaKey = randomBytes(32);
        const [accountId, assetId] = [LocalAccountId.parse('a'.repeat(32)), AssetId.parse('asset-1')];
        const { finished } = mediaPaths(disk.folder, accountId, assetId, mediaKey);
        await mkdir(dirname(finished), { recursive: true });
        await writeFile(marker, '');
        const made = await createLrmFile({
          path: finished,
          mediaId: assetId,
          mediaKey,
          plainSizeBytes,
          segmentSizeBytes,
        });
        if (!made.ok) throw new Error(made.fault);
        for (let at = 0; at < segmentCount; at += 1) await made.value.writeSegment(at, randomBytes(segmentSizeBytes));
        await made.value.close();
        await disk.remount();
        let awayCount = 0;
        const files = createLectureFiles({
          folders: () => ({ current: { folder: disk.folder, marker }, other: null }),
          onAway: () => void (awayCount += 1),
        });
        expect(await files.folderIsThere()).toBe(true);
        const opened = await files.open(accountId, assetId, mediaKey);
        if (!opened.ok) throw new Error(opened.error.code);
        const codes: AppErrorCode[] = [];
        const told = new Promise<void>((resolve) => {
          const bytes = opened.value.stream({ start: 0, endExclusive: plainSizeBytes }, (code) => {
            codes.push(code);
            resolve();
          });
          const reader = bytes.getReader();
          void (async () => {
            await reader.read();
            disk.cutPower();
            for (let next = await reader.read(); !next.done;) next = await reader.read();
          })().catch(() => undefined);
        });
        await told;
        expect(codes).toEqual(['drive-away']);
        expect(await files.folderIsThere()).toBe(false);
        expect(await files.open(accountId, assetId, mediaKey)).toMatchObject({ error: { code: 'drive-away' } });
        expect(awayCount).toBe(2);
        await opened.value.close();
        await disk.remount();
        expect(await files.folderIsThere()).toBe(true);
      } finally {
        await disk.close();
        await rm(holder, { recursive: true, force: true });
      }
    },
  );
});
