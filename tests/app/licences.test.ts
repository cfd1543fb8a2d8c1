import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type Database from 'better-sqlite3';
import type { LectureId } from '../../contract/domain/ids.ts';
import { refused } from '../support/account-answers.ts';
import { anna, createAppRig, ilya, downloadWhole, firstLectures, signInAnna, valueOf } from '../support/app-rig.ts';
import type { AppRig, RunningApp } from '../support/app-rig.ts';
import {
  annaDownloads,
  expectPlays,
  licenceOf,
  media,
  nowhere,
  play,
  renew,
  startAt,
} from '../support/licence-steps.ts';
import { createMovableClock } from '../support/movable-clock.ts';
import type { MovableClock } from '../support/movable-clock.ts';
import { withKeptLibrary } from '../support/open-kept-library.ts';

let rig: AppRig;
let clock: MovableClock;
beforeEach(async () => {
  rig = await createAppRig();
  clock = createMovableClock();
});
afterEach(() => rig.remove());

const dayMs = 86_400_000;
const silentService = { route: '*', times: null, fault: { kind: 'status', status: 503 } };

const start = (days = 0) => startAt(rig, clock, days);
const startOffline = (days = 0) => startAt(rig, clock, days, nowhere);

/** Anna, remembered, has downloaded the first lecture; the app runs. */
async function annaWithLecture(): Promise<{ app: RunningApp; lectureId: LectureId }> {
  const app = await start();
  return { app, lectureId: await annaDownloads(app) };
}

const kept = <T>(work: (database: Database.Database) => T) => withKeptLibrary(rig.userDataFolder, anna.password, work);
const licencesKept = () => kept((database) => database.prepare('SELECT licence FROM licences').pluck().all());
/** As the migration leaves a library from before there were licences. */
const makeOld = () =>
  kept((database) =>
    database.exec(`
      DELETE FROM licences;
      UPDATE licence_facts SET account_id = NULL, keys = NULL, service_moment_ms = NULL, latest_moment_ms = NULL;
      INSERT INTO licence_grace SELECT lecture_id FROM downloads WHERE state = 'complete';
    `),
  );

