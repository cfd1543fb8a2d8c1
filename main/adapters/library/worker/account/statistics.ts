import { sql } from 'kysely';
import { dayAfter, type LocalDay } from '../../../../../contract/domain/local-day.ts';
import {
  statisticsBounds,
  streakDayMs,
  type StudyCourse,
  type StudyDay,
  type StudyStatistics,
} from '../../../../../contract/domain/statistics.ts';
import type { CourseId } from '../../../../../contract/domain/ids.ts';
import { csvLine } from '../../../../csv/csv-line.ts';
import type { DayRange, StatisticsPiece } from '../../../../statistics-ports.ts';
import { namesOfCourses } from './course-names.ts';
import { currentStreak, longestStreak } from './streaks.ts';
import type { LibraryStatements } from './tables.ts';

interface CourseSum {
  readonly courseId: CourseId;
  readonly watchedMs: number;
  readonly lectureCount: number;
  readonly completedCount: number;
}

/** Adds up the history: the day of a sitting is the one that its computer showed, wherever that was. */
export function readStatistics(store: LibraryStatements, { fromDay, toDay }: DayRange): StudyStatistics {
  const days = sumsByDay(store, { fromDay: dayAfter(toDay, 1 - statisticsBounds.days), toDay });
  const inPeriod =
    fromDay < dayAfter(toDay, 1 - statisticsBounds.days)
      ? sumsByDay(store, { fromDay, toDay })
      : days.filter(({ day }) => day >= fromDay);
  const sums = sumsByCourse(store, { fromDay, toDay });
  const others = sums.slice(statisticsBounds.courses);
  const streakDays = daysOfStreaks(store, toDay);
  return {
    days,
    totals: {
      watchedMs: total(sums, 'watchedMs'),
      dayCount: inPeriod.length,
      lectureCount: total(sums, 'lectureCount'),
      completedCount: total(sums, 'completedCount'),
      courseCount: sums.length,
    },
    courses: named(store, sums.slice(0, statisticsBounds.courses)),
    others: { courseCount: others.length, watchedMs: total(others, 'watchedMs') },
    currentStreak: currentStreak(streakDays, toDay),
    longestStreak: longestStreak(streakDays),
  };
}

function sumsByDay(store: LibraryStatements, { fromDay, toDay }: DayRange): readonly StudyDay[] {
  return store.all({
    compile: () =>
      sql<StudyDay>`SELECT day, sum(watched_ms) AS watchedMs FROM history
        WHERE day BETWEEN ${fromDay} AND ${toDay} GROUP BY day ORDER BY day`.compile(store.build),
  });
}

function sumsByCourse(store: LibraryStatements, { fromDay, toDay }: DayRange): readonly CourseSum[] {
  return store.all({
    compile: () =>
      sql<CourseSum>`SELECT course_id AS courseId, sum(lecture_ms) AS watchedMs, count(*) AS lectureCount,
          count(progress.lecture_id) AS completedCount
        FROM (SELECT course_id, lecture_id, sum(watched_ms) AS lecture_ms FROM history
          WHERE day BETWEEN ${fromDay} AND ${toDay} GROUP BY course_id, lecture_id) AS watched_lectures
        LEFT JOIN progress ON progress.lecture_id = watched_lectures.lecture_id AND progress.completed = 1
        GROUP BY course_id ORDER BY watchedMs DESC, course_id`.compile(store.build),
  });
}

/**
 * The days that count for a streak, newest first. Steps from day to day, and of most days one sitting is enough to know: a million
 * sittings are not added up for it.
 */
function daysOfStreaks(store: LibraryStatements, toDay: LocalDay): readonly LocalDay[] {
  const rows = store.all<{ readonly day: LocalDay }>({
    compile: () =>
      sql<{ day: LocalDay }>`WITH RECURSIVE days (day) AS (
          SELECT max(day) FROM history WHERE day <= ${toDay}
          UNION ALL SELECT (SELECT max(day) FROM history WHERE history.day < days.day) FROM days WHERE days.day IS NOT NULL)
        SELECT day FROM days WHERE day IS NOT NULL
          AND (EXISTS (SELECT 1 FROM history WHERE history.day = days.day AND watched_ms >= ${streakDayMs})
            OR (SELECT sum(watched_ms) FROM history WHERE history.day = days.day) >= ${streakDayMs})`.compile(
        store.build,
      ),
  });
  return rows.map(({ day }) => day);
}

function named(store: LibraryStatements, sums: readonly CourseSum[]): readonly StudyCourse[] {
  const names = namesOfCourses(
    store,
    sums.map(({ courseId }) => courseId),
  );
  return sums.map(({ courseId, watchedMs }) => ({ courseId, watchedMs, ...nameOf(names, courseId) }));
}

function nameOf(names: ReturnType<typeof namesOfCourses>, id: CourseId) {
  return names.get(id) ?? { title: '', language: null };
}

function total<Key extends string>(sums: readonly Readonly<Record<Key, number>>[], key: Key): number {
  return sums.reduce((sum, each) => sum + each[key], 0);
}

/** So many days are written in one call: whoever waits behind it waits a moment. */
const daysInPiece = 31;

/** Writes a part of the lines, oldest day first: day, course, minutes, sittings. Empty days cost nothing. */
export function statisticsCsv(store: LibraryStatements, { fromDay, toDay }: DayRange): StatisticsPiece {
  const first = nextDay(store, fromDay, toDay);
  if (first === null) return { text: '', lineCount: 0, nextDay: null };
  const last = [dayAfter(first, daysInPiece - 1), toDay].toSorted()[0] ?? toDay;
  const rows = store.all({
    compile: () =>
      sql<{ day: LocalDay; courseId: CourseId; watchedMs: number; sittings: number }>`
        SELECT day, course_id AS courseId, sum(watched_ms) AS watchedMs, count(*) AS sittings FROM history
        WHERE day BETWEEN ${first} AND ${last} GROUP BY day, course_id ORDER BY day, course_id`.compile(store.build),
  });
  const names = namesOfCourses(store, [...new Set(rows.map(({ courseId }) => courseId))]);
  const lines = rows.map(({ day, courseId, watchedMs, sittings }) =>
    csvLine([day, nameOf(names, courseId).title, Math.round(watchedMs / 60_000), sittings]),
  );
  return { text: lines.join(''), lineCount: lines.length, nextDay: nextDay(store, dayAfter(last, 1), toDay) };
}

function nextDay(store: LibraryStatements, fromDay: LocalDay, toDay: LocalDay): LocalDay | null {
  const query = store.build
    .selectFrom('history')
    .select(({ fn }) => fn.min<LocalDay | null>('day').as('day'))
    .where('day', '>=', fromDay)
    .where('day', '<=', toDay);
  return store.first(query)?.day ?? null;
}
