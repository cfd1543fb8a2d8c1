import { describe, expect, it } from 'vitest';
import { createFakeClock } from '../../../tests/fakes/fake-clock.ts';
import { hour, minute, second, startIdleWatch } from '../../../tests/support/idle-bench.ts';
import { createIdleWatch } from './idle-watch.ts';

describe('signing out when idle', () => {
  it.each([
    [15 * minute, 14 * minute, 60],
    [2 * minute, minute, 60],
    [minute, 30 * second, 30],
  ])('A9: of %i ms nothing for %i ms, then a warning of %i s, then once the end', (idleMs, quietMs, warningSeconds) => {
    const { clock, events } = startIdleWatch(idleMs);
    clock.advance(quietMs - 1);
    expect(events).toEqual([]);
    clock.advance(1);
    expect(events).toEqual([warningSeconds]);
    clock.advance(warningSeconds * second - 1);
    expect(events).toEqual([warningSeconds]);
    clock.advance(1);
    expect(events).toEqual([warningSeconds, 'off', 'idle']);
    clock.advance(24 * hour);
    expect(events).toEqual([warningSeconds, 'off', 'idle']);
    expect(clock.pendingMs()).toEqual([]);
  });

  it('A9: whoever watches for hours is never warned, and has the whole time after the last sign of them', () => {
    const { clock, events, watch } = startIdleWatch();
    for (let atMs = 0; atMs < 6 * hour; atMs += 10 * second) {
      clock.advance(10 * second);
      watch.active();
    }
    expect(events).toEqual([]);
    expect(clock.pendingMs()).toHaveLength(3);
    clock.advance(15 * minute);
    expect(events).toEqual([60, 'off', 'idle']);
  });

  it('A9: a warning is taken back by the answer alone, not by a mouse that moved', () => {
    const { clock, events, watch } = startIdleWatch();
    clock.advance(14 * minute + 30 * second);
    watch.active();
    expect(events).toEqual([60]);
    watch.stay();
    expect(events).toEqual([60, 'off']);
    clock.advance(14 * minute);
    expect(events).toEqual([60, 'off', 60]);
    for (let times = 0; times < 6; times += 1) {
      watch.active();
      clock.advance(10 * second);
    }
    expect(events).toEqual([60, 'off', 60, 'off', 'idle']);
  });

  it('A9: an idle time of never watches nothing', () => {
    const { clock, events, watch } = startIdleWatch(null);
    watch.active();
    clock.advance(24 * hour);
    expect([events, clock.pendingMs()]).toEqual([[], []]);
  });

  it('A9: nothing happens before the start and after the stop', () => {
    const { clock, events, watch } = startIdleWatch();
    clock.advance(14 * minute);
    watch.stop();
    watch.active();
    watch.stay();
    watch.check();
    clock.advance(hour);
    expect([events, clock.pendingMs()]).toEqual([[60, 'off'], []]);
    watch.start();
    clock.advance(15 * minute);
    expect(events).toEqual([60, 'off', 60, 'off', 'idle']);
  });
});

describe('changes meanwhile', () => {
  it.each([
    ['never: the warning is off and nothing follows', null, ['off']],
    ['longer: the warning is off, and it ends so long after the last use', 30 * minute, ['off', 60, 'off', 'idle']],
    ['shorter than it already lasts: it ends', 5 * minute, ['off', 'idle']],
  ] as const)('A9: rules changed during a warning to %s', (_, idleMs, then) => {
    const { clock, now, events, watch } = startIdleWatch();
    clock.advance(14 * minute + 30 * second);
    now.idleMs = idleMs;
    watch.check();
    clock.advance(15 * minute + 30 * second);
    expect(events).toEqual([60, ...then]);
    expect(clock.pendingMs()).toEqual([]);
  });

  it('A9: shorter rules in the middle count from the last use', () => {
    const { clock, now, events, watch } = startIdleWatch();
    clock.advance(3 * minute);
    now.idleMs = 5 * minute;
    watch.check();
    clock.advance(minute);
    expect(events).toEqual([60]);
    clock.advance(minute);
    expect(events).toEqual([60, 'off', 'idle']);
  });

  it('A9: signed out during a warning: it is off; the next to sign in has the whole time', () => {
    const { clock, now, events, watch } = startIdleWatch();
    clock.advance(14 * minute + 30 * second);
    now.signedIn = false;
    watch.check();
    expect(events).toEqual([60, 'off']);
    clock.advance(hour);
    watch.active();
    expect([events, clock.pendingMs()]).toEqual([[60, 'off'], []]);
    now.signedIn = true;
    watch.check();
    clock.advance(15 * minute - 1);
    expect(events).toEqual([60, 'off', 60]);
    clock.advance(1);
    expect(events.at(-1)).toBe('idle');
  });

  it.each([13.9, 14.9])(
    'A9: signed out after %d minutes and nobody said so: nobody is warned or signed out',
    (minutes) => {
      const { clock, now, events } = startIdleWatch();
      clock.advance(minutes * minute);
      const before = [...events];
      now.signedIn = false;
      clock.advance(hour);
      expect(events).toEqual(before.length === 0 ? [] : [...before, 'off']);
      expect(clock.pendingMs()).toEqual([]);
    },
  );

  it('A9: after the end it begins again with the next person, not before', () => {
    const { clock, now, events, watch } = startIdleWatch();
    clock.advance(15 * minute);
    watch.check();
    clock.advance(hour);
    expect(events).toEqual([60, 'off', 'idle']);
    now.signedIn = false;
    watch.check();
    now.signedIn = true;
    watch.check();
    clock.advance(15 * minute);
    expect(events).toEqual([60, 'off', 'idle', 60, 'off', 'idle']);
  });

  it('A9: a sign-out that answers at once, from within the end, is understood', () => {
    const clock = createFakeClock();
    let signedIn = true;
    let ended = 0;
    const watch = createIdleWatch({
      clock,
      idleMs: () => minute,
      isWatching: () => signedIn,
      onWarning: () => watch.check(),
      onIdle: () => {
        ended += 1;
        signedIn = false;
        watch.check();
      },
    });
    watch.start();
    clock.advance(minute);
    signedIn = true;
    watch.active();
    clock.advance(minute);
    expect(ended).toBe(2);
  });
});
