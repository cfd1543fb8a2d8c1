import { readFile, readdir, rm, truncate, open } from 'node:fs/promises';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findPlaintext, textNeedles } from '../support/find-plaintext.ts';
import { anna, createAppRig, downloadWhole, firstLectures, signInAnna, stateOf, valueOf } from '../support/app-rig.ts';
import type { AppRig, RunningApp } from '../support/app-rig.ts';
import type { LectureId } from '../../contract/domain/ids.ts';

let rig: AppRig;
beforeEach(async () => {
  rig = await createAppRig();
});
afterEach(() => rig.remove());

const samplesFolder = join(import.meta.dirname, '..', '..', 'service', 'samples', 'media');

/** The plaintext of the lecture's file that is downloaded, found among the samples by its digest's size. */
async function originalOf(sizeBytes: number): Promise<Buffer> {
  for (const name of await readdir(samplesFolder, { recursive: true })) {
    const bytes = /\.(mp4|m4a)$/.test(name) ? await readFile(join(samplesFolder, name)) : Buffer.alloc(0);
    if (bytes.length === sizeBytes) return bytes;
  }
  throw new Error('no sample of that size');
}

const request = (app: RunningApp, url: string, range: string | null = null) =>
  app.media({ method: 'GET', url, range, signal: AbortSignal.timeout(10_000) });

const faultsOf = (app: RunningApp) =>
  app.events.filter(({ name }) => name === 'playback.fault').map(({ payload }) => payload);

async function lrmFiles(): Promise<string[]> {
  const names = await readdir(rig.downloadFolder, { recursive: true });
  return names.filter((name) => name.endsWith('.lrm')).map((name) => join(rig.downloadFolder, name));
}

async function downloaded(app: RunningApp): Promise<LectureId> {
  await signInAnna(app, true);
  const [lectureId] = await firstLectures(app);
  await downloadWhole(app, lectureId!);
  return lectureId!;
}

