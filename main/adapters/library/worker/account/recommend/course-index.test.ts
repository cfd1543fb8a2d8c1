import { expect, it } from 'vitest';
import { indexCourses } from './course-index.ts';
import type { CourseIndex } from './course-index.ts';
import { addTo, emptyVector, likeness, likenessInSubstance } from './likeness.ts';
import { termsOf } from './terms.ts';
import { facts } from './testing/sample-facts.ts';

function dense(index: CourseIndex, place: number) {
  const vector = emptyVector(index);
  addTo(vector, index.vectors[place]!, 1);
  return vector;
}
const alike = (index: CourseIndex, one: number, other: number) => likeness(dense(index, one), index.vectors[other]!);

it('B5: words of one stem are one term in both languages, and short words are none', () => {
  expect(termsOf('Лекции о лекциях')).toEqual(['лекци', 'лекци']);
  expect(termsOf('He seeks; seeking — on 42')).toEqual(['seeks', 'seeki']);
});

it('B5: a course is wholly like itself, and others by topic, lecturer and words more than by level', () => {
  const shared = { topics: ['memory'], title: 'Forgetting curves', lecturer: { id: 'ada', name: 'Ada' } };
  const index = indexCourses([
    facts('a', shared),
    facts('b', shared),
    facts('topic', { topics: ['memory'] }),
    facts('word', { title: 'Curves' }),
    facts('lecturer', { lecturer: { id: 'ada', name: 'Ada' } }),
    facts('other'),
    facts('higher', { level: 'advanced' }),
  ]);
  expect(alike(index, 0, 1)).toBeCloseTo(1);
  const [topic, word, lecturer, other, higher] = [2, 3, 4, 5, 6].map((place) => alike(index, 0, place)) as [
    number,
    number,
    number,
    number,
    number,
  ];
  expect(topic).toBeGreaterThan(lecturer);
  expect(lecturer).toBeGreaterThan(other);
  expect(word).toBeGreaterThan(other);
  expect(other).toBeCloseTo(0.05);
  expect(higher).toBe(0);
  expect(likenessInSubstance(index, dense(index, 0), index.vectors[5]!)).toBe(0);
  expect(likenessInSubstance(index, dense(index, 0), index.vectors[2]!)).toBeCloseTo(topic - 0.05);
});

it('B5: a rare topic says more than one that every course has', () => {
  const many = Array.from({ length: 30 }, (_, number) => facts(`m${number}`, { topics: ['common'] }));
  const index = indexCourses([
    facts('a', { topics: ['common', 'rare'] }),
    facts('b', { topics: ['rare', 'odd'] }),
    ...many,
  ]);
  expect(alike(index, 0, 1)).toBeGreaterThan(alike(index, 0, 2) + 0.1);
});

it('B5: words that most courses have say nothing once the catalogue is large', () => {
  const courses = Array.from({ length: 40 }, (_, number) => facts(`m${number}`, { title: 'Lecture course' }));
  const index = indexCourses(courses);
  expect(index.features.filter(({ kind }) => kind === 'term')).toEqual([]);
});

it('B5: in a small catalogue a few chance words in common do not make courses alike', () => {
  const index = indexCourses([
    facts('a', {
      text: 'Four short lectures about forgetting, remembering, cards, words and the right moment to repeat',
    }),
    facts('b', { text: 'Three short lectures about keyframes, containers, ranges of bytes and servers' }),
    facts('c', { text: 'Coins, urns and trees' }),
  ]);
  expect(likenessInSubstance(index, dense(index, 0), index.vectors[1]!)).toBeGreaterThan(0);
  expect(likenessInSubstance(index, dense(index, 0), index.vectors[1]!)).toBeLessThan(0.06);
});
