import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { CatalogueDelta } from '../../contract/api/catalogue.ts';
import { parseCaptionsAtOnce } from '../../main/captions/parse-captions.ts';
import { captionsAt } from '../../scripts/big-library/captions.ts';
import { catalogueText, changedDelta, makeCatalogue } from '../../scripts/big-library/catalogue.ts';
import { sittingsOf } from '../../scripts/big-library/sittings.ts';
import { historyEndMs } from '../../scripts/big-library/size.ts';
import type { LibrarySize } from '../../scripts/big-library/size.ts';
import { everywhere, wordLanguages } from '../../scripts/big-library/vocabulary.ts';

const size: LibrarySize = {
  seed: 6,
  courseCount: 60,
  lecturesPerCourse: 7,
  cuesPerTrack: 4,
  sittingCount: 5000,
  dayCount: 200,
};

/** Of all that a size makes. */
function digestOf(of: LibrarySize): string {
  const hash = createHash('sha256');
  const catalogue = makeCatalogue(of);
  for (const text of catalogueText(catalogue)) hash.update(text);
  for (const language of wordLanguages) hash.update(captionsAt(catalogue, 3, 2, language));
  for (const sitting of sittingsOf(of)) hash.update(JSON.stringify(sitting));
  return hash.digest('hex');
}

test('the same seed makes the same library, another seed another', () => {
  expect(digestOf(size)).toBe(digestOf(size));
  expect(digestOf({ ...size, seed: 7 })).not.toBe(digestOf(size));
});

test('B1: the catalogue is one that the service could give, with as many courses and lectures as asked for', () => {
  const delta = CatalogueDelta.parse(JSON.parse([...catalogueText(makeCatalogue(size))].join('')));
  const lectures = delta.courses.flatMap((course) => course.sections.flatMap((section) => section.lectures));
  expect(delta.courses).toHaveLength(60);
  expect(new Set(lectures.map(({ id }) => id)).size).toBe(60 * 7);
  expect(new Set(delta.courses.map(({ language }) => language))).toEqual(new Set(['en', 'ru']));
});

test('B3: a word stands in every row of its language: courses, lectures, cues', () => {
  const catalogue = makeCatalogue(size);
  for (const { language, description, sections } of catalogue.courses()) {
    const word = everywhere[language === 'ru' ? 'ru' : 'en'];
    expect(description).toContain(word);
    for (const { summary } of sections.flatMap((section) => section.lectures)) expect(summary).toContain(word);
  }
  for (const language of wordLanguages) {
    const cues = parseCaptionsAtOnce(captionsAt(catalogue, 0, 0, language)) ?? [];
    expect(cues).toHaveLength(4);
    expect(cues.every(({ text }) => text.includes(everywhere[language]))).toBe(true);
  }
});

test('B1: a change of one course in a hundred changes these and no other', () => {
  const catalogue = makeCatalogue({ ...size, courseCount: 300 });
  const delta = CatalogueDelta.parse(changedDelta(catalogue, 100));
  expect(delta.courses.map(({ id }) => id)).toEqual(['c0', 'c100', 'c200']);
  expect(delta.courses.map((course, index) => course.title === catalogue.course(index * 100).title)).not.toContain(
    true,
  );
});

test('E1: so many sittings, in the order of time, over days of the calendar, no lecture twice within ten minutes', () => {
  const sittings = [...sittingsOf(size)];
  expect(sittings).toHaveLength(5000);
  const lastEndMs = new Map<string, number>();
  let beforeMs = 0;
  for (const { lectureId, startedAtMs, endedAtMs, fromMs, toMs } of sittings) {
    expect(startedAtMs).toBeGreaterThanOrEqual(beforeMs);
    expect(startedAtMs - (lastEndMs.get(lectureId) ?? 0)).toBeGreaterThan(600_000);
    expect(toMs).toBeGreaterThan(fromMs);
    lastEndMs.set(lectureId, endedAtMs);
    beforeMs = endedAtMs;
  }
  expect(beforeMs).toBeLessThan(historyEndMs + 86_400_000);
  const days = new Set(sittings.map(({ startedAtMs }) => new Date(startedAtMs).toISOString().slice(0, 10)));
  expect(days.size).toBeGreaterThan(150);
  // Lectures are come back to.
  expect(lastEndMs.size).toBeLessThan(2500);
});
