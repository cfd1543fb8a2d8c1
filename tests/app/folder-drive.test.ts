import { execFileSync } from 'node:child_process';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DownloadItem } from '../../contract/domain/download.ts';
import type { DownloadFolderView } from '../../contract/domain/folder.ts';
import type { LectureId } from '../../contract/domain/ids.ts';
import { createAppRig, downloadWhole, firstLectures, signInAnna, stateOf, valueOf } from '../support/app-rig.ts';
import type { AppRig, RunningApp } from '../support/app-rig.ts';
import { openPowerDisk, whyNoPowerCut } from '../support/power-disk.ts';

const obstacle = await whyNoPowerCut();
const run = (program: string, ...args: string[]): void => void execFileSync(program, args, { stdio: 'ignore' });
let rig: AppRig;
beforeEach(async () => {
  rig = await createAppRig();
});
afterEach(() => rig.remove());

const view = async (app: RunningApp): Promise<DownloadFolderView> => valueOf(await app.routes['folder.read'](null));
const itemOf = async (app: RunningApp, id: LectureId): Promise<DownloadItem | undefined> =>
  valueOf(await app.routes['downloads.list'](null)).find(({ lectureId }) => lectureId === id);

describe('D6: a real drive with a file system of its own', () => {
  it.skipIf(obstacle !== null)(
    `D6 C8: pulled out while it is written to and read, it is waited for; under another name it is known again, and the download goes on to its end${obstacle === null ? '' : ` (NOT shown here: ${obstacle})`}`,
    async () => {
      const disk = openPowerDisk(rig.folder, 64);
      const second = join(rig.folder, 'Travel1');
      let mounted = disk.folder;
      try {
        const app = await rig.start();
        await signInAnna(app, true);
        const [first, next] = await firstLectures(app);
        if (first === undefined || next === undefined) throw new Error('the course is too short');
        await mkdir(join(disk.folder, 'Lectures'));
        app.picks = join(disk.folder, 'Lectures');
        expect(valueOf(await app.routes['folder.pick']({ usual: false }))).toMatchObject({ driveName: 'disk' });
        valueOf(await app.routes['folder.move'](null));
        await app.until(async () => (await view(app)).move === null);
        await downloadWhole(app, first);
        await rig.setFaults([
          { route: 'GET /v1/media/{id}', times: null, fault: { kind: 'throttle', bytesPerSecond: 150_000 } },
        ]);
        valueOf(await app.routes['downloads.start']({ lectureIds: [next], quality: '360p' }));
        await app.until(async () => ((await itemOf(app, next))?.receivedBytes ?? 0) > 0);

        run('umount', '--lazy', disk.folder);
        expect(await app.routes['playback.open']({ lectureId: first })).toMatchObject({
          error: { code: 'drive-away' },
        });
        await app.until(async () => (await view(app)).state === 'away');
        valueOf(await app.routes['downloads.pause']({ lectureId: next }));
        valueOf(await app.routes['downloads.resume']({ lectureId: next }));
        await app.until(async () => (await itemOf(app, next))?.waitsFor?.kind === 'drive-away');
        const receivedBytes = (await itemOf(app, next))?.receivedBytes ?? 0;
        expect(receivedBytes).toBeGreaterThan(0);
        expect(await readdir(disk.folder)).toEqual([]);

        await rig.clearFaults();
        await mkdir(second);
        run('mount', '-o', 'loop', join(rig.folder, 'disk.img'), second);
        mounted = second;
        await app.until(async () => (await view(app)).state === 'there');
        expect(await view(app)).toMatchObject({ driveName: 'Travel1', name: 'Lectures' });
        await app.until(async () => (await stateOf(app, next)) === 'complete');
        expect(await app.routes['playback.open']({ lectureId: first })).toMatchObject({ ok: true });
        await app.stop();
      } finally {
        run('umount', '--lazy', mounted);
      }
    },
  );
});
