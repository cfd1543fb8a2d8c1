import { expect, test } from 'vitest';
import type { BrowseCard } from '../../../contract/domain/browse.ts';
import type { CourseId } from '../../../contract/domain/ids.ts';
import { browseCard } from '../../lib/testing/sample-answers.ts';
import { choicesOf, type CoursesSearch, filterToDrop, narrow, order, without } from './filter.ts';
import { readCoursesSearch } from './search-params.ts';

const minute = 60_000;
const card = (id: string, part: Partial<BrowseCard> = {}): BrowseCard => browseCard({ id: id as CourseId, ...part });
const courses = [
  card('new', { language: 'en', level: 'beginner', topics: ['video'], lectureCount: 4, shortestLeftMs: 41 * minute }),
  card('begun', {
    language: 'ru',
    topics: ['video', 'memory'],
    lectureCount: 4,
    begunCount: 2,
    shortestLeftMs: 40 * minute,
  }),
  card('done', {
    language: 'ru',
    level: 'advanced',
    lectureCount: 2,
    begunCount: 2,
    completedCount: 2,
    shortestLeftMs: null,
  }),
];
const here = new Map([['done' as CourseId, 1]]);
const left = (search: CoursesSearch): readonly string[] => narrow(courses, search, here).map(({ id }) => id);

test.each<[CoursesSearch, readonly string[]]>([
  [{}, ['new', 'begun', 'done']],
  [{ here: true }, ['done']],
  [{ seen: 'begun' }, ['begun']],
  [{ seen: 'unseen' }, ['new']],
  [{ minutes: 40 }, ['begun']],
  [{ minutes: 60 }, ['new', 'begun']],
  [{ language: 'ru' }, ['begun', 'done']],
  [{ level: 'advanced' }, ['done']],
  [{ topic: 'video' }, ['new', 'begun']],
  [{ topic: 'video', language: 'ru', minutes: 40, seen: 'begun' }, ['begun']],
  [{ topic: 'video', here: true }, []],
])('B4: %j leaves %j', (search, ids) => {
  expect(left(search)).toEqual(ids);
});

test('B4: without a course left, the filter to drop is the one that hides the most', () => {
  expect(filterToDrop(courses, { topic: 'video', here: true }, here)).toEqual({ name: 'here', count: 2 });
  expect(filterToDrop(courses, { topic: 'none', here: true, seen: 'unseen' }, here)).toBeNull();
  expect(without({ topic: 'video', here: true, sort: 'title' }, 'here', 'topic')).toEqual({ sort: 'title' });
});

test('B4: each choice says how many courses it would leave beside the other filters', () => {
  expect([...choicesOf(courses, { topic: 'memory', language: 'en' }, here, 'language')]).toEqual([
    ['en', 0],
    ['ru', 1],
  ]);
  expect(choicesOf(courses, {}, here, 'topic').get('video')).toBe(2);
});

test('B4: the order is newest first, by title, by length, by viewers, or by rating', () => {
  const named = [
    card('b', { title: 'B', durationMs: 1, popularity: { viewerCount: null, rating: { average: 4.9, count: 9 } } }),
    card('a', { title: 'a', durationMs: 3, popularity: { viewerCount: 20, rating: { average: 4.9, count: 7 } } }),
    card('c', { title: 'c', durationMs: 2, popularity: { viewerCount: 1200, rating: null } }),
  ];
  const ids = (sort: CoursesSearch['sort']) => order(named, sort, (a, b) => a.localeCompare(b)).map(({ id }) => id);
  expect(ids(undefined)).toEqual(['b', 'a', 'c']);
  expect(ids('title')).toEqual(['a', 'b', 'c']);
  expect(ids('shortest')).toEqual(['b', 'c', 'a']);
  expect(ids('longest')).toEqual(['a', 'c', 'b']);
  expect(ids('watched')).toEqual(['c', 'a', 'b']);
  expect(ids('rated')).toEqual(['b', 'a', 'c']);
});

test('B4: of an address only what makes sense is taken', () => {
  const whole = {
    here: true,
    seen: 'begun',
    minutes: 40,
    language: 'ru',
    level: 'beginner',
    topic: 'x',
    sort: 'title',
  };
  expect(readCoursesSearch({ ...whole, more: 1 })).toEqual(whole);
  const junk = { here: 'yes', seen: 1, minutes: 41, language: '<b>', level: 'hard', topic: '', sort: 'newest' };
  expect(readCoursesSearch(junk)).toEqual({});
  expect(readCoursesSearch({ topic: 1570 })).toEqual({ topic: '1570' });
});
