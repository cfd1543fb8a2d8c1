import { copyFile, readdir, rm, truncate, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AssetId, LectureId } from '../../contract/domain/ids.ts';
import { createLrmFile, lrmFileName } from '../../main/adapters/files/lrm/index.ts';
import { createAppRig, downloadWhole, firstLectures, signInAnna, stateOf, valueOf } from '../support/app-rig.ts';
import type { AppRig, RunningApp } from '../support/app-rig.ts';
import { keptAccount, withLibrary } from '../support/kept-library.ts';
import type { KeptAccount } from '../support/kept-library.ts';
import { forgetSent, sentLectureBytes } from '../support/sent-bytes.ts';

let rig: AppRig;
let app: RunningApp;
let lectures: readonly LectureId[];
let kept: KeptAccount;
beforeEach(async () => {
  rig = await createAppRig();
  app = await rig.start();
  await signInAnna(app, true);
  lectures = await firstLectures(app);
  await downloadWhole(app, lectures[0]!, '360p');
  await downloadWhole(app, lectures[1]!, 'audio');
  kept = await keptAccount(rig);
  await forgetSent(rig.service.origin);
});
afterEach(() => rig.remove());

const sentBytes = () => sentLectureBytes(rig.service.origin);

async function loseLibrary(): Promise<void> {
  await app.stop();
  for (const name of await readdir(kept.libraryFolder)) {
    if (name.startsWith('library.db')) await rm(join(kept.libraryFolder, name));
  }
}

async function loseRows(): Promise<void> {
  await app.stop();
  await withLibrary(rig, kept, async (library) => {
    for (const row of valueOf(await library.downloads.list())) valueOf(await library.downloads.remove(row.lectureId));
    expect(valueOf(await library.downloads.list())).toEqual([]);
  });
}

async function assetOf(lectureId: LectureId, quality: string): Promise<AssetId> {
  return withLibrary(rig, kept, async (library) => {
    const found = valueOf(await library.catalogue.lecture(lectureId));
    return found!.lecture.media.find((media) => media.quality === quality)!.id;
  });
}

const names = async () => (await readdir(kept.mediaFolder)).toSorted();

describe('files without rows', () => {
  it.each([
    ['the library is lost', loseLibrary],
    ['only the rows are lost', loseRows],
  ])(
    'D8: %s: after the sign-in the lectures are there again, play, and nothing of them is fetched',
    async (_name, lose) => {
      await lose();
      const again = await rig.start();
      for (const id of [lectures[0]!, lectures[1]!])
        await again.until(async () => (await stateOf(again, id)) === 'complete');
      for (const [index, quality] of ['360p', 'audio'].entries()) {
        const plan = valueOf(await again.routes['playback.open']({ lectureId: lectures[index]! }));
        expect(plan).toMatchObject({ source: 'downloaded', quality });
        const answer = await again.media({
          method: 'GET',
          url: plan.mediaUrl,
          range: null,
          signal: AbortSignal.timeout(9000),
        });
        expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(10_000);
      }
      expect(valueOf(await again.routes['downloads.list'](null))).toHaveLength(2);
      expect(await sentBytes()).toBe(0);
      expect(again.events.some(({ name }) => name === 'downloads.changed')).toBe(true);
    },
  );

  it('D8 D10: the captions come again with a lecture that is found again, and it is repaired without its validator', async () => {
    await loseLibrary();
    const again = await rig.start();
    await again.until(async () => (await stateOf(again, lectures[0]!)) === 'complete');
    expect(valueOf(await again.routes['downloads.repair']({ lectureId: lectures[0]! }))).toEqual({ fetchedBytes: 0 });
    const hasCaptions = async () => {
      const plan = await again.routes['playback.open']({ lectureId: lectures[0]! });
      return plan.ok && plan.value.captions.length > 0;
    };
    await again.until(hasCaptions);
    await again.stop();
    await rig.stopService();
    const offline = await rig.start();
    const plan = valueOf(await offline.routes['playback.open']({ lectureId: lectures[0]! }));
    expect(plan.captions[0]?.cues.length).toBeGreaterThan(3);
  });

  it('D8: a file that was cut, or is unfinished, is fetched to its end; the sound ones are not', async () => {
    const cut = join(kept.mediaFolder, lrmFileName(kept.keys.mediaKey, await cutAsset()));
    await truncate(cut, 70_000);
    const again = await rig.start();
    for (const id of [lectures[0]!, lectures[1]!])
      await again.until(async () => (await stateOf(again, id)) === 'complete');
    expect(valueOf(await again.routes['downloads.verify']({ lectureId: lectures[1]! })).damagedSegmentCount).toBe(0);
    const items = valueOf(await again.routes['downloads.list'](null));
    expect(await sentBytes()).toBe(items.find(({ lectureId }) => lectureId === lectures[1])?.sizeBytes);

    async function cutAsset(): Promise<AssetId> {
      await app.stop();
      const id = await assetOf(lectures[1]!, 'audio');
      await loseRows();
      return id;
    }
  });

  it('D8: what a download left unfinished goes on after the library was lost', async () => {
    await rig.setFaults([
      {
        route: 'GET /v1/media/{id}',
        pathContains: '720p',
        times: 1,
        fault: { kind: 'throttle', bytesPerSecond: 100_000 },
      },
    ]);
    valueOf(await app.routes['downloads.start']({ lectureIds: [lectures[2]!], quality: '720p' }));
    await app.until(async () => (await names()).some((name) => name.endsWith('.part')));
    await loseLibrary();
    const again = await rig.start();
    await again.until(async () => (await stateOf(again, lectures[2]!)) === 'complete');
    expect((await names()).every((name) => name.endsWith('.lrm'))).toBe(true);
  });

  it('D8: a second file of a lecture stays where it is, and makes no second row', async () => {
    await app.stop();
    const second = lrmFileName(kept.keys.mediaKey, await assetOf(lectures[0]!, '720p'));
    await copyFile(join(kept.mediaFolder, (await names())[0]!), join(kept.mediaFolder, second));
    const again = await rig.start();
    await swept(again);
    expect(valueOf(await again.routes['downloads.list'](null))).toHaveLength(2);
    expect(await names()).toContain(second);
  });
});

