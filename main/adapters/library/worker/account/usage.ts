import type { UsageDay } from '../../../../usage-ports.ts';
import type { LibraryStatements } from './tables.ts';

/** One more lecture was begun on this day. */
export function noteUsage({ build, run, first }: LibraryStatements, day: string): null {
  const before = first(build.selectFrom('usage_day').selectAll());
  const count = before?.day === day ? before.lecture_count + 1 : 1;
  run(build.deleteFrom('usage_day'));
  run(build.insertInto('usage_day').values({ only: 1, day, lecture_count: count }));
  return null;
}

/** What is there of an earlier day. */
export function usageBefore({ build, first }: LibraryStatements, day: string): UsageDay | null {
  const row = first(build.selectFrom('usage_day').selectAll().where('day', '<', day));
  return row === undefined ? null : { day: row.day, lectureCount: row.lecture_count };
}

/** Forgets it. */
export function forgetUsage({ build, run }: LibraryStatements): null {
  run(build.deleteFrom('usage_day'));
  return null;
}
