import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DownloadItem } from '../../contract/domain/download.ts';
import type { LectureId } from '../../contract/domain/ids.ts';
import type { LineReport } from '../../main/ports.ts';
import { createAppRig, firstLectures, signInAnna, stateOf, valueOf } from '../support/app-rig.ts';
import type { AppRig, RunningApp } from '../support/app-rig.ts';

const phone: LineReport = { cost: 'metered', line: 'phone' };
const home: LineReport = { cost: 'free', line: 'home' };
let rig: AppRig;
let report: LineReport;
beforeEach(async () => {
  rig = await createAppRig();
  report = phone;
});
afterEach(() => rig.remove());

async function begin(): Promise<readonly [RunningApp, ...LectureId[]]> {
  const app = await rig.start({ lineCost: { read: () => Promise.resolve(report) } });
  await signInAnna(app, true);
  return [app, ...(await firstLectures(app))];
}
const itemOf = async (app: RunningApp, id: LectureId): Promise<DownloadItem | undefined> =>
  valueOf(await app.routes['downloads.list'](null)).find(({ lectureId }) => lectureId === id);
const start = async (app: RunningApp, ...lectureIds: LectureId[]) =>
  valueOf(await app.routes['downloads.start']({ lectureIds, quality: '360p' }));
const slowLine = () =>
  rig.setFaults([{ route: 'GET /v1/media/{id}', times: null, fault: { kind: 'throttle', bytesPerSecond: 60_000 } }]);

describe('D5: a line that costs by the amount', () => {
  it('D5: nothing is fetched before the person agreed, and a lecture can be watched over it all the same', async () => {
    const [app, a] = await begin();
    await start(app, a!);
    await app.until(async () => (await itemOf(app, a!))?.waitsFor?.kind === 'metered');
    expect(await itemOf(app, a!)).toMatchObject({ receivedBytes: 0, state: 'queued' });
    const plan = valueOf(await app.routes['playback.open']({ lectureId: a! }));
    const signal = AbortSignal.timeout(10_000);
    const answer = await app.media({ method: 'GET', url: plan.mediaUrl, range: null, signal });
    expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(0);
    valueOf(await app.routes['downloads.allowMetered'](null));
    await app.until(async () => (await stateOf(app, a!)) === 'complete');
  });

  it('D5: what runs stops when the line becomes another one, keeps its bytes, and goes on at home', async () => {
    report = home;
    const [app, a] = await begin();
    await slowLine();
    await start(app, a!);
    await app.until(async () => ((await itemOf(app, a!))?.receivedBytes ?? 0) > 0);
    report = phone;
    app.wake();
    await app.until(async () => (await itemOf(app, a!))?.waitsFor?.kind === 'metered');
    const heldBytes = (await itemOf(app, a!))?.receivedBytes ?? 0;
    expect(heldBytes).toBeGreaterThan(0);
    await rig.clearFaults();
    report = home;
    app.wake();
    await app.until(async () => (await stateOf(app, a!)) === 'complete');
  });

  it('D5: a yes is for this line and this run: after a restart it is asked again; always and never need no question', async () => {
    const [app, a, b] = await begin();
    await slowLine();
    await start(app, a!);
    valueOf(await app.routes['downloads.allowMetered'](null));
    await app.until(async () => (await stateOf(app, a!)) === 'downloading');
    await app.stop();
    const again = await rig.start({ lineCost: { read: () => Promise.resolve(report) } });
    await again.until(async () => (await itemOf(again, a!))?.waitsFor?.kind === 'metered');
    await rig.clearFaults();
    valueOf(await again.routes['settings.update']({ downloadMetered: 'always' }));
    await again.until(async () => (await stateOf(again, a!)) === 'complete');
    valueOf(await again.routes['settings.update']({ downloadMetered: 'never' }));
    await start(again, b!);
    valueOf(await again.routes['downloads.allowMetered'](null));
    expect((await itemOf(again, b!))?.waitsFor?.kind).toBe('metered');
    valueOf(await again.routes['settings.update']({ lineIsMetered: 'no' }));
    await again.until(async () => (await stateOf(again, b!)) === 'complete');
  });
});
