import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { CourseId } from '../../../../../../contract/domain/ids.ts';
import type { CourseFacts } from './course-facts.ts';
import { indexCourses } from './course-index.ts';
import { recommend, type RecommendInput } from './recommend.ts';
import { dayMs, facts, nowMs, watched } from './testing/sample-facts.ts';

const ids = (...names: readonly string[]) => new Set(names.map((name) => CourseId.parse(name)));

/** What is recommended to who watched these lectures of these courses. */
function ask(courses: readonly CourseFacts[], lectures: readonly ReturnType<typeof watched>[], change = {}) {
  const input: RecommendInput = {
    index: indexCourses(courses),
    lectures,
    finished: new Set(),
    begun: new Set(lectures.map(({ courseId }) => courseId)),
    dismissed: new Set(),
    nowMs,
    limit: 12,
    ...change,
  };
  return recommend(input);
}
const named = (found: ReturnType<typeof recommend>) => found?.map(({ courseId }) => courseId);

const memory = { topics: ['memory', 'learning'] };
const video = { topics: ['video', 'files'] };

it('B5: who watched nothing, or only gave up, has no recommendations', () => {
  const courses = [facts('a', memory), facts('b', memory)];
  expect(ask(courses, [])).toBeNull();
  expect(ask(courses, [watched('a', { completed: false, share: 0.01, watchedAtMs: nowMs - 30 * dayMs })])).toBeNull();
});

it('B5: what is like the watched comes, best first; what only shares the level does not, nor what was begun or withdrawn', () => {
  const courses = [
    facts('seen', { ...memory, lecturer: { id: 'ada', name: 'Ada' } }),
    facts('near', { topics: ['memory'] }),
    facts('nearest', { ...memory, lecturer: { id: 'ada', name: 'Ada' } }),
    facts('other', video),
    facts('begun', memory),
    facts('gone', { ...memory, isOffered: false }),
  ];
  expect(named(ask(courses, [watched('seen')], { begun: ids('seen', 'begun') }))).toEqual(['nearest', 'near']);
});

it('B5: a course in a language that the person never watched comes behind those in one that they do', () => {
  const courses = [
    facts('seen', memory),
    facts('ru', { ...memory, language: 'ru' }),
    facts('near', { topics: ['memory'] }),
  ];
  expect(named(ask(courses, [watched('seen')]))).toEqual(['near', 'ru']);
  const both = [...courses, facts('seen-ru', { topics: ['odd'], language: 'ru' })];
  expect(named(ask(both, [watched('seen'), watched('seen-ru')]))?.[0]).toBe('ru');
});

it('B5: a withdrawn course still tells what the person likes', () => {
  const courses = [facts('gone', { ...memory, isOffered: false }), facts('near', memory)];
  expect(named(ask(courses, [watched('gone')]))).toEqual(['near']);
});

it('B5: what was watched lately goes before what was watched long ago', () => {
  const courses = [facts('m', memory), facts('v', video), facts('memory', memory), facts('video', video)];
  const old = { watchedAtMs: nowMs - 200 * dayMs };
  expect(named(ask(courses, [watched('m', old), watched('v')]))).toEqual(['video', 'memory']);
  expect(named(ask(courses, [watched('m'), watched('v', old)]))).toEqual(['memory', 'video']);
});

it('B5: a dismissed course is gone, and its neighbours come behind what they led before', () => {
  const courses = [
    facts('seen', { topics: ['memory', 'cards', 'sleep'] }),
    facts('cards-one', { topics: ['memory', 'cards'] }),
    facts('cards-two', { topics: ['memory', 'cards'] }),
    facts('sleep', { topics: ['sleep'] }),
  ];
  expect(named(ask(courses, [watched('seen')]))?.[0]).toBe('cards-one');
  expect(named(ask(courses, [watched('seen')], { dismissed: ids('cards-one') }))).toEqual(['sleep', 'cards-two']);
});

