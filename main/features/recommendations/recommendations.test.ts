import { expect, it } from 'vitest';
import type { CourseId } from '../../../contract/domain/ids.ts';
import { done, fail, ok } from '../../../contract/result.ts';
import type { Result } from '../../../contract/result.ts';
import type { CourseHead, Library } from '../../ports.ts';
import type { RecommendedHead } from '../../recommendation-ports.ts';
import { createRecommendations } from './recommendations.ts';

const id = 'c' as CourseId;
const reason = { kind: 'topic', topic: 'memory' } as const;

/** A library that writes down what it is asked. */
function scene(found: Result<readonly RecommendedHead[] | null> = ok([{ head: { id } as CourseHead, reason }])) {
  const asked: unknown[] = [];
  const answer =
    <T>(name: string, result: Result<T>) =>
    (...input: readonly unknown[]) => {
      asked.push([name, ...input]);
      return Promise.resolve(result);
    };
  const library = {
    recommendations: {
      read: answer('read', found),
      dismiss: answer('dismiss', done),
      restore: answer('restore', done),
      reset: answer('reset', done),
      forget: answer('forget', done),
    },
  } as unknown as Library;
  const switches = { allowed: true, held: false, open: true };
  const recommendations = createRecommendations({
    library,
    clock: { nowMs: () => 7 },
    isAllowed: () => switches.allowed,
    isHeld: () => switches.held,
    language: () => 'ru',
    isOpen: () => switches.open,
    cardOf: (head) => ({ id: head.id }) as never,
  });
  return { recommendations, asked, switches };
}

it('B5: each course comes as a card with its reason', async () => {
  const { recommendations, asked } = scene();
  expect(await recommendations.read()).toEqual(ok({ state: 'ready', items: [{ course: { id }, reason }] }));
  expect(asked).toEqual([['read', { nowMs: 7, language: 'ru', limit: 12 }]]);
});

it('B5: nothing watched is a state of its own, and what the library cannot do is told', async () => {
  expect(await scene(ok(null)).recommendations.read()).toEqual(ok({ state: 'nothing-watched' }));
  expect(await scene(fail('library-damaged')).recommendations.read()).toEqual(fail('library-damaged'));
});

it('B5: off, nothing is computed, nothing is kept, and what was kept goes', async () => {
  const { recommendations, asked, switches } = scene();
  switches.allowed = false;
  expect(await recommendations.read()).toEqual(ok({ state: 'off' }));
  await recommendations.dismiss(id);
  await recommendations.reset();
  expect(asked).toEqual([]);
  await recommendations.settle();
  expect(asked).toEqual([['forget']]);
});

it('B5 A6: on, or with nobody’s library open, settling leaves everything as it is', async () => {
  const { recommendations, asked, switches } = scene();
  await recommendations.settle();
  switches.allowed = false;
  switches.open = false;
  await recommendations.settle();
  expect(asked).toEqual([]);
});

it('B5: dismissing, undoing it and beginning anew say which course and when', async () => {
  const { recommendations, asked } = scene();
  await recommendations.dismiss(id);
  await recommendations.restore(id);
  await recommendations.reset();
  expect(asked).toEqual([
    ['dismiss', id, 7],
    ['restore', id],
    ['reset', 7],
  ]);
});

it('G5 B5: while the person’s data is frozen nothing is computed or dismissed, and nothing is forgotten either', async () => {
  const { recommendations, asked, switches } = scene();
  switches.held = true;
  expect(await recommendations.read()).toEqual(ok({ state: 'off' }));
  await recommendations.dismiss(id);
  await recommendations.restore(id);
  await recommendations.reset();
  await recommendations.settle();
  expect(asked).toEqual([]);
});
