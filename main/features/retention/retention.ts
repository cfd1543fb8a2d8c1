import { keptDays, keptKinds } from '../../../contract/domain/data-kinds.ts';
import type { AgeSetting, AgingName } from '../../../contract/domain/data-kinds.ts';
import {
  dayAfter,
  dayStartMs,
  localDay,
  type LocalDay,
  type OffsetMinutes,
} from '../../../contract/domain/local-day.ts';
import type { Settings } from '../../../contract/domain/settings.ts';
import type { Clock, Log } from '../../ports.ts';
import type { Purge } from '../../retention-ports.ts';

/** What deleting by age needs. */
export interface RetentionDeps<Name extends AgingName> {
  readonly clock: Clock;
  readonly log: Log;
  readonly offsetMinutes: OffsetMinutes;
  readonly settings: () => Pick<Settings, AgeSetting>;
  /** One for each kind that ages, and for no other; after how many days is in the table of kinds. */
  readonly purges: Readonly<Record<Name, Purge>>;
  /** A kind was looked through to its end. */
  readonly onPurged: (name: Name) => void;
}

/** Deletes what is too old: when it is opened, and with every new day. */
export interface Retention {
  open(): void;
  /** Looks whether the day is another. */
  look(): void;
  /** When it will look next for what is too old (milliseconds since 1970, UTC); null while it is closed. */
  nextAtMs(): number | null;
  close(): Promise<void>;
}

/** Timers know nothing of sleep, of a clock that is set, or of another time zone: it looks at least so often. */
const lookEveryMs = 3_600_000;

/** Makes it. */
export function createRetention<Name extends AgingName>(deps: RetentionDeps<Name>): Retention {
  const { clock, log, offsetMinutes } = deps;
  let isOpen = false;
  let purgedDay: LocalDay | null = null;
  let callOff: () => void = () => undefined;
  let running: Promise<void> = Promise.resolve();

  const today = (): LocalDay => localDay(clock.nowMs(), offsetMinutes);
  const tomorrowMs = (): number => dayStartMs(dayAfter(today(), 1), offsetMinutes);

  async function purge(name: Name, day: LocalDay): Promise<boolean> {
    const keepDays = keptDays(keptKinds[name].keeping, deps.settings());
    const keptFromMs = keepDays === null ? null : dayStartMs(dayAfter(day, -keepDays), offsetMinutes);
    let count = 0;
    for (let hasMore = true; hasMore;) {
      const deleted = await deps.purges[name]({ today: day, keepDays, keptFromMs });
      if (!deleted.ok) {
        log.warn(`${name}.not-purged`, { code: deleted.error.code });
        return false;
      }
      count += deleted.value.count;
      hasMore = isOpen && deleted.value.hasMore;
    }
    log.info(`${name}.purged`, { count });
    deps.onPurged(name);
    return true;
  }

  async function run(day: LocalDay): Promise<void> {
    for (const name of Object.keys(deps.purges) as Name[]) {
      if (!isOpen) return;
      const isDone = await purge(name, day);
      // Once more at the next look.
      if (!isDone && purgedDay === day) purgedDay = null;
    }
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
    nextAtMs: () => (isOpen ? tomorrowMs() : null),
    async close() {
      isOpen = false;
      callOff();
      await running;
    },
  };
}