it('B5: the strongest reason is said: a course that was watched, its next level, a lecturer, a topic', () => {
  const courses = [
    facts('one', { ...memory, title: 'Remembering' }),
    facts('like-one', memory),
    facts('higher', { ...memory, level: 'intermediate' }),
  ];
  const reasons = (found: ReturnType<typeof recommend>) =>
    new Map((found ?? []).map(({ courseId, reason }) => [String(courseId), reason]));
  const because = { courseId: 'one', courseTitle: 'Remembering' };
  const single = reasons(ask(courses, [watched('one')], { finished: ids('one') }));
  expect(single.get('like-one')).toEqual({ kind: 'watched', ...because });
  expect(single.get('higher')).toEqual({ kind: 'next-level', ...because });
  expect(reasons(ask(courses, [watched('one')])).get('higher')).toEqual({ kind: 'watched', ...because });

  const ada = { lecturer: { id: 'ada', name: 'Ada' } };
  const hers = ['x', 'y', 'z'].map((topic) => facts(`ada-${topic}`, { ...ada, topics: [topic] }));
  const byAda = ask(
    [...hers, facts('new-ada', { ...ada, topics: ['w'] })],
    hers.map(({ id }) => watched(id)),
  );
  expect(byAda).toEqual([{ courseId: 'new-ada', reason: { kind: 'lecturer', lecturerName: 'Ada' } }]);

  const others = ['p', 'q', 'r', 's'].map((id) => facts(id, video));
  const three = ['x', 'y', 'z'].map((id) => facts(id, { topics: ['chance', id] }));
  const onTopic = ask(
    [...three, ...others, facts('new-chance', { topics: ['chance'] })],
    three.map(({ id }) => watched(id)),
  );
  expect(onTopic).toEqual([{ courseId: 'new-chance', reason: { kind: 'topic', topic: 'chance' } }]);
});

it('B5: any courses and any history give courses that were neither begun nor dismissed, each once, the same each time', () => {
  const topics = ['a', 'b', 'c', 'd', 'e'];
  const course = fc.record({
    topics: fc.uniqueArray(fc.constantFrom(...topics), { maxLength: 3 }),
    level: fc.constantFrom('beginner' as const, 'intermediate' as const, 'advanced' as const),
    isOffered: fc.boolean(),
  });
  const event = fc.record({
    course: fc.nat(19),
    completed: fc.boolean(),
    share: fc.double({ min: 0, max: 1.2, noNaN: true }),
    days: fc.integer({ min: -50, max: 5000 }),
  });
  const world = fc.record({
    courses: fc.array(course, { minLength: 1, maxLength: 20 }),
    events: fc.array(event, { maxLength: 30 }),
    dismissed: fc.array(fc.nat(19), { maxLength: 5 }),
    limit: fc.integer({ min: 0, max: 12 }),
  });
  fc.assert(
    fc.property(world, ({ courses, events, dismissed, limit }) => {
      const all = courses.map((each, number) => facts(`c${number}`, each));
      const lectures = events.map(({ course, days, ...each }) =>
        watched(`c${course}`, { ...each, watchedAtMs: nowMs - days * dayMs }),
      );
      const change = { dismissed: ids(...dismissed.map((number) => `c${number}`)), limit };
      const found = named(ask(all, lectures, change)) ?? [];
      expect(new Set(found).size).toBe(found.length);
      expect(found.length).toBeLessThanOrEqual(limit);
      const begun = new Set(lectures.map(({ courseId }) => courseId));
      const wrong = found.filter((id) => begun.has(id) || change.dismissed.has(id));
      expect(wrong).toEqual([]);
      const offered = new Set(all.filter(({ isOffered }) => isOffered).map(({ id }) => id));
      expect(found.every((id) => offered.has(id))).toBe(true);
      expect(ask(all, lectures, change)).toEqual(ask(all, lectures, change));
    }),
    { numRuns: 200 },
  );
});
