import {
  dayAfter,
  dayStartMs,
  localDay,
  type LocalDay,
  type OffsetMinutes,
} from '../../../contract/domain/local-day.ts';
import type { Result } from '../../../contract/result.ts';
import type { PurgedHistory } from '../../history-ports.ts';
import type { Clock, Log } from '../../ports.ts';

/** What deleting what is too old needs. */
export interface PurgeDeps {
  /** Deletes some of what is too old. */
  readonly purge: (today: LocalDay, keepDays: number | null) => Promise<Result<PurgedHistory>>;
  /** What the log calls it. */
  readonly name: 'history' | 'network';
  readonly clock: Clock;
  readonly log: Log;
  readonly offsetMinutes: OffsetMinutes;
  /** Null: nothing is ever too old. */
  readonly retentionDays: () => number | null;
  readonly onChange: () => void;
}

/** Deletes what is too old: when an account opens, and with every new day. */
export interface Purge {
  open(): void;
  /** Looks whether the day is another. */
  look(): void;
  /** When it will look next for what is too old (milliseconds since 1970, UTC); null when nothing is. */
  nextAtMs(): number | null;
  close(): Promise<void>;
}

/** Timers know nothing of sleep, of a clock that is set, or of another time zone: it looks at least so often. */
const lookEveryMs = 3_600_000;

/** Makes it. */
export function createPurge(deps: PurgeDeps): Purge {
  const { clock, log, offsetMinutes } = deps;
  let isOpen = false;
  let purgedDay: LocalDay | null = null;
  let callOff: () => void = () => undefined;
  let running: Promise<void> = Promise.resolve();

  const today = (): LocalDay => localDay(clock.nowMs(), offsetMinutes);
  const tomorrowMs = (): number => dayStartMs(dayAfter(today(), 1), offsetMinutes);

  async function run(day: LocalDay): Promise<void> {
    let count = 0;
    for (let hasMore = true; hasMore;) {
      const deleted = await deps.purge(day, deps.retentionDays());
      if (!deleted.ok) {
        log.warn(`${deps.name}.not-purged`, { code: deleted.error.code });
        // Once more at the next look.
        if (purgedDay === day) purgedDay = null;
        return;
      }
      count += deleted.value.count;
      hasMore = isOpen && deleted.value.hasMore;
    }
    log.info(`${deps.name}.purged`, { count });
    deps.onChange();
  }

  function look(): void {
    if (!isOpen) return;
    const day = today();
    if (day !== purgedDay) {
      purgedDay = day;
      running = running.then(() => (isOpen ? run(day) : undefined));
    }
    callOff();
    callOff = clock.after(Math.min(tomorrowMs() - clock.nowMs(), lookEveryMs), look);
  }

  return {
    open() {
      isOpen = true;
      purgedDay = null;
      look();
    },
    look,
    nextAtMs: () => (isOpen && deps.retentionDays() !== null ? tomorrowMs() : null),
    async close() {
      isOpen = false;
      callOff();
      await running;
    },
  };
}
