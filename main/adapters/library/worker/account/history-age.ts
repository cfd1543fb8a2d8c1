import { dayAfter, type LocalDay } from '../../../../../contract/domain/local-day.ts';
import type { LibraryStatements } from './tables.ts';

/** How days pass for the history: what the clock showed last, and the day that counts. */
export interface HistoryDays {
  readonly clockDay: LocalDay;
  readonly ageDay: LocalDay;
}

/**
 * The day that counts never goes back. While the clock shows an earlier one, each new day that it shows is one day, however far it leaps:
 * nothing becomes old by being set wrong, and nothing stays for ever.
 */
export function passDays(before: HistoryDays | null, today: LocalDay): HistoryDays {
  if (before === null || today >= before.ageDay) return { clockDay: today, ageDay: today };
  return { clockDay: today, ageDay: today > before.clockDay ? dayAfter(before.ageDay, 1) : before.ageDay };
}

/** The day that counts now; keeps it. */
export function countToday(store: LibraryStatements, today: LocalDay): LocalDay {
  const row = store.first(store.build.selectFrom('history_days').select(['clock_day', 'age_day']));
  const before = row === undefined ? null : { clockDay: row.clock_day, ageDay: row.age_day };
  const { clockDay, ageDay } = passDays(before, today);
  if (before?.clockDay === clockDay && before.ageDay === ageDay) return ageDay;
  const days = { clock_day: clockDay, age_day: ageDay };
  store.run(
    store.build
      .insertInto('history_days')
      .values({ only_one: 1, ...days })
      .onConflict((conflict) => conflict.column('only_one').doUpdateSet(days)),
  );
  return ageDay;
}
