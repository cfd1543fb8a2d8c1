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
  const timers = new Map<LectureId, () => void>();

  function takeOff(id: LectureId): void {
    timers.get(id)?.();
    timers.delete(id);
  }

  return {
    takeOff,
    add(id, error) {
      takeOff(id);
      const attempt = attempts.get(id) ?? 0;
      attempts.set(id, attempt + 1);
      timers.set(
        id,
        deps.clock.after(waitBeforeMs(attempt, error, deps.random()), () => deps.onDue(id)),
      );
    },
    forget(id) {
      takeOff(id);
      attempts.delete(id);
    },
    ids: () => [...timers.keys()],
    clear() {
      for (const id of timers.keys()) takeOff(id);
      attempts.clear();
    },
  };
}