describe('licences to play offline', () => {
  it('D9: a licence comes with the download, is shown in days, and lets the lecture play offline, after a restart too', async () => {
    const { app, lectureId } = await annaWithLecture();
    expect(await licenceOf(app, lectureId)).toEqual({ kind: 'valid', daysLeft: 30 });
    await rig.stopService();
    await expectPlays(app, lectureId);
    const again = await startOffline(12);
    await again.until(async () => (await licenceOf(again, lectureId))?.kind === 'valid');
    expect(await licenceOf(again, lectureId)).toEqual({ kind: 'valid', daysLeft: 18 });
    await expectPlays(again, lectureId);
    expect(again.events.some(({ name }) => name === 'downloads.changed')).toBe(true);
  });

  it('D9: after 31 days offline it has run out; renewed as soon as the service can be asked, and it plays', async () => {
    const { lectureId } = await annaWithLecture();
    const app = await startOffline(31);
    expect(await play(app, lectureId)).toEqual(refused('licence-expired'));
    expect(await licenceOf(app, lectureId)).toEqual({ kind: 'expired' });
    expect(await renew(app, lectureId)).toEqual(refused('service-unreachable'));
    await rig.setFaults([silentService], 31 * dayMs);
    const silent = await start(31);
    expect(await play(silent, lectureId)).toEqual(refused('licence-expired'));
    expect(await renew(silent, lectureId)).toMatchObject(refused('service-failed'));
    await rig.clearFaults();
    await rig.setFaults([], 31 * dayMs);
    expect(valueOf(await renew(silent, lectureId))).toEqual({ kind: 'valid', daysLeft: 30 });
    await expectPlays(silent, lectureId);
  });

  it('D9: one that has run out while the service answers is renewed before anybody sees an error', async () => {
    const { lectureId } = await annaWithLecture();
    await rig.setFaults([], 31 * dayMs);
    await expectPlays(await start(31), lectureId);
    const offline = await startOffline(60);
    await expectPlays(offline, lectureId);
  });

  it('D9: with less than half of its time left it is renewed in silence, before that it is left alone', async () => {
    const { lectureId } = await annaWithLecture();
    const [first] = await licencesKept();
    await rig.setFaults([], 14 * dayMs);
    const early = await start(14);
    await expectPlays(early, lectureId);
    expect(await licenceOf(early, lectureId)).toEqual({ kind: 'valid', daysLeft: 16 });
    await early.stop();
    expect(await licencesKept()).toEqual([first]);
    await rig.setFaults([], 16 * dayMs);
    const late = await start(16);
    await late.until(async () => {
      const view = await licenceOf(late, lectureId);
      return view?.kind === 'valid' && view.daysLeft === 30;
    });
  });

  it('D9: a stream that has begun is not cut when the licence runs out; the next one is refused and says why', async () => {
    const { lectureId } = await annaWithLecture();
    const app = await startOffline();
    const plan = valueOf(await play(app, lectureId));
    const running = await media(app, plan.mediaUrl);
    clock.setDays(31);
    const next = await media(app, plan.mediaUrl);
    expect(next.status).toBe(403);
    expect((await running.arrayBuffer()).byteLength).toBeGreaterThan(10_000);
    expect(app.events.filter(({ name }) => name === 'playback.fault').map(({ payload }) => payload)).toEqual([
      { mediaUrl: plan.mediaUrl, error: { code: 'licence-expired' } },
    ]);
  });

  it('D9: a lecture that is not downloaded needs no licence', async () => {
    const { app } = await annaWithLecture();
    const [, second] = await firstLectures(app);
    await rig.setFaults([
      { route: 'POST /v1/licences', times: null, fault: { kind: 'status', status: 403, problem: 'not-allowed' } },
    ]);
    const plan = valueOf(await play(app, second!));
    expect(plan.source).toBe('network');
    expect((await media(app, plan.mediaUrl)).status).toBe(200);
    expect(await renew(app, second!)).toEqual(refused('not-downloaded'));
  });

  it('D7 D9: a lecture in the bin keeps its licence and plays at once when it comes back; deleted, it takes it along; another quality brings another one that is still there after a restart', async () => {
    const { app, lectureId } = await annaWithLecture();
    valueOf(await app.routes['downloads.start']({ lectureIds: [lectureId], quality: '360p' }));
    await downloadWhole(app, lectureId, '360p');
    await app.stop();
    expect(await licencesKept()).toHaveLength(1);
    const offline = await startOffline();
    await expectPlays(offline, lectureId);
    valueOf(await offline.routes['downloads.remove']({ lectureId }));
    valueOf(await offline.routes['bin.restore']({ lectureIds: [lectureId] }));
    await expectPlays(offline, lectureId);
    valueOf(await offline.routes['downloads.remove']({ lectureId }));
    valueOf(await offline.routes['bin.empty']({ lectureIds: null }));
    await offline.stop();
    expect(await licencesKept()).toEqual([]);
  });
});

describe('licences of two people, and of a slow service', () => {
  it('A6 D9: each person has a licence of their own for the same lecture; neither plays by the other’s', async () => {
    const { app, lectureId } = await annaWithLecture();
    valueOf(await app.routes['account.switchProfile'](null));
    valueOf(await app.routes['account.signIn']({ email: ilya.email, password: ilya.password, remember: true }));
    valueOf(await app.routes['catalogue.refresh'](null));
    const refusal = { kind: 'status', status: 403, problem: 'not-allowed' };
    await rig.setFaults([{ route: 'POST /v1/licences', times: 1, fault: refusal }]);
    await downloadWhole(app, lectureId, 'audio');
    expect(await licenceOf(app, lectureId)).toEqual({ kind: 'none' });
    expect(await play(app, lectureId)).toEqual(refused('licence-missing'));
    expect(valueOf(await renew(app, lectureId))).toEqual({ kind: 'valid', daysLeft: 30 });
    const offline = await startOffline(1);
    for (const number of [1, 2]) {
      valueOf(await offline.routes['account.chooseProfile']({ number }));
      await expectPlays(offline, lectureId);
      expect(await licenceOf(offline, lectureId)).toEqual({ kind: 'valid', daysLeft: 29 });
      valueOf(await offline.routes['account.switchProfile'](null));
    }
  });

  it('D9: a lecture is not called downloaded before its licence is here, if that comes in a moment', async () => {
    await rig.setFaults([{ route: 'POST /v1/licences', times: 1, fault: { kind: 'latency', latencyMs: 1000 } }]);
    const { app, lectureId } = await annaWithLecture();
    expect(await licenceOf(app, lectureId)).toEqual({ kind: 'valid', daysLeft: 30 });
  });

  it('D9: a download does not wait long for a licence that does not come; it comes later', async () => {
    const app = await start();
    await signInAnna(app, true);
    const [lectureId] = await firstLectures(app);
    await rig.setFaults([{ route: 'POST /v1/licences', times: 1, fault: { kind: 'latency', latencyMs: 8000 } }]);
    await downloadWhole(app, lectureId!, 'audio');
    expect(await licenceOf(app, lectureId!)).toEqual({ kind: 'none' });
    await app.until(async () => (await licenceOf(app, lectureId!))?.kind === 'valid');
    await expectPlays(app, lectureId!);
  });
});

