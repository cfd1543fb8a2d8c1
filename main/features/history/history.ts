import type { HistoryPage, HistoryRemoval, HistoryRemoved, HistoryState } from '../../../contract/domain/history.ts';
import type { DeviceId, LectureId } from '../../../contract/domain/ids.ts';
import { dayStartMs, localDay, type OffsetMinutes } from '../../../contract/domain/local-day.ts';
import type { Settings } from '../../../contract/domain/settings.ts';
import { spansLengthMs, type Span } from '../../../contract/domain/span.ts';
import { done, fail, ok } from '../../../contract/result.ts';
import type { Result } from '../../../contract/result.ts';
import type { HistoryQuery } from '../../history-ports.ts';
import type { Clock, Library, Log } from '../../ports.ts';
import { createPurge } from './purge.ts';

/** What the watch history needs. */
export interface HistoryDeps {
  readonly library: Pick<Library, 'history'>;
  readonly clock: Clock;
  readonly log: Log;
  readonly offsetMinutes: OffsetMinutes;
  readonly settings: () => Pick<Settings, 'keepHistory' | 'historyRetentionDays'>;
  readonly deviceId: () => Promise<Result<DeviceId>>;
  readonly onChange: () => void;
  /** What was removed is gone for good. */
  readonly onForgotten: () => void;
}

/** What was told of a lecture that is watched. */
export interface SavedPlace {
  readonly lectureId: LectureId;
  readonly positionMs: number;
  readonly watched: readonly Span[];
}

/** What was watched and when, of the open account. */
export interface History {
  /** A place was saved; kept if the person wants a history. Fails nobody: what could not be kept is only logged. */
  saved(place: SavedPlace): Promise<void>;
  list(query: HistoryQuery): Promise<Result<HistoryPage>>;
  remove(removal: HistoryRemoval): Promise<Result<HistoryRemoved>>;
  undo(removalId: number): Promise<Result<null>>;
  state(): Promise<Result<HistoryState>>;
  /** An account was opened: what is too old goes, now and every day. */
  open(): void;
  /** The computer woke: the day may be another. */
  wake(): void;
  /** The account is being closed; what could be undone goes with its library. */
  close(): Promise<void>;
}

/** So long what was removed can be had back: longer than any notice offers it. */
export const undoMs = 60_000;

/** Makes the watch history. */
export function createHistory(deps: HistoryDeps): History {
  const { library, clock, offsetMinutes } = deps;
  let removalCount = 0;
  const forgetting = new Map<number, () => void>();
  const purge = createPurge({
    ...deps,
    name: 'history',
    purge: (today, keepDays) => library.history.purge(today, keepDays),
    retentionDays: () => deps.settings().historyRetentionDays,
  });

  async function keep({ lectureId, positionMs, watched }: SavedPlace): Promise<Result<boolean>> {
    // Asked for before anything is waited for: it was watched now.
    const nowMs = clock.nowMs();
    const device = await deps.deviceId();
    if (!device.ok) return device;
    const day = localDay(nowMs, offsetMinutes);
    const watchedMs = spansLengthMs(watched);
    return library.history.record({
      lectureId,
      deviceId: device.value,
      nowMs,
      day,
      watchedMs,
      startedAtMs: Math.max(nowMs - watchedMs, dayStartMs(day, offsetMinutes)),
      offsetMinutes: offsetMinutes(nowMs),
      fromMs: watched[0]?.startMs ?? positionMs,
      toMs: positionMs,
    });
  }

  function forgetLater(removalId: number): void {
    const callOff = clock.after(undoMs, () => {
      forgetting.delete(removalId);
      void library.history.forget(removalId).then(deps.onForgotten);
    });
    forgetting.set(removalId, callOff);
  }

  return {
    async saved(place) {
      if (!deps.settings().keepHistory) return;
      const kept = await keep(place);
      if (!kept.ok) deps.log.warn('history.not-kept', { code: kept.error.code });
      else if (kept.value) deps.onChange();
    },
    list: (query) => library.history.list(query),
    async remove(removal) {
      removalCount += 1;
      const removalId = removalCount;
      const count = await library.history.remove(removal, removalId, clock.nowMs());
      if (!count.ok) return count;
      forgetLater(removalId);
      deps.onChange();
      return ok({ removalId, count: count.value });
    },
    async undo(removalId) {
      const callOff = forgetting.get(removalId);
      if (callOff === undefined) return fail('not-found');
      const restored = await library.history.restore(removalId);
      if (!restored.ok) return restored;
      callOff();
      forgetting.delete(removalId);
      deps.onChange();
      // The worker that remembered it may have had to be started again.
      return restored.value === 0 ? fail('not-found') : done;
    },
    async state() {
      const count = await library.history.count();
      return count.ok ? ok({ count: count.value, nextPurgeAtMs: purge.nextAtMs() }) : count;
    },
    open: purge.open,
    wake: purge.look,
    async close() {
      for (const callOff of forgetting.values()) callOff();
      forgetting.clear();
      await purge.close();
    },
  };
}
