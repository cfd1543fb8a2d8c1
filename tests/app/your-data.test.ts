import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { filesUnder } from '../../main/adapters/library/testing/test-bench.ts';
import { createAppRig, firstLectures, signInAnna, valueOf } from '../support/app-rig.ts';
import type { AppRig } from '../support/app-rig.ts';
import { withKeptLibrary } from '../support/open-kept-library.ts';
import { anna } from '../support/app-rig.ts';

let rig: AppRig;
beforeEach(async () => {
  rig = await createAppRig();
});
afterEach(() => rig.remove());

describe('everything that is held, below the window', () => {
  it('G1: what was done a moment ago is counted, shown in words, and weighed; signed out nobody is told', async () => {
    const app = await rig.start();
    expect(await app.routes['data.overview'](null)).toMatchObject({ error: { code: 'signed-out' } });
    await signInAnna(app);
    const [lectureId] = await firstLectures(app);
    const watched = [{ startMs: 0, endMs: 60_000 }];
    valueOf(await app.routes['playback.savePosition']({ lectureId: lectureId!, positionMs: 60_000, watched }));
    const overview = valueOf(await app.routes['data.overview'](null));
    const counts = new Map(overview.kinds.map(({ name, count }) => [name, count]));
    expect([counts.get('history'), counts.get('progress'), counts.get('profile')]).toEqual([1, 1, 1]);
    expect([counts.get('keyring'), counts.get('remembered'), counts.get('logs')]).toEqual([1, 0, 1]);
    expect(overview.librarySizeBytes).toBeGreaterThan(100_000);
    const [sample] = valueOf(await app.routes['data.samples']({ kind: 'history' }));
    expect(sample).toMatchObject({ fact: { kind: 'played', durationMs: 60_000 } });
    expect(sample?.title).not.toBe('');
    expect(valueOf(await app.routes['data.size']({ kind: 'catalogue' })).sizeBytes).toBeGreaterThan(4096);
    valueOf(await app.routes['account.lock'](null));
    expect(await app.routes['data.samples']({ kind: 'history' })).toMatchObject({ error: { code: 'signed-out' } });
    expect(await app.routes['data.service'](null)).toMatchObject({ error: { code: 'signed-out' } });
  });

  it('G1: the service is asked each time, and nothing of its answer is written on this computer', async () => {
    const app = await rig.start();
    await signInAnna(app);
    const { record, askedAtMs } = valueOf(await app.routes['data.service'](null));
    expect(record.account.email).toBe(anna.email);
    expect(record.sessions).toHaveLength(1);
    expect(valueOf(await app.routes['data.overview'](null)).serviceAskedAtMs).toBe(askedAtMs);
    expect(valueOf(await app.routes['data.retention'](null)).registry?.length).toBeGreaterThan(0);
    await rig.stopService();
    expect(await app.routes['data.service'](null)).toMatchObject({ error: { code: 'service-unreachable' } });
    expect(valueOf(await app.routes['data.retention'](null))).toMatchObject({ registry: null });
    await app.stop();
    const { birthDate } = record.profile;
    for (const [name, bytes] of filesUnder(rig.userDataFolder))
      expect([name, bytes.includes(birthDate)]).toEqual([name, false]);
    const tables = await withKeptLibrary(rig.userDataFolder, anna.password, (database) => database.serialize());
    expect(tables.includes(birthDate)).toBe(false);
  });
});
