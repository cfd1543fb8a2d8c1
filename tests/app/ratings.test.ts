import { mkdir } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RatingSubject } from '../../contract/domain/rating.ts';
import { createAppRig, firstLectures, signInAnna, valueOf } from '../support/app-rig.ts';
import type { AppRig, RunningApp } from '../support/app-rig.ts';

let rig: AppRig;
beforeEach(async () => {
  rig = await createAppRig();
});
afterEach(() => rig.remove());

const own = async (app: RunningApp, subject: RatingSubject) => valueOf(await app.routes['ratings.read']({ subject }));

async function subjectOf(app: RunningApp): Promise<RatingSubject> {
  const [id] = await firstLectures(app);
  if (id === undefined) throw new Error('no lecture');
  return { kind: 'lecture', id };
}

describe('ratings, below the window', () => {
  it('B7: given without a network it outlasts a crash, reaches the service and the person’s other computer, and is withdrawn there', async () => {
    const first = await rig.start();
    await signInAnna(first, true);
    const subject = await subjectOf(first);
    await rig.setFaults([
      { route: 'PUT /v1/ratings/{kind}/{id}', times: null, fault: { kind: 'status', status: 503 } },
    ]);
    expect(valueOf(await first.routes['ratings.rate']({ subject, stars: 3 }))).toEqual({ before: null });
    expect(await own(first, subject)).toEqual({ stars: 3, isSent: false });
    // Nothing was downloaded.
    await mkdir(rig.downloadFolder, { recursive: true });
    await rig.crash();
    await rig.clearFaults();
    const again = await rig.start();
    await again.until(async () => (await own(again, subject)).isSent);
    expect((await own(again, subject)).stars).toBe(3);

    const other = await rig.secondComputer().start();
    await signInAnna(other);
    await other.until(async () => (await own(other, subject)).stars === 3);
    expect(valueOf(await other.routes['ratings.rate']({ subject, stars: null }))).toEqual({ before: 3 });
    await other.until(async () => (await own(other, subject)).isSent);
    await again.stop();
    const third = await rig.start();
    await third.until(async () => (await own(third, subject)).stars === null);
  });
});
