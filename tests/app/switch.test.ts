import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LectureId } from '../../contract/domain/ids.ts';
import { createAppRig, downloadWhole, firstLectures, signInAnna, valueOf } from '../support/app-rig.ts';
import type { AppRig, RunningApp } from '../support/app-rig.ts';
import { openFilesBelow } from '../support/left-open.ts';

let rig: AppRig;
let app: RunningApp;
let lectureId: LectureId;
beforeEach(async () => {
  rig = await createAppRig();
  app = await rig.start();
  await signInAnna(app, true);
  const [first] = await firstLectures(app);
  lectureId = first!;
});
afterEach(() => rig.remove());

const request = (url: string) => app.media({ method: 'GET', url, range: null, signal: AbortSignal.timeout(20_000) });
const faults = () => app.events.filter(({ name }) => name === 'playback.fault');

describe('C1: one lecture from the network and from the disk', () => {
  it('C1: a stream that has begun is gone on with from the disk, byte for byte, once the download is whole and the service gone', async () => {
    const plan = valueOf(await app.routes['playback.open']({ lectureId }));
    expect(plan.source).toBe('network');
    const whole = Buffer.from(await (await request(plan.mediaUrl)).arrayBuffer());
    const reader = (await request(plan.mediaUrl)).body!.getReader();
    const parts = [(await reader.read()).value!];
    await downloadWhole(app, lectureId, '720p');
    const wasTold = () =>
      app.events.some(
        ({ name, payload }) => name === 'downloads.changed' && JSON.stringify(payload).includes('"complete"'),
      );
    await app.until(() => Promise.resolve(wasTold()));
    await app.until(() => Promise.resolve(openFilesBelow(rig.downloadFolder).length === 0));
    expect(valueOf(await app.routes['playback.plan']({ lectureId }))).toMatchObject({
      source: 'downloaded',
      mediaUrl: plan.mediaUrl,
    });
    await rig.stopService();
    parts.push((await reader.read()).value!);
    expect(openFilesBelow(rig.downloadFolder)).toHaveLength(1);
    for (;;) {
      const next = await reader.read();
      if (next.done) break;
      parts.push(next.value);
    }
    expect(Buffer.concat(parts).equals(whole)).toBe(true);
    expect(faults()).toEqual([]);
    expect(openFilesBelow(rig.downloadFolder)).toEqual([]);
  });

  it('C1 C8: a file that is gone plays over the network when the person says so, until the lecture is left', async () => {
    await downloadWhole(app, lectureId);
    const [name] = (await readdir(rig.downloadFolder, { recursive: true })).filter((each) => each.endsWith('.lrm'));
    await rm(join(rig.downloadFolder, name!));
    const missing = { ok: false, error: { code: 'asset-missing' } };
    expect(await app.routes['playback.open']({ lectureId })).toEqual(missing);
    const plan = valueOf(await app.routes['playback.open']({ lectureId, from: 'network' }));
    expect(plan).toMatchObject({ source: 'network', quality: '360p' });
    expect((await (await request(plan.mediaUrl)).arrayBuffer()).byteLength).toBeGreaterThan(100_000);
    valueOf(await app.routes['playback.close']({ lectureId }));
    expect(await app.routes['playback.open']({ lectureId })).toEqual(missing);
  });

  it('C8: a quality that cannot be shown is left out, and when none is left that is said', async () => {
    const except = ['360p'] as const;
    const plan = valueOf(await app.routes['playback.open']({ lectureId, except }));
    expect(plan.quality).not.toBe('360p');
    const all = ['1080p', '720p', '360p', 'audio'] as const;
    expect(await app.routes['playback.open']({ lectureId, except: all })).toEqual({
      ok: false,
      error: { code: 'codec-unsupported' },
    });
  });
});
