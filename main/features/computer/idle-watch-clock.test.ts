import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hour, minute, second, startIdleWatch } from '../../../tests/support/idle-bench.ts';
import { warningMsOf } from './idle-watch.ts';

describe('sleep and the wall clock', () => {
  it.each(['check', 'active', 'stay'] as const)(
    'A9: asleep past the deadline: the first call on waking (%s) ends it',
    (call) => {
      const { clock, events, watch } = startIdleWatch();
      clock.advance(minute);
      clock.turn(15 * minute);
      watch[call]();
      expect(events).toEqual(['idle']);
      watch.active();
      watch.stay();
      clock.advance(hour);
      expect(events).toEqual(['idle']);
    },
  );

  it('A9: asleep past the deadline and nobody says it woke up: seen within 15 seconds', () => {
    const { clock, events } = startIdleWatch();
    clock.turn(15 * minute);
    clock.advance(15 * second);
    expect(events).toEqual(['idle']);
  });

  it('A9: asleep into the last minute: warned on waking, with what is left', () => {
    const { clock, events, watch } = startIdleWatch();
    clock.turn(14 * minute + 20 * second);
    watch.check();
    expect(events).toEqual([40]);
    clock.advance(40 * second);
    expect(events).toEqual([40, 'off', 'idle']);
  });

  it('A9: asleep during the warning: ended on waking; a short nap shortens what is left', () => {
    const { clock, events, watch } = startIdleWatch();
    clock.advance(14 * minute);
    clock.turn(20 * second);
    watch.check();
    clock.advance(30 * second);
    expect(events).toEqual([60]);
    clock.turn(10 * second);
    watch.active();
    expect(events).toEqual([60, 'off', 'idle']);
  });

  it('A9: a short sleep is no sign of use', () => {
    const { clock, events, watch } = startIdleWatch();
    clock.turn(10 * minute);
    watch.check();
    clock.advance(4 * minute + 15 * second);
    expect(events).toHaveLength(1);
    clock.advance(minute);
    expect(events.at(-1)).toBe('idle');
  });

  it('A9: a clock turned back gives no more time than there was, and the warning comes all the same', () => {
    const { clock, events, watch } = startIdleWatch();
    clock.advance(5 * minute);
    clock.turn(-24 * hour);
    watch.check();
    clock.advance(9 * minute);
    expect(events).toEqual([60]);
    clock.advance(minute);
    expect(events).toEqual([60, 'off', 'idle']);
  });

  it('A9: a clock turned back again and again does not put it off', () => {
    const { clock, events, watch } = startIdleWatch();
    for (let times = 0; times < 90; times += 1) {
      clock.turn(-hour);
      watch.check();
      clock.advance(10 * second);
    }
    expect(events.at(-1)).toBe('idle');
  });

  it('A9: a clock turned back during the warning: the warning says what can be left at most', () => {
    const { clock, events, watch } = startIdleWatch();
    clock.advance(14 * minute + 30 * second);
    clock.turn(-hour);
    watch.check();
    expect(events).toEqual([60, 60]);
    clock.advance(30 * second);
    expect(events).toEqual([60, 60, 'off', 'idle']);
  });

  it('A9: a clock turned forward past the deadline ends it', () => {
    const { clock, events, watch } = startIdleWatch();
    clock.turn(24 * 365 * hour);
    watch.active();
    expect(events).toEqual(['idle']);
  });

  it('A9: whatever happens to the clock and without a sign of use, it ends once and after the idle time at the latest', () => {
    const step = fc.record({
      turnMs: fc.integer({ min: -hour, max: 20 * minute }),
      runMs: fc.integer({ max: minute, min: 1 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), fc.integer({ min: 1, max: 30 }), (steps, minutes) => {
        const idleMs = minutes * minute;
        const { clock, events, watch } = startIdleWatch(idleMs);
        let ranMs = 0;
        for (const { turnMs, runMs } of steps) {
          clock.turn(turnMs);
          watch.check();
          clock.advance(runMs);
          ranMs += runMs;
        }
        clock.advance(Math.max(0, idleMs - ranMs));
        expect(events.filter((event) => event === 'idle')).toHaveLength(1);
        expect(events.at(-1)).toBe('idle');
        const warnings = events.filter((event) => typeof event === 'number');
        expect(Math.max(0, ...warnings)).toBeLessThanOrEqual(warningMsOf(idleMs) / second);
      }),
    );
  });
});
