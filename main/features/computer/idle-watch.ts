import type { Clock } from '../../ports.ts';

/** What the idle watch needs. */
export interface IdleWatchDeps {
  readonly clock: Clock;
  /** How long nobody may have used the computer; null: as long as one likes. */
  readonly idleMs: () => number | null;
  /** Whether somebody is signed in. */
  readonly isWatching: () => boolean;
  /** The warning is on, with the moment of signing out in milliseconds since 1970, UTC; or off (null). Said only when it changed. */
  readonly onWarning: (signsOutAtMs: number | null) => void;
  /** Nobody has used the computer for too long; once, until `isWatching` has been false at a `check`. */
  readonly onIdle: () => void;
}

/**
 * Ends a session that nobody uses. Two bounds hold and the earlier one ends it: the wall clock, which goes on while the computer sleeps and its
 * timers do not, and a timer, which nobody can turn back.
 */
export interface IdleWatch {
  /** Somebody uses the computer or watches; comes too late after the deadline, and does not take a warning back. */
  active(): void;
  /** The answer to the warning: begins anew; comes too late after the deadline. */
  stay(): void;
  /** To be called when the computer woke up, the screen was unlocked, and at every change of the rules or of who is signed in. */
  check(): void;
  start(): void;
  stop(): void;
}

type State =
  | { readonly kind: 'stopped' }
  /** Nobody is signed in, or the rules set no end. */
  | { readonly kind: 'resting' }
  | { readonly kind: 'watching'; readonly idleMs: number; readonly deadlineMs: number; readonly warned: boolean }
  | { readonly kind: 'ended' };

const longestWarningMs = 60_000;

/** Without news of waking up, a deadline that passed in sleep is seen so late at most. */
const recheckMs = 15_000;

/** How long before the end the warning comes: a minute, or half of an idle time shorter than two. */
export function warningMsOf(idleMs: number): number {
  return Math.min(longestWarningMs, idleMs / 2);
}

/** Makes the idle watch; it does nothing before `start`. */
export function createIdleWatch(deps: IdleWatchDeps): IdleWatch {
  const { clock } = deps;
  let state: State = { kind: 'stopped' };
  let toldMs: number | null = null;
  /** The bounds that run whatever the wall clock says; only activity or other rules set them anew. */
  let bounds: readonly (() => void)[] = [];
  let cancelRecheck: (() => void) | null = null;

  function tell(signsOutAtMs: number | null): void {
    if (signsOutAtMs === toldMs) return;
    toldMs = signsOutAtMs;
    deps.onWarning(signsOutAtMs);
  }

  function become(next: State): void {
    for (const cancel of bounds) cancel();
    bounds = [];
    state = next;
    recheckSoon();
  }

  function rest(kind: 'stopped' | 'resting'): void {
    become({ kind });
    tell(null);
  }

  function end(): void {
    if (!deps.isWatching()) return rest('resting');
    become({ kind: 'ended' });
    tell(null);
    deps.onIdle();
  }

  function watch(idleMs: number, leftMs: number): void {
    if (leftMs <= 0) return end();
    const untilWarningMs = leftMs - warningMsOf(idleMs);
    const deadlineMs = clock.nowMs() + leftMs;
    const warned = untilWarningMs <= 0;
    become({ kind: 'watching', idleMs, deadlineMs, warned });
    bounds = [clock.after(leftMs, end), ...(warned ? [] : [clock.after(untilWarningMs, warn)])];
    tell(warned ? deadlineMs : null);
  }

  function warn(): void {
    if (state.kind !== 'watching' || !deps.isWatching()) return;
    const { idleMs, deadlineMs } = state;
    watch(idleMs, Math.min(deadlineMs - clock.nowMs(), warningMsOf(idleMs)));
  }

  function recheckSoon(): void {
    cancelRecheck?.();
    cancelRecheck = state.kind === 'watching' ? clock.after(recheckMs, check) : null;
  }

  function check(): void {
    if (state.kind === 'stopped') return;
    const isWatching = deps.isWatching();
    if (isWatching && state.kind === 'ended') return;
    const idleMs = isWatching ? deps.idleMs() : null;
    if (idleMs === null) rest('resting');
    else if (state.kind !== 'watching') watch(idleMs, idleMs);
    else if (state.idleMs !== idleMs) watch(idleMs, idleMs - elapsedMs(state, clock.nowMs()));
    else compare(state);
  }

  /** Holds the wall clock against the deadline. */
  function compare({ idleMs, deadlineMs, warned }: Extract<State, { kind: 'watching' }>): void {
    const nowMs = clock.nowMs();
    const leftMs = deadlineMs - nowMs;
    const mostMs = warned ? warningMsOf(idleMs) : idleMs;
    if (leftMs <= 0) end();
    else if (!warned && leftMs <= warningMsOf(idleMs)) warn();
    else {
      // A clock turned back: more than there can be is not left, and the timers know better.
      if (leftMs > mostMs) state = { kind: 'watching', idleMs, deadlineMs: nowMs + mostMs, warned };
      if (warned) tell(Math.min(deadlineMs, nowMs + mostMs));
      recheckSoon();
    }
  }

  function renew(evenWarned: boolean): void {
    check();
    if (state.kind === 'watching' && (evenWarned || !state.warned)) watch(state.idleMs, state.idleMs);
  }

  return {
    active: () => renew(false),
    stay: () => renew(true),
    check,
    start() {
      if (state.kind === 'stopped') rest('resting');
      check();
    },
    stop: () => rest('stopped'),
  };
}

function elapsedMs({ idleMs, deadlineMs }: { idleMs: number; deadlineMs: number }, nowMs: number): number {
  return Math.max(0, idleMs - (deadlineMs - nowMs));
}
