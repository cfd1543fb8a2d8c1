import type { CourseId } from '../../contract/domain/ids.ts';
import { browseCourses, nextLectures } from '../../main/adapters/library/worker/account/browse.ts';
import { dayAfter, localDay } from '../../contract/domain/local-day.ts';
import { readStatistics } from '../../main/adapters/library/worker/account/statistics.ts';
import { countHistory, listHistory } from '../../main/adapters/library/worker/account/history.ts';
import { recentLectures } from '../../main/adapters/library/worker/account/progress.ts';
import { readRecommendations } from '../../main/adapters/library/worker/account/recommendations.ts';
import { find } from '../../main/adapters/library/worker/account/search/find.ts';
import type { LibraryStatements, LibraryTables } from '../../main/adapters/library/worker/account/tables.ts';
import type { OpenStore } from '../../main/adapters/library/worker/open-store.ts';
import { historyEndMs } from '../../scripts/big-library/size.ts';
import { percentile } from '../support/report.ts';

const limit = 8;

/** What each call of the worker takes on an open library, in milliseconds: the first time and, of `rounds` more, the middle and the 95th of a hundred. */
export function callTimes(open: OpenStore<LibraryTables>, rounds: number): Record<string, number> {
  const { statements: store } = open;
  const nowMs = historyEndMs;
  const today = localDay(nowMs, () => 0);
  const calls: Readonly<Record<string, () => unknown>> = {
    historyFirstPage: () => listHistory(store, { before: null, limit: 100, text: '' }),
    historySearchPiece: () => listHistory(store, { before: null, limit: 100, text: 'nowhere-to-be-found' }),
    historyCount: () => countHistory(store),
    recommendations: () => readRecommendations(store, { nowMs, limit: 12, language: 'en' }),
    continueWatching: () => recentLectures(store, 12),
    nextUp: () => nextLectures(store, 12),
    coursesFirstPiece: () => browseCourses(store, { after: null, limit: 200 }),
    coursesAllPieces: () => allCourses(store),
    statisticsMonth: () => readStatistics(store, { fromDay: dayAfter(today, -29), toDay: today }),
    statisticsYear: () => readStatistics(store, { fromDay: dayAfter(today, -364), toDay: today }),
  };
  const metrics: Record<string, number> = {};
  for (const [name, call] of Object.entries(calls)) {
    const times = Array.from({ length: rounds + 1 }, () => tookMs(call));
    const [first = Number.NaN, ...later] = times;
    metrics[`${name}.firstMs`] = first;
    metrics[`${name}.p50Ms`] = percentile(later, 0.5);
    metrics[`${name}.p95Ms`] = percentile(later, 0.95);
  }
  return metrics;
}

function allCourses(store: LibraryStatements): number {
  let count = 0;
  for (let after: { publishedAt: string; courseId: CourseId } | null = null; ;) {
    const piece = browseCourses(store, { after, limit: 200 });
    count += piece.length;
    const last = piece.at(-1);
    if (last === undefined || piece.length < 200) return count;
    after = { publishedAt: last.publishedAt, courseId: last.id };
  }
}

/** The worker's time for each of some searches, in milliseconds. */
export function findTimes(store: LibraryStatements, texts: readonly string[]): readonly number[] {
  return texts.map((text) => tookMs(() => find(store, { text, limit })));
}

function tookMs(call: () => unknown): number {
  const startedAtMs = performance.now();
  call();
  return performance.now() - startedAtMs;
}
