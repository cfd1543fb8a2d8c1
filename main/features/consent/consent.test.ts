import { describe, expect, it } from 'vitest';
import type { PolicyVersion } from '../../../contract/api/policies.ts';
import { LocalAccountId } from '../../../contract/domain/ids.ts';
import { fail, ok } from '../../../contract/result.ts';
import { consentScene, policy } from '../../../tests/fakes/consent-scene.ts';

const dayMs = 86_400_000;
const anna = LocalAccountId.parse('a'.repeat(32));
const ilya = LocalAccountId.parse('b'.repeat(32));
const nothing = { functional: false, advertisement: false };
const both = { functional: true, advertisement: true };

describe('consent before anybody signs in', () => {
  it('F1 F5: is asked at the first start; accepting is written down with everything that proves it', async () => {
    const { consent, decide, entries } = consentScene();
    await consent.load();
    expect(consent.state()).toEqual({ undecided: true, ...nothing, optOutSignal: false });
    expect(await consent.read()).toMatchObject({ value: { question: 'first', ledger: 'computer' } });
    expect(await decide('accept-all')).toMatchObject({ value: { view: { question: null, ...both } } });
    expect(consent.state()).toEqual({ undecided: false, ...both, optOutSignal: false });
    expect(entries.get('computer')).toMatchObject([
      {
        ledger: 'computer',
        policyVersion: '2023-1',
        policyTextSha256: 'e'.repeat(64),
        language: 'en',
        appVersion: '1.2.3',
        options: ['accept-all', 'reject-all', 'choose'],
        action: 'accept-all',
        before: null,
        after: both,
        decidedAt: '2023-11-14T22:13:20.000Z',
        carriedFrom: null,
      },
    ]);
  });

  it('F1: closing the sheet or the window while it asks refuses everything; closing the window later says nothing', async () => {
    const { consent, decide, entries } = consentScene();
    await consent.load();
    await consent.windowClosed();
    expect(entries.get('computer')).toEqual([]);
    await consent.read();
    await consent.windowClosed();
    expect(entries.get('computer')).toMatchObject([{ action: 'dismiss', before: null, after: nothing }]);
    await consent.windowClosed();
    await decide('dismiss');
    expect(entries.get('computer')).toHaveLength(1);
  });

  it('F1: what was allowed for one category alone is that', async () => {
    const { consent, decide } = consentScene();
    await consent.load();
    await decide('choose', { functional: true, advertisement: false });
    expect(consent.state()).toMatchObject({ undecided: false, functional: true, advertisement: false });
    expect([consent.categoryOf('lr_usage'), consent.categoryOf('stranger')]).toEqual(['functional', null]);
  });

  it('F1: nothing is answered, and nothing allowed, before the ledger was read', async () => {
    const { consent, kept } = consentScene();
    kept.world.fault = 'disk-failed';
    await consent.load();
    expect(await consent.read()).toEqual(fail('disk-failed'));
    expect(consent.state().undecided).toBe(true);
  });
});

