import { createHash } from 'node:crypto';
import { readFile, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LectureId } from '../../contract/domain/ids.ts';
import { openLrmReader } from '../../main/adapters/files/lrm/index.ts';
import { damageSegments, pickSegments } from '../../main/adapters/transfer/testing/damage-file.ts';
import { seededRandom } from '../../main/adapters/transfer/testing/seeded-random.ts';
import { createAppRig, downloadWhole, firstLectures, signInAnna, valueOf } from '../support/app-rig.ts';
import type { AppRig, RunningApp } from '../support/app-rig.ts';
import { keptAccount } from '../support/kept-library.ts';
import { sampleCourses, sampleFile } from '../support/samples.ts';
import { forgetSent, sentLectureBytes } from '../support/sent-bytes.ts';

const segmentSizeBytes = 65_536;
const random = seededRandom(8);

let rig: AppRig;
let app: RunningApp;
let lectureId: LectureId;
beforeEach(async () => {
  rig = await createAppRig();
  app = await rig.start();
  await signInAnna(app, true);
  lectureId = (await firstLectures(app))[0]!;
  await downloadWhole(app, lectureId, '720p');
  await forgetSent(rig.service.origin);
});
afterEach(() => rig.remove());

const sentBytes = () => sentLectureBytes(rig.service.origin);

async function mediaFolder(): Promise<string> {
  const folder = join(rig.downloadFolder, 'lectoroom');
  return join(folder, (await readdir(folder))[0]!);
}

/** Damages `count` segments of the one file there is; answers how many segments it has. */
async function damage(count: number): Promise<{ readonly segmentCount: number; readonly path: string }> {
  const folder = await mediaFolder();
  const path = join(
    folder,
    (await readdir(folder)).find((name) => name.endsWith('.lrm'))!,
  );
  const { mediaKey } = (await keptAccount(rig)).keys;
  const opened = await openLrmReader({ path, mediaKey });
  if (!opened.ok) throw new Error(opened.fault);
  const { layout } = opened.value.info;
  await opened.value.close();
  await damageSegments(path, layout, pickSegments(layout.segmentCount, count, random), random);
  return { segmentCount: layout.segmentCount, path };
}

async function digestOfPlayed(running: RunningApp): Promise<string> {
  const plan = valueOf(await running.routes['playback.open']({ lectureId }));
  expect(plan.source).toBe('downloaded');
  const answer = await running.media({
    method: 'GET',
    url: plan.mediaUrl,
    range: null,
    signal: AbortSignal.timeout(20_000),
  });
  return sha256(Buffer.from(await answer.arrayBuffer()));
}

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const original = (): string => {
  const lecture = sampleCourses()
    .flatMap(({ lectures }) => lectures)
    .find(({ id }) => id === lectureId);
  return sha256(sampleFile(lecture!.mediaFiles['720p']));
};