describe('licences that are not this lecture’s, this computer’s or anybody’s', () => {
  it('D9: one of another lecture, planted in the library, is refused', async () => {
    const { app, lectureId } = await annaWithLecture();
    const [, other] = await firstLectures(app);
    await downloadWhole(app, other!, 'audio');
    await app.stop();
    await kept((database) =>
      database
        .prepare(
          'UPDATE licences SET licence = (SELECT licence FROM licences WHERE lecture_id = ?) WHERE lecture_id = ?',
        )
        .run(other, lectureId),
    );
    const offline = await startOffline();
    expect(await play(offline, lectureId)).toEqual(refused('licence-missing'));
    expect(await licenceOf(offline, lectureId)).toEqual({ kind: 'none' });
    await expectPlays(offline, other!);
    await expectPlays(await start(), lectureId);
  });

  it('D9: one of another computer of the same person is refused', async () => {
    const { app, lectureId } = await annaWithLecture();
    await app.stop();
    const computer = rig.secondComputer();
    const second = await computer.start();
    await signInAnna(second);
    await downloadWhole(second, lectureId, 'audio');
    await second.stop();
    const stolen = await withKeptLibrary(computer.userDataFolder, anna.password, (database) =>
      database.prepare('SELECT licence FROM licences').pluck().get(),
    );
    await kept((database) => database.prepare('UPDATE licences SET licence = ?').run(stolen));
    expect(await play(await startOffline(), lectureId)).toEqual(refused('licence-missing'));
  });

  it('D9: an answer that is no licence is not kept; a refused one is asked for again only by the person', async () => {
    const refusal = { kind: 'status', status: 403, problem: 'not-allowed' };
    await rig.setFaults([{ route: 'POST /v1/licences', times: 2, fault: refusal }]);
    const { app, lectureId } = await annaWithLecture();
    expect(await play(app, lectureId)).toEqual(refused('licence-missing'));
    expect(await renew(app, lectureId)).toEqual(refused('not-allowed'));
    await rig.setFaults([{ route: 'POST /v1/licences', times: 1, fault: { kind: 'wrongTypes' } }]);
    expect(await renew(app, lectureId)).toEqual(refused('service-nonsense'));
    expect(await play(app, lectureId)).toEqual(refused('licence-missing'));
    expect(valueOf(await renew(app, lectureId))).toEqual({ kind: 'valid', daysLeft: 30 });
    await expectPlays(app, lectureId);
  });
});

describe('libraries from before there were licences', () => {
  it('D9: what is downloaded keeps playing offline, however long; its licence comes at the first contact', async () => {
    const { app, lectureId } = await annaWithLecture();
    await app.stop();
    await makeOld();
    await expectPlays(await startOffline(), lectureId);
    const offline = await startOffline(200);
    await expectPlays(offline, lectureId);
    expect(await licenceOf(offline, lectureId)).toEqual({ kind: 'none' });
    const online = await start();
    await online.until(async () => (await licenceOf(online, lectureId))?.kind === 'valid');
    await expectPlays(online, lectureId);
    expect(await play(await startOffline(31), lectureId)).toEqual(refused('licence-expired'));
  });

  it('D9: a service that stumbles does not end the grace, one that refuses the licence does', async () => {
    const { app, lectureId } = await annaWithLecture();
    await app.stop();
    await makeOld();
    await rig.setFaults([{ route: 'POST /v1/licences', times: null, fault: { kind: 'status', status: 500 } }]);
    const stumbling = await start();
    await expectPlays(stumbling, lectureId);
    // It would ask again between the two faults, and be given a licence.
    await stumbling.stop();
    await rig.clearFaults();
    const refusal = { kind: 'status', status: 403, problem: 'not-allowed' };
    await rig.setFaults([{ route: 'POST /v1/licences', times: null, fault: refusal }]);
    const online = await start();
    await online.until(async () => !(await play(online, lectureId)).ok);
    expect(await play(await startOffline(), lectureId)).toEqual(refused('licence-missing'));
  });
});
