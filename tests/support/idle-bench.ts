import { createIdleWatch } from '../../main/features/computer/idle-watch.ts';
import type { IdleWatch } from '../../main/features/computer/idle-watch.ts';
import { createFakeClock } from '../fakes/fake-clock.ts';
import type { FakeClock } from '../fakes/fake-clock.ts';

export const second = 1000;
export const minute = 60 * second;
export const hour = 60 * minute;

/** What an idle watch says: a warning as seconds from then, its withdrawal, the end. */
export type IdleEvent = number | 'off' | 'idle';

/** An idle watch with its world. */
export interface IdleBench {
  readonly clock: FakeClock;
  /** What holds now. */
  readonly now: { idleMs: number | null; signedIn: boolean };
  readonly events: IdleEvent[];
  readonly watch: IdleWatch;
}

/** A started watch over somebody signed in. */
export function startIdleWatch(idleMs: number | null = 15 * minute): IdleBench {
  const clock = createFakeClock();
  const now = { idleMs, signedIn: true };
  const events: IdleEvent[] = [];
  const watch = createIdleWatch({
    clock,
    idleMs: () => now.idleMs,
    isWatching: () => now.signedIn,
    onWarning: (atMs) => events.push(atMs === null ? 'off' : (atMs - clock.nowMs()) / second),
    onIdle: () => events.push('idle'),
  });
  watch.start();
  return { clock, now, events, watch };
}