describe('consent of accounts', () => {
  it('F1 F5: the first account takes the choice over, once; the next one is asked; each has its own again', async () => {
    const { consent, decide, signIn, signOut, entries } = consentScene();
    await consent.load();
    await decide('accept-all');
    await signIn(anna);
    expect(consent.state()).toMatchObject({ undecided: false, ...both });
    expect(entries.get(anna)).toMatchObject([
      { ledger: 'account', action: 'accept-all', carriedFrom: entries.get('computer')?.[0]?.id },
    ]);
    signOut();
    expect(consent.state()).toMatchObject(both);
    await signIn(ilya);
    expect(consent.state()).toMatchObject({ undecided: true, ...nothing });
    await decide('reject-all');
    signOut();
    await signIn(anna);
    expect(consent.state()).toMatchObject({ undecided: false, ...both });
    expect(entries.get(anna)).toHaveLength(1);
  });

  it('F3: a withdrawal holds at once, is written down, and answers what was deleted', async () => {
    const { consent, decide, signIn, entries, sweeps, rules } = consentScene();
    await consent.load();
    await decide('accept-all');
    await signIn(anna);
    sweeps.sweeps = 0;
    rules.length = 0;
    const outcome = await decide('choose', { functional: false, advertisement: true }, 'categories');
    expect(outcome).toMatchObject({ value: { removed: [{ name: 'lr_usage', kind: 'cookie' }] } });
    expect(entries.get(anna)?.at(-1)).toMatchObject({
      action: 'withdraw',
      before: both,
      after: { functional: false, advertisement: true },
      options: ['functional', 'advertisement', 'signal'],
    });
    expect([sweeps.sweeps, rules]).toEqual([1, ['[false,true,true,false] [false,false,true,false]']]);
    await decide('choose', both, 'categories');
    expect([sweeps.sweeps, entries.get(anna)?.at(-1)?.action]).toEqual([1, 'choose']);
  });

  it('F3: a withdrawal that the disk refuses holds all the same, and says that it is not written', async () => {
    const { consent, decide, kept } = consentScene();
    await consent.load();
    await decide('accept-all');
    kept.world.fault = 'disk-full';
    expect(await decide('choose', nothing, 'categories')).toEqual(fail('disk-full'));
    expect(consent.state()).toMatchObject({ undecided: false, ...nothing });
    expect(await decide('accept-all')).toEqual(fail('disk-full'));
    expect(consent.state()).toMatchObject(nothing);
  });

  it('F2: after six months asked again, with only what is essential meanwhile, also while the app runs', async () => {
    const { consent, decide, signIn, clock, views } = consentScene();
    await consent.load();
    await signIn(anna);
    await decide('accept-all');
    clock.turn(200 * dayMs);
    consent.look();
    expect(views.at(-1)).toMatchObject({ question: 'expired', ...nothing });
    expect(consent.state()).toMatchObject({ undecided: false, ...nothing });
  });

  it('F5: a major version asks again with what changed; a minor one is told until it was read', async () => {
    const { consent, decide, setLists } = consentScene();
    await consent.load();
    await decide('accept-all');
    const minor: PolicyVersion = { ...policy, version: '2023-2', change: 'minor', inForceFrom: '2023-11-14' };
    setLists({ policies: [minor, policy], items: null });
    expect(await consent.read()).toMatchObject({ value: { question: null, notice: { kind: 'changed' } } });
    expect(await consent.told()).toMatchObject({ value: { question: null, notice: null } });
    const major: PolicyVersion = { ...minor, version: '2023-3', change: 'major' };
    setLists({ policies: [major, minor, policy], items: null });
    expect(await consent.read()).toMatchObject({
      value: { question: 'policy-changed', newVersions: [{ version: '2023-3' }, { version: '2023-2' }], ...nothing },
    });
  });
});

describe('the opt-out signal', () => {
  it('F2: without a choice it decides: essential only, nobody is asked, and the ledger says so', async () => {
    const { consent, entries } = consentScene();
    await consent.load();
    await consent.signal({ on: true, language: 'en' });
    expect(await consent.read()).toMatchObject({ value: { question: null, signalHonoured: true, optOutSignal: true } });
    expect(consent.state()).toEqual({ undecided: false, ...nothing, optOutSignal: true });
    expect(entries.get('computer')).toMatchObject([{ action: 'signal', after: nothing }]);
  });

  it('F2: an explicit choice outranks it: the signal is sent, and what was chosen stays', async () => {
    const { consent, decide, entries } = consentScene();
    await consent.load();
    await decide('accept-all');
    await consent.signal({ on: true, language: 'en' });
    expect(consent.state()).toEqual({ undecided: false, ...both, optOutSignal: true });
    expect(entries.get('computer')).toHaveLength(1);
  });

  it('F2: said for the computer it holds for accounts that have not said, who are then not asked', async () => {
    const { consent, signIn, signOut, entries } = consentScene();
    await consent.load();
    await consent.signal({ on: true, language: 'en' });
    await signIn(anna);
    signOut();
    await signIn(ilya);
    expect(consent.state()).toEqual({ undecided: false, ...nothing, optOutSignal: true });
    expect(entries.get(ilya)).toMatchObject([{ action: 'signal', carriedFrom: null }]);
  });
});

describe('a ledger that was tampered with', () => {
  it('F5: cut at its end it is reported, holds no more, and shows a gap for ever', async () => {
    const { consent, decide, entries, kept } = consentScene();
    await consent.load();
    await decide('reject-all');
    await decide('accept-all');
    entries.get('computer')?.pop();
    const again = consentScene(kept);
    await again.consent.load();
    expect(await again.consent.read()).toMatchObject({ value: { question: 'ledger-broken', isChainIntact: false } });
    await again.decide('reject-all');
    expect(entries.get('computer')?.map(({ sequence }) => sequence)).toEqual([1, 3]);
    expect(await again.consent.read()).toMatchObject({ value: { question: null, isChainIntact: false } });
  });

  it('F5: it is exported whole, with how to check it', async () => {
    const { consent, decide, sweeps } = consentScene();
    await consent.load();
    await decide('reject-all');
    expect(await consent.export({ title: 'Privacy choices' })).toEqual(ok({ entryCount: 1 }));
    expect(sweeps.files).toEqual(['Privacy choices.json']);
    expect(JSON.parse(sweeps.saved)).toMatchObject({ format: 'lectoroom-consent-ledger', entries: [{ sequence: 1 }] });
  });
});
