import type { LectureId } from '../../../contract/domain/ids.ts';
import type { AppError } from '../../../contract/result.ts';
import type { Clock } from '../../ports.ts';
import { waitBeforeMs } from './retry-policy.ts';

/** Downloads that wait before they are tried again, and how often each was tried in vain. */
export interface WaitingList {
  /** Tries it again by and by: later each time. */
  add(id: LectureId, error: AppError): void;
  /** Takes it off the list; it keeps its count of attempts. */
  takeOff(id: LectureId): void;
  /** Takes it off and begins its count anew: it succeeded, or the person decided. */
  forget(id: LectureId): void;
  ids(): readonly LectureId[];
  /** When it is tried again (milliseconds since 1970, UTC); null when it does not wait. */
  dueAtMs(id: LectureId): number | null;
  clear(): void;
}

/** Makes a waiting list; `onDue` runs when a download's time has come. */
export function createWaitingList(deps: {
  readonly clock: Clock;
  /** In [0, 1). */
  readonly random: () => number;
  readonly onDue: (id: LectureId) => void;
}): WaitingList {
  const attempts = new Map<LectureId, number>();
  const timers = new Map<LectureId, { readonly cancel: () => void; readonly dueAtMs: number }>();

  function takeOff(id: LectureId): void {
    timers.get(id)?.cancel();
    timers.delete(id);
  }

  return {
    takeOff,
    add(id, error) {
      takeOff(id);
      const attempt = attempts.get(id) ?? 0;
      attempts.set(id, attempt + 1);
      const waitMs = waitBeforeMs(attempt, error, deps.random());
      const cancel = deps.clock.after(waitMs, () => deps.onDue(id));
      timers.set(id, { cancel, dueAtMs: deps.clock.nowMs() + waitMs });
    },
    forget(id) {
      takeOff(id);
      attempts.delete(id);
    },
    ids: () => [...timers.keys()],
    dueAtMs: (id) => timers.get(id)?.dueAtMs ?? null,
    clear() {
      for (const id of timers.keys()) takeOff(id);
      attempts.clear();
    },
  };
}
