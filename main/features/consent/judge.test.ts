import { describe, expect, it } from 'vitest';
import type { PolicyVersion } from '../../../contract/api/policies.ts';
import type { ConsentEntry } from '../../../contract/domain/consent.ts';
import { judgeConsent, monthsAfter } from './judge.ts';

const text = { en: 'a'.repeat(64), ru: 'b'.repeat(64) };
const version = (name: string, change: PolicyVersion['change'], inForceFrom: string): PolicyVersion => ({
  version: name,
  publishedOn: '2026-01-01',
  inForceFrom,
  change,
  changes: [],
  textSha256: text,
});
const first = version('1', 'first', '2026-01-01');
const minor = version('2', 'minor', '2026-04-01');
const major = version('3', 'major', '2026-05-01');

function entry(part: Partial<ConsentEntry> = {}): ConsentEntry {
  return {
    sequence: 1,
    id: '00000000-0000-4000-8000-000000000000',
    ledger: 'account',
    policyVersion: '1',
    policyTextSha256: text.en,
    language: 'en',
    appVersion: '1',
    options: [],
    action: 'accept-all',
    before: null,
    after: { functional: true, advertisement: true },
    decidedAt: '2026-03-12T10:00:00.000Z',
    carriedFrom: null,
    previousHash: '',
    hash: '',
    ...part,
  };
}
const judge = (now: string, part: Partial<Parameters<typeof judgeConsent>[0]> = {}) =>
  judgeConsent({
    last: entry(),
    isEndSound: true,
    policies: [first],
    told: [],
    nowMs: Date.parse(now),
    ...part,
  });
const nothing = { functional: false, advertisement: false };
const both = { functional: true, advertisement: true };

describe('which choice holds', () => {
  it('F1: nobody has chosen: asked, undecided, nothing allowed', () => {
    expect(judge('2026-03-12T10:00:00Z', { last: null })).toMatchObject({
      question: 'first',
      isUndecided: true,
      allowed: nothing,
      asksAgainAtMs: null,
    });
  });

  it('F2: a choice is kept six months to the millisecond, a refusal too, then asked again with only what is essential', () => {
    expect(judge('2026-09-12T09:59:59.999Z')).toMatchObject({ question: null, allowed: both });
    expect(judge('2026-09-12T10:00:00Z')).toMatchObject({ question: 'expired', isUndecided: false, allowed: nothing });
    const refusal = entry({ action: 'reject-all', after: nothing });
    expect(judge('2026-09-12T09:00:00Z', { last: refusal })).toMatchObject({ question: null, allowed: nothing });
    expect(judge('2026-09-12T10:00:00Z', { last: refusal }).question).toBe('expired');
  });

  it('F2: six months after the last of August is the last of February', () => {
    const after = (from: string) => new Date(monthsAfter(Date.parse(from), 6)).toISOString();
    expect(after('2026-08-31T23:30:00.000Z')).toBe('2027-02-28T23:30:00.000Z');
    expect(after('2027-08-31T00:00:00.000Z')).toBe('2028-02-29T00:00:00.000Z');
    expect(after('2026-10-15T12:00:00.000Z')).toBe('2027-04-15T12:00:00.000Z');
  });

  it('F5: a major version is announced before its date, and asked about from it, with what came since', () => {
    const policies = [major, minor, first];
    expect(judge('2026-04-30T23:59:59Z', { policies })).toMatchObject({
      question: null,
      allowed: both,
      policy: minor,
      notice: { kind: 'announced', version: major },
    });
    expect(judge('2026-05-01T00:00:00Z', { policies })).toMatchObject({
      question: 'policy-changed',
      isUndecided: false,
      allowed: nothing,
      policy: major,
      newVersions: [major, minor],
    });
    const chosenAnew = entry({ policyVersion: '3', decidedAt: '2026-05-01T08:00:00.000Z' });
    expect(judge('2026-05-02T00:00:00Z', { policies, last: chosenAnew })).toMatchObject({
      question: null,
      notice: null,
    });
  });

  it('F5: a minor version is only told, once', () => {
    const policies = [minor, first];
    expect(judge('2026-04-02T00:00:00Z', { policies })).toMatchObject({
      question: null,
      allowed: both,
      notice: { kind: 'changed', version: minor },
    });
    expect(judge('2026-04-02T00:00:00Z', { policies, told: ['changed 2'] }).notice).toBeNull();
    expect(judge('2026-03-31T00:00:00Z', { policies }).notice).toBeNull();
  });

  it('F1: who agreed before the policy was known is asked when it is; who refused is not', () => {
    const blind = entry({ policyVersion: null, policyTextSha256: null });
    expect(judge('2026-03-13T00:00:00Z', { last: blind, policies: null })).toMatchObject({
      question: null,
      allowed: both,
    });
    expect(judge('2026-03-13T00:00:00Z', { last: blind })).toMatchObject({
      question: 'policy-changed',
      allowed: nothing,
    });
    const refused = entry({ policyVersion: null, after: nothing });
    expect(judge('2026-03-13T00:00:00Z', { last: refused }).question).toBeNull();
    expect(judge('2026-05-13T00:00:00Z', { last: refused, policies: [major, first] }).question).toBe('policy-changed');
  });

  it('F5: what a broken end of the ledger says does not hold', () => {
    expect(judge('2026-03-13T00:00:00Z', { isEndSound: false })).toMatchObject({
      question: 'ledger-broken',
      allowed: nothing,
    });
  });
});