describe('the main job, below the window', () => {
  it('A5 B1 C1 D1 D4 D10: sign in, download, go offline, start again, watch: every byte is right and none lies on the disk in clear', async () => {
    const lectureId = await downloaded(await rig.start());
    await rig.stopService();
    const app = await rig.start();
    const plan = valueOf(await app.routes['playback.open']({ lectureId }));
    expect(plan).toMatchObject({ source: 'downloaded', quality: '360p' });
    expect(plan.captions[0]?.cues.length).toBeGreaterThan(3);
    expect(plan.chapters.length).toBeGreaterThan(1);

    const whole = await request(app, plan.mediaUrl);
    const bytes = Buffer.from(await whole.arrayBuffer());
    const original = await originalOf(bytes.length);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(createHash('sha256').update(original).digest('hex'));
    const part = await request(app, plan.mediaUrl, 'bytes=65530-131080');
    expect(part.status).toBe(206);
    expect(part.headers.get('content-range')).toBe(`bytes 65530-131080/${original.length}`);
    expect(Buffer.from(await part.arrayBuffer()).equals(original.subarray(65_530, 131_081))).toBe(true);
    const beyond = await request(app, plan.mediaUrl, `bytes=${original.length}-`);
    expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, `bytes */${original.length}`]);
    expect((await request(app, plan.posterUrl)).headers.get('content-type')).toBe('image/png');

    await app.stop();
    const found = await findPlaintext([rig.userDataFolder, rig.downloadFolder], {
      ...textNeedles('title', plan.title),
      ...textNeedles('course title', plan.courseTitle),
      ...textNeedles('e-mail', anna.email),
      ...textNeedles('a caption', plan.captions[0]!.cues[1]!.text),
      'lecture bytes': original.subarray(100_000, 100_064),
      'file head': original.subarray(0, 64),
      'an id of the catalogue': Buffer.from(lectureId),
    });
    expect(found.findings).toEqual([]);
    expect(found.filesRead).toBeGreaterThan(3);
  });

  it('C2: the position is kept over a restart, and a completed lecture stays completed', async () => {
    const app = await rig.start();
    const lectureId = await downloaded(app);
    valueOf(await app.routes['playback.savePosition']({ lectureId, positionMs: 7000, watched: [] }));
    const again = await rig.start();
    const plan = valueOf(await again.routes['playback.open']({ lectureId }));
    expect(plan.positionMs).toBe(7000);
    valueOf(
      await again.routes['playback.savePosition']({
        lectureId,
        positionMs: 60_000,
        watched: [{ startMs: 0, endMs: plan.durationMs }],
      }),
    );
    valueOf(await again.routes['playback.savePosition']({ lectureId, positionMs: 3000, watched: [] }));
    const home = valueOf(await again.routes['catalogue.home'](null));
    expect(home.courses.reduce((sum, course) => sum + course.completedCount, 0)).toBe(1);
  });

  it('C1: a lecture that is not downloaded plays from the service through the same address, with exact ranges', async () => {
    const app = await rig.start();
    await signInAnna(app);
    const [lectureId] = await firstLectures(app);
    const plan = valueOf(await app.routes['playback.open']({ lectureId: lectureId! }));
    expect(plan.source).toBe('network');
    const part = await request(app, plan.mediaUrl, 'bytes=100-299');
    expect([part.status, (await part.arrayBuffer()).byteLength]).toEqual([206, 200]);
    await rig.stopService();
    expect((await request(app, plan.mediaUrl, 'bytes=0-')).status).toBe(504);
    expect(faultsOf(app)).toEqual([{ mediaUrl: plan.mediaUrl, error: { code: 'service-unreachable' } }]);
    expect(await app.routes['playback.open']({ lectureId: lectureId! })).toEqual({
      ok: false,
      error: { code: 'not-downloaded' },
    });
  });

  it('C8 D8: a damaged file is noticed, said, and mended by removing and downloading again', async () => {
    const app = await rig.start();
    const lectureId = await downloaded(app);
    const [path] = await lrmFiles();
    const file = await open(path!, 'r+');
    await file.write(Buffer.alloc(32, 7), 0, 32, 150_000);
    await file.close();
    const plan = valueOf(await app.routes['playback.open']({ lectureId }));
    const answer = await request(app, plan.mediaUrl);
    await expect(answer.arrayBuffer()).rejects.toBeInstanceOf(Error);
    expect(faultsOf(app)).toEqual([{ mediaUrl: plan.mediaUrl, error: { code: 'asset-damaged' } }]);
    valueOf(await app.routes['downloads.remove']({ lectureId }));
    valueOf(await app.routes['bin.empty']({ lectureIds: [lectureId] }));
    await downloadWhole(app, lectureId);
    const mended = valueOf(await app.routes['playback.open']({ lectureId }));
    expect((await (await request(app, mended.mediaUrl)).arrayBuffer()).byteLength).toBeGreaterThan(150_000);
    expect(faultsOf(app)).toHaveLength(1);
  });

  it.each([
    ['missing', 'asset-missing', (path: string) => rm(path)],
    ['cut', 'asset-damaged', (path: string) => truncate(path, 100_000)],
    ['emptied', 'asset-damaged', (path: string) => truncate(path, 0)],
  ])('C8: a file that is %s ends in %s, not in a black screen', async (_name, code, harm) => {
    const app = await rig.start();
    const lectureId = await downloaded(app);
    for (const path of await lrmFiles()) await harm(path);
    expect(await app.routes['playback.open']({ lectureId })).toEqual({ ok: false, error: { code } });
  });

  it('D4: the key of one account does not open the lectures of another; addresses of unknown things answer 404', async () => {
    const app = await rig.start();
    await downloaded(app);
    for (const url of [
      'lecture://media/nothing',
      'lecture://media/..%2f..%2fetc',
      'lecture://other/x',
      'lecture://media/',
      'lecture://media/a/b',
    ]) {
      expect((await request(app, url)).status).toBe(404);
    }
    valueOf(await app.routes['account.signOut']({ erase: false }));
    expect((await request(app, 'lecture://cover/nothing')).status).toBe(403);
  });
});

