import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { refused } from '../support/account-answers.ts';
import { createAppRig } from '../support/app-rig.ts';
import type { AppRig } from '../support/app-rig.ts';
import { annaDownloads, expectPlays, licenceOf, nowhere, play, startAt } from '../support/licence-steps.ts';
import { createMovableClock } from '../support/movable-clock.ts';
import type { MovableClock } from '../support/movable-clock.ts';

let rig: AppRig;
let clock: MovableClock;
beforeEach(async () => {
  rig = await createAppRig();
  clock = createMovableClock();
});
afterEach(() => rig.remove());

const start = (days = 0) => startAt(rig, clock, days);
const startOffline = (days = 0) => startAt(rig, clock, days, nowhere);

describe('a clock that was turned', () => {
  it('D9: back: nothing plays, whatever the licence says, until the service names the time', async () => {
    const lectureId = await annaDownloads(await start());
    await expectPlays(await startOffline(10), lectureId);
    const turned = await startOffline();
    expect(await play(turned, lectureId)).toEqual(refused('clock-wrong'));
    expect(await licenceOf(turned, lectureId)).toEqual({ kind: 'clock' });
    await expectPlays(await startOffline(10), lectureId);
  });

  it('D9: back after it was seen to have run out: no day is won', async () => {
    const lectureId = await annaDownloads(await start());
    expect(await play(await startOffline(31), lectureId)).toEqual(refused('licence-expired'));
    expect(await play(await startOffline(2), lectureId)).toEqual(refused('clock-wrong'));
  });

  it('D9: back while the app runs', async () => {
    const lectureId = await annaDownloads(await start());
    const app = await startOffline(5);
    await expectPlays(app, lectureId);
    clock.setDays(4);
    expect(await play(app, lectureId)).toEqual(refused('clock-wrong'));
  });

  it('D9: forward by mistake and back: refused offline, and good again after one contact with the service', async () => {
    const lectureId = await annaDownloads(await start());
    expect(await play(await startOffline(300), lectureId)).toEqual(refused('licence-expired'));
    expect(await play(await startOffline(), lectureId)).toEqual(refused('clock-wrong'));
    const app = await start();
    await app.until(async () => (await licenceOf(app, lectureId))?.kind === 'valid');
    await expectPlays(app, lectureId);
    await expectPlays(await startOffline(1), lectureId);
  });

  it('D9: nonsense forward (years) is not remembered', async () => {
    const lectureId = await annaDownloads(await start());
    expect(await play(await startOffline(20_000), lectureId)).toEqual(refused('licence-expired'));
    await expectPlays(await startOffline(1), lectureId);
  });

  it('D9: wrong all the time: while the service answers, its time counts', async () => {
    const lectureId = await annaDownloads(await start());
    await expectPlays(await start(-400), lectureId);
    await expectPlays(await start(400), lectureId);
    expect(await play(await startOffline(-400), lectureId)).toEqual(refused('clock-wrong'));
  });
});
