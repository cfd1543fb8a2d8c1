import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAppRig, downloadWhole, firstLectures, signInAnna, valueOf } from '../support/app-rig.ts';
import type { AppRig } from '../support/app-rig.ts';

let rig: AppRig;
beforeEach(async () => {
  rig = await createAppRig();
});
afterEach(() => rig.remove());

describe('the network ledger, below the window', () => {
  it('F6: a sign-in, the catalogue and a download stand in it: when, to whom, what for, how much', async () => {
    const app = await rig.start();
    await signInAnna(app);
    const [lectureId] = await firstLectures(app);
    await downloadWhole(app, lectureId!, 'audio');
    const host = new URL(rig.service.origin).host;
    const list = async (source: 'account' | 'computer') =>
      valueOf(await app.routes['network.list']({ source, beforeId: null, limit: 200, filter: {} })).entries;
    await app.until(async () => (await list('account')).some(({ purpose }) => purpose === 'lecture'));
    const [own, before] = [await list('account'), await list('computer')];
    expect([...new Set([...own, ...before].map((request) => request.host))]).toEqual([host]);
    expect(new Set(own.map(({ purpose }) => purpose))).toContain('catalogue');
    expect(new Set(own.map(({ category }) => category))).toEqual(new Set(['essential']));
    expect(before.map(({ purpose }) => purpose)).toContain('sign-in');
    const lecture = own.filter(({ purpose }) => purpose === 'lecture');
    const received = lecture.reduce((sum, { receivedBytes }) => sum + receivedBytes, 0);
    const sizeBytes = valueOf(await app.routes['downloads.list'](null))[0]?.sizeBytes ?? Infinity;
    expect(received).toBeGreaterThanOrEqual(sizeBytes);
  });

  it('F2 F3 F4: of the cookies that the service sets only those are kept, and sent, that the person allows; withdrawn, they go at once', async () => {
    const app = await rig.start();
    await signInAnna(app);
    const names = async () => {
      valueOf(await app.routes['catalogue.refresh'](null));
      const view = valueOf(await app.routes['cookies.read'](null));
      return view.items.map(({ name }) => name).toSorted();
    };
    const decide = async (
      action: 'choose' | 'accept-all' | 'reject-all',
      functional: boolean,
      advertisement: boolean,
    ) =>
      valueOf(
        await app.routes['consent.decide']({ action, functional, advertisement, place: 'categories', language: 'en' }),
      );
    expect(await names()).toEqual(['lr_session_hint']);
    await decide('choose', true, false);
    expect(await names()).toEqual(['lr_preferences', 'lr_session_hint', 'lr_usage']);
    await decide('accept-all', true, true);
    expect(await names()).toEqual(['lr_interest', 'lr_preferences', 'lr_session_hint', 'lr_usage']);
    const { removed } = await decide('reject-all', false, false);
    expect(removed.map(({ name }) => name).toSorted()).toEqual(['lr_interest', 'lr_preferences', 'lr_usage']);
    expect(await names()).toEqual(['lr_session_hint']);
  });
});