describe('D3: downloads that are interrupted', () => {
  /** Sends the next file of that quality so slowly that there is time to interrupt it. */
  const slowLine = (quality: string, bytesPerSecond: number) =>
    rig.setFaults([
      { route: 'GET /v1/media/{id}', pathContains: quality, times: 1, fault: { kind: 'throttle', bytesPerSecond } },
    ]);

  it('D3: quitting in the middle and starting again goes on where it was, without fetching a finished segment again', async () => {
    const app = await rig.start();
    await signInAnna(app, true);
    const [lectureId] = await firstLectures(app);
    await slowLine('720p', 200_000);
    valueOf(await app.routes['downloads.start']({ lectureIds: [lectureId!], quality: '720p' }));
    const received = async () => valueOf(await app.routes['downloads.list'](null))[0]?.receivedBytes ?? 0;
    await app.until(async () => (await received()) > 0);
    const safeBytes = await received();
    await app.stop();
    const again = await rig.start();
    await again.until(async () => (await stateOf(again, lectureId!)) === 'complete');
    const stats = (await (await fetch(`${rig.service.origin}/_stats`)).json()) as {
      assets: Record<string, { ranges: { status: number; first: number; last: number }[] }>;
    };
    const ranges = Object.entries(stats.assets).find(([id]) => id.includes('720p'))?.[1].ranges ?? [];
    expect(ranges.map(({ status }) => status)).toEqual([200, 206]);
    // The bytes on disk are the truth, the row may only lag: what was safe is not asked for again.
    expect(ranges[1]?.first).toBeGreaterThanOrEqual(safeBytes);
    expect(safeBytes).toBeGreaterThan(100_000);
  });

  it.each([
    ['a cut connection', { kind: 'cutAfterBytes', bytes: 100_000 }],
    ['a 503', { kind: 'status', status: 503 }],
    ['an address that ran out', { kind: 'status', status: 403, problem: 'url-expired' }],
    ['a login page', { kind: 'html' }],
    ['a changed file', { kind: 'changedEtag' }],
    ['a wrong range', { kind: 'wrongContentRange' }],
  ])('D3: %s does not end the download', async (_name, fault) => {
    const app = await rig.start();
    await signInAnna(app);
    const [lectureId] = await firstLectures(app);
    await rig.setFaults([{ route: 'GET /v1/media/{id}', pathContains: '360p', times: 1, fault }]);
    await downloadWhole(app, lectureId!);
    const plan = valueOf(await app.routes['playback.open']({ lectureId: lectureId! }));
    expect((await (await request(app, plan.mediaUrl)).arrayBuffer()).byteLength).toBeGreaterThan(100_000);
  });

  it('D4: bytes that are not the ones the service named are never called downloaded', async () => {
    const app = await rig.start();
    await signInAnna(app);
    const [lectureId] = await firstLectures(app);
    await rig.setFaults([
      {
        route: 'GET /v1/media/{id}',
        pathContains: '360p',
        times: null,
        fault: { kind: 'wrongBytes', offset: 120_000 },
      },
    ]);
    valueOf(await app.routes['downloads.start']({ lectureIds: [lectureId!], quality: '360p' }));
    await app.until(async () => (await stateOf(app, lectureId!)) === 'failed');
    expect(valueOf(await app.routes['downloads.list'](null))[0]?.error).toEqual({ code: 'digest-mismatch' });
    expect(await lrmFiles()).toEqual([]);
    await rig.clearFaults();
    valueOf(await app.routes['downloads.resume']({ lectureId: lectureId! }));
    await app.until(async () => (await stateOf(app, lectureId!)) === 'complete');
  });

  it('D5: pause keeps what is there, resume goes on; removed and deleted for good, it leaves no file', async () => {
    const app = await rig.start();
    await signInAnna(app);
    const [lectureId] = await firstLectures(app);
    await slowLine('720p', 200_000);
    valueOf(await app.routes['downloads.start']({ lectureIds: [lectureId!], quality: '720p' }));
    await app.until(async () => (valueOf(await app.routes['downloads.list'](null))[0]?.receivedBytes ?? 0) > 0);
    valueOf(await app.routes['downloads.pause']({ lectureId: lectureId! }));
    expect(await stateOf(app, lectureId!)).toBe('paused');
    valueOf(await app.routes['downloads.resume']({ lectureId: lectureId! }));
    await app.until(async () => (await stateOf(app, lectureId!)) === 'complete');
    valueOf(await app.routes['downloads.remove']({ lectureId: lectureId! }));
    valueOf(await app.routes['bin.empty']({ lectureIds: null }));
    expect(
      await readdir(rig.downloadFolder, { recursive: true }).then((names) =>
        names.filter((name) => /\.lrm/.test(name)),
      ),
    ).toEqual([]);
  });

  it('D1: progress is told at most four times a second and ends in complete', async () => {
    const app = await rig.start();
    await signInAnna(app);
    const [lectureId] = await firstLectures(app);
    await slowLine('360p', 400_000);
    const startedAtMs = Date.now();
    await downloadWhole(app, lectureId!);
    await app.until(() => {
      const last = app.events.filter(({ name }) => name === 'downloads.changed').at(-1)?.payload;
      return Promise.resolve((last as { state: string }[] | undefined)?.[0]?.state === 'complete');
    });
    const told = app.events.filter(({ name }) => name === 'downloads.changed').length;
    expect(told).toBeLessThanOrEqual(4 * ((Date.now() - startedAtMs) / 1000) + 2);
    expect(told).toBeGreaterThan(1);
  });
});
