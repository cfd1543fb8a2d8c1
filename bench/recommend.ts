import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CourseId, LocalAccountId } from '../contract/domain/ids.ts';
import { recommend } from '../main/adapters/library/worker/account/recommend/recommend.ts';
import { indexCourses } from '../main/adapters/library/worker/account/recommend/course-index.ts';
import { openLibrary } from '../main/adapters/library/worker/account/open-library.ts';
import { readRecommendations } from '../main/adapters/library/worker/account/recommendations.ts';
import { evaluate, type Outcome } from '../main/adapters/library/worker/account/recommend/testing/evaluate.ts';
import { makePopulation } from '../main/adapters/library/worker/account/recommend/testing/population.ts';
import { seededRandom } from '../main/adapters/transfer/testing/seeded-random.ts';
import { writeBusyLibrary } from './recommend/busy-library.ts';
import { atLeast, atMost, percentile, report } from './support/report.ts';

/**
 * How good recommendations are on made-up learners, and how long they take. The learners pick by a model of their own that knows nothing of the
 * recommender; each one's last course is left out, and every way is asked for ten. Popular knows what all of them began.
 */
const listLength = 10;
const usualDeviation = 0.6;
const populationSeeds = [101, 102, 103, 104, 105];
const courseCount = 2000;
const watchedCount = 100_000;

function outcomesAt(appealDeviation: number, seeds: readonly number[]) {
  return seeds.map((seed) => {
    const size = { seed: seededRandom(seed), courseCount, learnerCount: 600, topicCount: 60, appealDeviation };
    const evaluation = evaluate(makePopulation(size), listLength, seededRandom(seed + 1000));
    process.stderr.write(`population ${seed} with deviation ${appealDeviation} is done\n`);
    return evaluation;
  });
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** The means over the populations, which are of one size, under names that begin with the way. */
function metricsOf(name: string, outcomes: readonly Outcome[]): Readonly<Record<string, number>> {
  return {
    [`${name}HitRateAt10`]: mean(outcomes.map(({ hitRate }) => hitRate)),
    [`${name}Diversity`]: mean(outcomes.map(({ diversity }) => diversity)),
    [`${name}Coverage`]: mean(outcomes.map(({ coverage }) => coverage)),
  };
}

/** Pure functions alone: milliseconds for everything watched anew, and for making the vectors. */
function pureTimes() {
  const { courses, nowMs } = makePopulation({
    seed: seededRandom(7),
    courseCount,
    learnerCount: 0,
    topicCount: 60,
    appealDeviation: usualDeviation,
  });
  const random = seededRandom(8);
  const begun = courses.slice(0, 500).map(({ facts }) => facts.id);
  const lectures = Array.from({ length: watchedCount }, () => ({
    courseId: begun[Math.floor(random() * begun.length)] ?? CourseId.parse('none'),
    completed: random() < 0.7,
    share: random(),
    watchedAtMs: nowMs - random() * 700 * 86_400_000,
  }));
  const indexStartedAt = performance.now();
  const index = indexCourses(courses.map(({ facts }) => facts));
  const indexMs = performance.now() - indexStartedAt;
  const dismissed = new Set(courses.slice(500, 550).map(({ facts }) => facts.id));
  const input = { index, lectures, begun: new Set(begun), finished: new Set(begun.slice(0, 100)), dismissed, nowMs };
  const times = Array.from({ length: 40 }, () => {
    const startedAt = performance.now();
    recommend({ ...input, limit: 12 });
    return performance.now() - startedAt;
  });
  return { indexMs, recommendMs: times.slice(10) };
}

/**
 * The whole call as the library worker runs it, over an encrypted library: the first one, which makes the vectors, and the later ones, in
 * milliseconds; the processor's time beside the clock's, for a machine may have other things to do.
 */
async function libraryTimes(watchedCount: number) {
  const folder = await mkdtemp(join(tmpdir(), 'lectoroom-bench-'));
  try {
    const { database, statements } = openLibrary(folder, LocalAccountId.parse('a'.repeat(32)), randomBytes(32));
    const nowMs = writeBusyLibrary(database, { courseCount, watchedCount, seed: 9 });
    const times = Array.from({ length: 21 }, () => {
      const startedAt = performance.now();
      const before = process.cpuUsage();
      const found = readRecommendations(statements, { nowMs, language: 'en', limit: 12 });
      const { user, system } = process.cpuUsage(before);
      if (found?.length !== 12) throw new Error('the library has nothing to recommend');
      return { wallMs: performance.now() - startedAt, processorMs: (user + system) / 1000 };
    });
    database.close();
    const [first, ...later] = times;
    return {
      firstMs: first?.wallMs ?? Number.NaN,
      firstProcessorMs: first?.processorMs ?? Number.NaN,
      laterMsP50: percentile(
        later.map(({ wallMs }) => wallMs),
        0.5,
      ),
      laterMsP95: percentile(
        later.map(({ wallMs }) => wallMs),
        0.95,
      ),
      laterProcessorMsP50: percentile(
        later.map(({ processorMs }) => processorMs),
        0.5,
      ),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The same names with the case before them. */
function named(name: string, values: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [`${name}${key.charAt(0).toUpperCase()}${key.slice(1)}`, value]),
  );
}

const usual = outcomesAt(usualDeviation, populationSeeds);
const equal = outcomesAt(0, populationSeeds.slice(0, 2));
const unequal = outcomesAt(1, populationSeeds.slice(0, 2));
const ratio = (evaluations: typeof usual): number =>
  mean(evaluations.map(({ ours }) => ours.hitRate)) / mean(evaluations.map(({ popular }) => popular.hitRate));
const pure = pureTimes();
const diligent = await libraryTimes(1000);
const most = await libraryTimes(watchedCount);
const metrics = {
  learners: usual.reduce((sum, { learnerCount }) => sum + learnerCount, 0),
  courses: courseCount,
  ...metricsOf(
    'ours',
    usual.map(({ ours }) => ours),
  ),
  ...metricsOf(
    'popular',
    usual.map(({ popular }) => popular),
  ),
  ...metricsOf(
    'random',
    usual.map(({ random }) => random),
  ),
  ...metricsOf(
    'allKnowing',
    usual.map(({ allKnowing }) => allKnowing),
  ),
  oursToPopular: ratio(usual),
  oursToRandom: mean(usual.map(({ ours }) => ours.hitRate)) / mean(usual.map(({ random }) => random.hitRate)),
  oursToPopularWhereAllAppealEqually: ratio(equal),
  oursToPopularWhereAppealIsVeryUnequal: ratio(unequal),
  indexMs: pure.indexMs,
  recommendMsP50: percentile(pure.recommendMs, 0.5),
  recommendMsP95: percentile(pure.recommendMs, 0.95),
  ...named('library1000Lectures', diligent),
  ...named('library100000Lectures', most),
};
await report('recommend', metrics, [
  atLeast('oursToPopular', metrics.oursToPopular, 2),
  atLeast('oursToRandom', metrics.oursToRandom, 2),
  atMost('recommendMsP95', metrics.recommendMsP95, 50),
]);
