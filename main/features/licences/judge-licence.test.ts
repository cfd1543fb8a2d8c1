import { describe, expect, it } from 'vitest';
import { isDue, judgeLicence, latestAfterLooking } from './judge-licence.ts';

const day = 86_400_000;
const minute = 60_000;
const issuedMs = 1_700_000_000_000;
const iat = issuedMs / 1000;
const times = { iat, nbf: iat - 300, exp: iat + 30 * 86_400 };

describe('judging a licence', () => {
  it.each([
    ['at its issue', 0, 0, { kind: 'valid', daysLeft: 30 }],
    ['a moment later', 1, 0, { kind: 'valid', daysLeft: 30 }],
    ['by a clock four minutes behind the service', -4 * minute, 0, { kind: 'valid', daysLeft: 30 }],
    ['after a day', day, day, { kind: 'valid', daysLeft: 29 }],
    ['after a day and a bit', day + 1, day, { kind: 'valid', daysLeft: 29 }],
    ['on the last day', 29 * day + 1, 0, { kind: 'valid', daysLeft: 1 }],
    ['in its last millisecond', 30 * day - 1, 0, { kind: 'valid', daysLeft: 1 }],
    ['at its end', 30 * day, 0, { kind: 'expired' }],
    ['long after', 400 * day, 0, { kind: 'expired' }],
    ['five minutes before the latest moment known', 10 * day - 5 * minute, 10 * day, { kind: 'valid', daysLeft: 21 }],
    ['a little more than that before it', 10 * day - 5 * minute - 1, 10 * day, { kind: 'clock' }],
    ['run out, and the clock turned back', 6 * day, 40 * day, { kind: 'clock' }],
    ['run out by a clock that is behind all the same', 31 * day, 40 * day, { kind: 'clock' }],
    ['before it was issued, nothing else known', -6 * minute, null, { kind: 'clock' }],
    ['with nothing else known', day, null, { kind: 'valid', daysLeft: 29 }],
  ])('D9: %s', (_name, afterMs, latestAfterMs, view) => {
    const latestMs = latestAfterMs === null ? null : issuedMs + latestAfterMs;
    expect(judgeLicence(times, issuedMs + afterMs, latestMs)).toEqual(view);
  });

  it('D9: turning the clock back never wins a day', () => {
    const days = Array.from({ length: 46 }, (_, index) => index * day);
    const judged = days.flatMap((latest) =>
      days.map((now) => ({ now, latest, view: judgeLicence(times, issuedMs + now, issuedMs + latest) })),
    );
    const playable = judged.filter(({ view }) => view.kind === 'valid');
    expect(playable.filter(({ now, latest }) => now < latest || latest >= 30 * day)).toEqual([]);
    expect(playable).toHaveLength((30 * 31) / 2);
  });

  it.each([
    ['fresh', 0, false],
    ['at half of its time', 15 * day, false],
    ['with less than half of its time', 15 * day + 1, true],
    ['run out', 31 * day, true],
  ])('D9: %s, renewing is %s due', (_name, afterMs, due) => {
    const nowMs = issuedMs + afterMs;
    expect(isDue(times, judgeLicence(times, nowMs, null), nowMs)).toBe(due);
  });

  it('D9: none at all, and a clock that is wrong, are due', () => {
    expect(isDue(null, { kind: 'none' }, issuedMs)).toBe(true);
    expect(isDue(times, { kind: 'clock' }, issuedMs)).toBe(true);
  });
});

describe('what this computer’s clock teaches', () => {
  const known = { serviceMs: issuedMs, latestMs: issuedMs + 2 * day };
  it.each([
    ['a later moment is remembered', 3 * day, 3 * day],
    ['an earlier one is not', day, 2 * day],
    ['a jump of less than a year is believed', 364 * day, 364 * day],
    ['a jump of more than a year is not', 366 * day, 2 * day],
  ])('D9: %s', (_name, nowAfterMs, latestAfterMs) => {
    expect(latestAfterLooking(known, issuedMs + nowAfterMs)).toBe(issuedMs + latestAfterMs);
  });

  it('D9: before the service has ever been heard it teaches nothing', () => {
    expect(latestAfterLooking({ serviceMs: null, latestMs: null }, issuedMs)).toBeNull();
  });
});
