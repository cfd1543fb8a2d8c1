import { expect, it } from 'vitest';
import { seededRandom } from '../../../../transfer/testing/seeded-random.ts';
import { evaluate } from './testing/evaluate.ts';
import { makePopulation } from './testing/population.ts';

it('B5: among made-up learners the course begun next is at least twice as often in our list as in the popular one, and our list is more various than one topic', () => {
  const population = makePopulation({
    seed: seededRandom(7),
    courseCount: 600,
    learnerCount: 300,
    topicCount: 40,
    appealDeviation: 0.6,
  });
  const { ours, popular, random, learnerCount } = evaluate(population, 10, seededRandom(8));
  expect(learnerCount).toBeGreaterThan(250);
  expect(ours.hitRate).toBeGreaterThanOrEqual(2 * popular.hitRate);
  expect(popular.hitRate).toBeGreaterThan(random.hitRate);
  expect(ours.diversity).toBeGreaterThan(0.35);
  expect(ours.diversity).toBeLessThan(random.diversity);
  expect(ours.coverage).toBeGreaterThan(10 * popular.coverage);
});