describe('verify and repair', () => {
  it.each([1, 2, 5])(
    'D8 C8: %i damaged segments are counted, fetched and nothing else is, and the lecture is the original',
    async (count) => {
      expect(valueOf(await app.routes['downloads.verify']({ lectureId })).damagedSegmentCount).toBe(0);
      const { segmentCount } = await damage(count);
      expect(await app.routes['downloads.verify']({ lectureId })).toEqual({
        ok: true,
        value: { segmentCount, damagedSegmentCount: count },
      });
      const { fetchedBytes } = valueOf(await app.routes['downloads.repair']({ lectureId }));
      expect(fetchedBytes).toBeGreaterThan(0);
      expect(fetchedBytes).toBeLessThanOrEqual(count * segmentSizeBytes);
      expect(await sentBytes()).toBe(fetchedBytes);
      expect(valueOf(await app.routes['downloads.verify']({ lectureId })).damagedSegmentCount).toBe(0);
      expect(await digestOfPlayed(app)).toBe(original());
      const shares = app.events.filter(({ name }) => name === 'downloads.checking').map(({ payload }) => payload);
      expect(shares).toContainEqual(expect.objectContaining({ lectureId }));
    },
  );

  it('D8: a lecture that is not here, or not whole, cannot be checked', async () => {
    const [, other] = await firstLectures(app);
    for (const name of ['downloads.verify', 'downloads.repair'] as const) {
      expect(await app.routes[name]({ lectureId: other! })).toEqual({ ok: false, error: { code: 'not-downloaded' } });
    }
  });

  it('D8: a file that is gone says so and stays a row; downloading again helps', async () => {
    await rm(await mediaFolder(), { recursive: true });
    expect(await app.routes['downloads.repair']({ lectureId })).toEqual({
      ok: false,
      error: { code: 'asset-missing' },
    });
    valueOf(await app.routes['downloads.remove']({ lectureId }));
    valueOf(await app.routes['bin.empty']({ lectureIds: [lectureId] }));
    await downloadWhole(app, lectureId, '720p');
    expect(await digestOfPlayed(app)).toBe(original());
  });

  it.each([
    ['while the file is asked for', 'GET /v1/media/{id}', 'changedEtag'],
    ['and its address says so', 'GET /v1/assets/{id}', 'changedEtag'],
    ['and its digest says so', 'GET /v1/assets/{id}', 'wrongDigest'],
  ])(
    'D8: a lecture that changed at the service %s is not patched with parts of another',
    async (_name, route, kind) => {
      const { path } = await damage(2);
      const before = await readFile(path);
      await rig.setFaults([{ route, pathContains: '720p', times: null, fault: { kind } }]);
      expect(await app.routes['downloads.repair']({ lectureId })).toEqual({
        ok: false,
        error: { code: 'changed-at-service' },
      });
      expect((await readFile(path)).equals(before)).toBe(true);
      await rig.clearFaults();
      valueOf(await app.routes['downloads.remove']({ lectureId }));
      valueOf(await app.routes['bin.empty']({ lectureIds: [lectureId] }));
      await downloadWhole(app, lectureId, '720p');
      expect(await digestOfPlayed(app)).toBe(original());
    },
  );

  it('D4 D8: other bytes under the same validator are refused, and the old file is as it was', async () => {
    const { path, segmentCount } = await damage(1);
    const before = await readFile(path);
    await rig.setFaults([
      {
        route: 'GET /v1/media/{id}',
        pathContains: '720p',
        times: null,
        fault: { kind: 'wrongBytes', offset: 0, length: segmentCount * segmentSizeBytes },
      },
    ]);
    expect(await app.routes['downloads.repair']({ lectureId })).toEqual({
      ok: false,
      error: { code: 'digest-mismatch' },
    });
    expect((await readFile(path)).equals(before)).toBe(true);
  });

  it('D8: an address that ran out is asked for anew', async () => {
    await damage(1);
    await rig.setFaults([
      {
        route: 'GET /v1/media/{id}',
        pathContains: '720p',
        times: 1,
        fault: { kind: 'status', status: 403, problem: 'url-expired' },
      },
    ]);
    valueOf(await app.routes['downloads.repair']({ lectureId }));
    expect(await digestOfPlayed(app)).toBe(original());
  });

  it('D8: called off, or removed while it runs, nothing of it is left', async () => {
    await damage(3);
    await rig.setFaults([
      {
        route: 'GET /v1/media/{id}',
        pathContains: '720p',
        times: null,
        fault: { kind: 'throttle', bytesPerSecond: 40_000 },
      },
    ]);
    const first = app.routes['downloads.repair']({ lectureId });
    await copyBegins();
    valueOf(await app.routes['downloads.stopCheck']({ lectureId }));
    expect(await first).toEqual({ ok: false, error: { code: 'cancelled' } });
    const second = app.routes['downloads.repair']({ lectureId });
    await copyBegins();
    valueOf(await app.routes['downloads.remove']({ lectureId }));
    valueOf(await app.routes['bin.empty']({ lectureIds: [lectureId] }));
    expect(await second).toEqual({ ok: false, error: { code: 'cancelled' } });
    expect(await readdir(await mediaFolder())).toEqual([]);
  });

  it('D8: when the power goes in the middle, the old file is there, the copy is swept and the repair ends it', async () => {
    const { segmentCount } = await damage(3);
    await rig.setFaults([
      {
        route: 'GET /v1/media/{id}',
        pathContains: '720p',
        times: null,
        fault: { kind: 'throttle', bytesPerSecond: 40_000 },
      },
    ]);
    const cut = app.routes['downloads.repair']({ lectureId });
    await copyBegins();
    expect(await rig.crash()).toBe(1);
    expect((await cut).ok).toBe(false);
    const folder = await mediaFolder();
    expect((await readdir(folder)).filter((name) => name.endsWith('.repair'))).toHaveLength(1);
    await rig.clearFaults();
    const again = await rig.start();
    await again.until(async () => (await readdir(folder)).length === 1);
    expect(await again.routes['downloads.verify']({ lectureId })).toEqual({
      ok: true,
      value: { segmentCount, damagedSegmentCount: 3 },
    });
    valueOf(await again.routes['downloads.repair']({ lectureId }));
    expect(await digestOfPlayed(again)).toBe(original());
  });

  async function copyBegins(): Promise<void> {
    const folder = await mediaFolder();
    await app.until(async () => {
      const copy = (await readdir(folder)).find((name) => name.endsWith('.repair'));
      return copy !== undefined && (await stat(join(folder, copy))).size > 0;
    });
  }
});