/** The catalogue has come, and more than the time has passed that a sweep takes after it. */
async function swept(running: RunningApp): Promise<void> {
  await running.until(async () => {
    const home = valueOf(await running.routes['catalogue.home'](null));
    return home.state === 'ready';
  });
  await new Promise<void>((resolve) => {
    setTimeout(resolve, 1500);
  });
}

describe('leftovers', () => {
  const strange = (digit: string, rest = '') => `${digit.repeat(32)}.lrm${rest}`;
  const dayAgo = new Date(Date.now() - 25 * 3_600_000);

  async function make(
    name: string,
    options: { readonly isOld: boolean; readonly key?: Uint8Array; readonly text?: string },
  ) {
    const path = join(kept.mediaFolder, name);
    if (options.text === undefined) {
      const made = await createLrmFile({
        path,
        mediaId: 'gone-from-the-catalogue',
        mediaKey: options.key ?? kept.keys.mediaKey.slice(),
        plainSizeBytes: 10,
      });
      if (!made.ok) throw new Error(made.fault);
      await made.value.close();
    } else await writeFile(path, options.text);
    if (options.isOld) await utimes(path, dayAgo, dayAgo);
  }

  it('D8: what nobody owns is swept after a day, temporary files at once, foreign files never', async () => {
    await app.stop();
    const own = await names();
    const gone = [strange('a'), strange('b', '.part'), strange('c', '.repair'), `${own[0]!}.repair`];
    await make(gone[0]!, { isOld: true });
    await make(gone[1]!, { isOld: false });
    await make(gone[2]!, { isOld: false });
    await make(gone[3]!, { isOld: false, text: '' });
    const stays = [strange('d'), strange('e'), strange('f'), 'notes.txt', 'A'.repeat(32) + '.lrm', 'x.lrm.part'];
    await make(stays[0]!, { isOld: false });
    await make(stays[1]!, { isOld: true, key: new Uint8Array(32).fill(9) });
    await make(stays[2]!, { isOld: true, text: 'somebody else’s file' });
    for (const name of stays.slice(3)) await make(name, { isOld: true, text: 'mine' });
    const again = await rig.start();
    await again.until(async () => !(await names()).some((name) => gone.includes(name)));
    await swept(again);
    expect(await names()).toEqual([...own, ...stays].toSorted());
  });

  it('D8: without the service nothing is swept, and what has no row is found again from the catalogue that is here', async () => {
    await loseRows();
    const left = strange('a', '.part');
    await make(left, { isOld: true });
    await rig.stopService();
    const offline = await rig.start();
    await offline.until(async () => (await stateOf(offline, lectures[0]!)) === 'complete');
    await swept(offline);
    expect(await names()).toContain(left);
  });

  it('D8: while the catalogue has never come, nothing is touched', async () => {
    await loseLibrary();
    const left = strange('a', '.part');
    await make(left, { isOld: true });
    const before = await names();
    await rig.stopService();
    const offline = await rig.start();
    await new Promise<void>((resolve) => {
      setTimeout(resolve, 1500);
    });
    expect(valueOf(await offline.routes['catalogue.home'](null)).state).toBe('never-fetched');
    expect(valueOf(await offline.routes['downloads.list'](null))).toEqual([]);
    expect(await names()).toEqual(before);
  });
});

describe('D10', () => {
  it('D10: everything of a lecture comes in one go and goes in one go: file, row, captions and slides', async () => {
    const inLibrary = async () =>
      withLibrary(rig, kept, async (library) => {
        const found = valueOf(await library.catalogue.lecture(lectures[0]!));
        const own = [...found!.lecture.captions, ...found!.lecture.attachments];
        const contents = await Promise.all(own.map(async ({ id }) => valueOf(await library.content.get(id)) !== null));
        const cover = valueOf(await library.content.get(found!.lecture.cover.id)) !== null;
        const row = valueOf(await library.downloads.get(lectures[0]!)) !== null;
        return { contents, cover, row };
      });
    await app.stop();
    const here = await inLibrary();
    expect(here.contents.length).toBeGreaterThan(1);
    expect(here).toEqual({ contents: here.contents.map(() => true), cover: true, row: true });
    const again = await rig.start();
    valueOf(await again.routes['downloads.remove']({ lectureId: lectures[0]! }));
    valueOf(await again.routes['bin.empty']({ lectureIds: null }));
    await again.stop();
    expect(await inLibrary()).toEqual({ contents: here.contents.map(() => false), cover: true, row: false });
    expect(await names()).toHaveLength(1);
  });
});
