import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { advanceClock, latestWallMs, laterStamp, mostDriftMs, Stamp, stampAfter } from './stamp.ts';

const nowMs = Date.UTC(2026, 10, 23);
const dayMs = 86_400_000;
const first = stampAfter({ nowMs, deviceId: 'one', clock: null, seen: null });

describe('stamps', () => {
  it('E4: sort as text by time, then by count, then by computer', () => {
    const again = stampAfter({ nowMs, deviceId: 'one', clock: first, seen: null });
    const later = stampAfter({ nowMs: nowMs + 1, deviceId: 'one', clock: again, seen: null });
    const other = stampAfter({ nowMs, deviceId: 'two', clock: null, seen: null });
    expect([later, other, again, first].toSorted()).toEqual([first, other, again, later]);
    expect(Stamp.parse(later)).toBe(later);
  });

  it('E4: a clock that was turned back a little goes on counting; one that was turned back far begins anew', () => {
    const back = (byMs: number) => stampAfter({ nowMs: nowMs - byMs, deviceId: 'one', clock: first, seen: null });
    expect(back(mostDriftMs) > first).toBe(true);
    expect(back(mostDriftMs + 1) < first).toBe(true);
  });

  it('E4: what is stamped far ahead is followed in that one thing, and drags the computer’s clock along no further than the drift', () => {
    const ahead = stampAfter({ nowMs: nowMs + 5 * dayMs, deviceId: 'two', clock: null, seen: null });
    expect(stampAfter({ nowMs, deviceId: 'one', clock: first, seen: ahead }) > ahead).toBe(true);
    expect(advanceClock(first, ahead, nowMs)).toBe(first);
    const near = stampAfter({ nowMs: nowMs + mostDriftMs, deviceId: 'two', clock: null, seen: null });
    expect(advanceClock(first, near, nowMs)).toBe(near);
    expect(stampAfter({ nowMs, deviceId: 'one', clock: near, seen: null }) > near).toBe(true);
  });

  it('E4: a clock beyond the last stamp or before the first still makes stamps that are taken', () => {
    for (const wild of [-dayMs, 0, 1.5, latestWallMs, latestWallMs * 3]) {
      const stamp = stampAfter({ nowMs: wild, deviceId: 'one', clock: null, seen: null });
      expect(Stamp.safeParse(stamp).success).toBe(true);
    }
    expect(Stamp.safeParse('zzzzzzzzz.0000.one').success).toBe(false);
    expect(Stamp.safeParse('000000000.0000.').success).toBe(false);
  });

  it('E4: a new stamp is later than what was seen, whatever the clocks show', () => {
    const wall = fc.integer({ min: 0, max: latestWallMs - 1 });
    fc.assert(
      fc.property(wall, wall, fc.integer({ min: 1, max: 40 }), (seenMs, atMs, times) => {
        let seen = stampAfter({ nowMs: seenMs, deviceId: 'two', clock: null, seen: null });
        for (let count = 0; count < times; count += 1) {
          const next = stampAfter({ nowMs: atMs, deviceId: 'one', clock: null, seen });
          expect(next > seen).toBe(true);
          expect(laterStamp(seen, next)).toBe(next);
          seen = next;
        }
      }),
    );
  });

  it('E4: when the counter is full, the next millisecond is taken', () => {
    const full = Stamp.parse(`${first.slice(0, 9)}.zzzz.one`);
    expect(stampAfter({ nowMs, deviceId: 'one', clock: null, seen: full }) > full).toBe(true);
  });
});
