import { dayAfter, localDay, type LocalDay } from '../../contract/domain/local-day.ts';
import { statisticsBounds, type StudyStatistics } from '../../contract/domain/statistics.ts';
import type { Result } from '../../contract/result.ts';
import type { Answers } from '../lib/testing/fake-bridge.ts';
import { nothingCounted } from '../lib/testing/sample-statistics.ts';
import { courses } from './sample-data.ts';

const ok = <T>(value: T): Result<T> => ({ ok: true, value });
const minuteMs = 60_000;

/** A year of evenings with lectures; `&statistics=none|old|much`. */
export function statisticsAnswers(asked: URLSearchParams): Answers {
  const kind = asked.get('statistics');
  return {
    'statistics.read': ({ fromDay, toDay }) => ok(kind === 'none' ? nothingCounted : sample(fromDay, toDay)),
    'statistics.export': () => ok({ lineCount: 214 }),
  };

  function minutesOf(day: LocalDay, back: number): number {
    const seed = Date.parse(day) / 86_400_000;
    if (kind === 'old' && back < 40) return 0;
    if ((seed * 7) % 11 < 4 || (back > 120 && back < 150)) return 0;
    return (((seed * 37) % 90) + 4) * (kind === 'much' ? 6 : 1);
  }

  function sample(fromDay: LocalDay, toDay: LocalDay): StudyStatistics {
    const today = localDay(Date.now(), (timeMs) => -new Date(timeMs).getTimezoneOffset());
    const days = Array.from({ length: statisticsBounds.days }, (_, index) => {
      const back = statisticsBounds.days - 1 - index;
      const day = dayAfter(today, -back);
      return { day, watchedMs: minutesOf(day, back) * minuteMs };
    }).filter(({ watchedMs }) => watchedMs > 0);
    const inPeriod = days.filter(({ day }) => day >= fromDay && day <= toDay);
    const watchedMs = inPeriod.reduce((sum, each) => sum + each.watchedMs, 0);
    const shares = [0.38, 0.2, 0.14, 0.09, 0.06, 0.05, 0.03, 0.02];
    const named = courses.slice(0, shares.length).map(({ id, title, language }, index) => ({
      courseId: id,
      title,
      language: index === 2 ? null : language,
      watchedMs: Math.round(watchedMs * (shares[index] ?? 0)),
    }));
    const rest = watchedMs - named.reduce((sum, each) => sum + each.watchedMs, 0);
    return {
      days,
      totals: {
        watchedMs,
        dayCount: inPeriod.length,
        lectureCount: inPeriod.length * 2,
        completedCount: Math.round(inPeriod.length * 1.4),
        courseCount: watchedMs === 0 ? 0 : named.length + 4,
      },
      courses: watchedMs === 0 ? [] : named,
      others: watchedMs === 0 ? { courseCount: 0, watchedMs: 0 } : { courseCount: 4, watchedMs: rest },
      currentStreak: kind === 'old' ? { dayCount: 0, lastDay: null } : { dayCount: 4, lastDay: dayAfter(today, -1) },
      longestStreak: { dayCount: 12, lastDay: dayAfter(today, -63) },
    };
  }
}
