import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { HistoryEntry, HistoryRemoval } from '../../../contract/domain/history.ts';
import { LocalDay } from '../../../contract/domain/local-day.ts';
import { countInPages } from '../../../tests/support/count-in-pages.ts';
import { textNeedles } from '../../../tests/support/find-plaintext.ts';
import {
  applyCatalogue,
  accountId,
  courseId,
  sampleCourse,
  sampleLecture,
  valueOf,
  wholeCatalogue,
} from './testing/sample-data.ts';
import { openLibrary } from './testing/test-bench.ts';
import { watchedMoment } from './testing/watched-moment.ts';
import { passDays } from './worker/account/history-age.ts';

const day = (text: string) => LocalDay.parse(text);
const secret = 'непроизносимое название';

async function opened() {
  const opening = await openLibrary();
  const { library } = opening;
  const lectures = ['l1', 'l2', 'l3'].map((id) => sampleLecture(id, { title: `${secret} ${id}` }));
  const [one, two, three] = lectures as [(typeof lectures)[0], (typeof lectures)[0], (typeof lectures)[0]];
  await valueOf(
    applyCatalogue(library, wholeCatalogue(sampleCourse('c', [one, two]), sampleCourse('d', [three])), null),
  );
  for (const [lecture, iso] of [
    ['l1', '2026-03-10T10:00:05Z'],
    ['l2', '2026-03-11T10:00:05Z'],
    ['l3', '2026-03-11T12:00:05Z'],
    ['l1', '2026-03-12T10:00:05Z'],
  ] as const)
    await valueOf(library.history.record(watchedMoment(lecture, iso)));
  const list = async () => (await valueOf(library.history.list({ before: null, limit: 50, text: '' }))).entries;
  return { ...opening, list };
}

const namesOf = (entries: readonly HistoryEntry[]) => entries.map(({ lectureId, day: on }) => `${lectureId} ${on}`);
const everything = ['l1 2026-03-12', 'l3 2026-03-11', 'l2 2026-03-11', 'l1 2026-03-10'];

describe('deleting from the history', () => {
  it.each<[string, (entries: readonly HistoryEntry[]) => HistoryRemoval, readonly string[]]>([
    ['one', ([first]) => ({ entryIds: first === undefined ? [] : [first.id] }), everything.slice(1)],
    ['a day', () => ({ day: day('2026-03-11') }), ['l1 2026-03-12', 'l1 2026-03-10']],
    ['a course', () => ({ courseId: courseId('c') }), ['l3 2026-03-11']],
    ['all', () => ({ all: true }), []],
  ])('E1: %s goes, and comes back as it was, once', async (_, removal, left) => {
    const { library, list } = await opened();
    const before = await list();
    const count = await valueOf(library.history.remove(removal(before), 1, 0));
    expect(count).toBe(everything.length - left.length);
    expect(namesOf(await list())).toEqual(left);
    expect(await valueOf(library.history.restore(1))).toBe(count);
    expect(await list()).toEqual(before);
    expect(await valueOf(library.history.restore(1))).toBe(0);
    expect(await list()).toEqual(before);
  });

  it('E1: two removals come back each for itself; what was forgotten, or closed with the account, does not', async () => {
    const { library, libraryKey, list } = await opened();
    await valueOf(library.history.remove({ day: day('2026-03-12') }, 1, 0));
    await valueOf(library.history.remove({ all: true }, 2, 0));
    expect(await valueOf(library.history.restore(1))).toBe(1);
    expect(namesOf(await list())).toEqual(['l1 2026-03-12']);
    await valueOf(library.history.forget(2));
    expect(await valueOf(library.history.restore(2))).toBe(0);
    await valueOf(library.history.remove({ all: true }, 3, 0));
    await valueOf(library.open(accountId('a'), libraryKey));
    expect(await valueOf(library.history.restore(3))).toBe(0);
    expect(await list()).toEqual([]);
  });

  it('E1 G4: what was deleted is in no page of the file under its key, nor in its raw bytes, nor beside it', async () => {
    const { library, libraryKey, file } = await opened();
    // The catalogue has the titles too: it forgets them, so that only the history is left to tell.
    const gone = { cursor: 'c2', complete: true, courses: [], removedCourseIds: [] };
    await valueOf(applyCatalogue(library, gone, null));
    expect(countInPages(file, libraryKey, secret)).toBeGreaterThan(3);
    await valueOf(library.history.remove({ courseId: courseId('c') }, 1, 0));
    expect(countInPages(file, libraryKey, `${secret} l1`)).toBe(0);
    expect(countInPages(file, libraryKey, `${secret} l3`)).toBeGreaterThan(0);
    await valueOf(library.history.remove({ all: true }, 2, 0));
    expect(countInPages(file, libraryKey, secret)).toBe(0);
    expect(readFileSync(`${file}-wal`)).toHaveLength(0);
    const raw = readFileSync(file);
    for (const needle of Object.values(textNeedles('title', secret))) expect(raw.includes(needle)).toBe(false);
    // Brought back, it is there again: what was looked for is what is kept.
    await valueOf(library.history.restore(2));
    expect(countInPages(file, libraryKey, `${secret} l3`)).toBeGreaterThan(0);
  });

  it('E3: what is older than its days goes for good, and what is not stays', async () => {
    const { library, libraryKey, file, list } = await opened();
    await valueOf(applyCatalogue(library, { cursor: 'c2', complete: true, courses: [], removedCourseIds: [] }, null));
    expect((await valueOf(library.history.purge(day('2026-04-09'), 30))).count).toBe(0);
    expect((await valueOf(library.history.purge(day('2026-04-10'), null))).count).toBe(0);
    expect((await valueOf(library.history.purge(day('2026-04-10'), 30))).count).toBe(1);
    expect(namesOf(await list())).toEqual(everything.slice(0, 3));
    expect((await valueOf(library.history.purge(day('2027-03-12'), 365))).count).toBe(2);
    expect((await valueOf(library.history.purge(day('2027-03-13'), 365))).count).toBe(1);
    expect(countInPages(file, libraryKey, secret)).toBe(0);
  });
});

describe('a clock that is set wrong', () => {
  it('E3: turned back, it deletes nothing that is new, not even when it is right again', async () => {
    const { library, list } = await opened();
    await valueOf(library.history.purge(day('2026-03-12'), 30));
    await valueOf(library.history.record(watchedMoment('l2', '2020-01-01T10:00:05Z')));
    expect((await valueOf(library.history.purge(day('2020-01-02'), 30))).count).toBe(0);
    expect((await valueOf(library.history.purge(day('2026-03-14'), 30))).count).toBe(0);
    expect(await list()).toHaveLength(5);
    // It grows old from when it was watched: on 12 March.
    expect((await valueOf(library.history.purge(day('2026-04-11'), 30))).count).toBe(3);
    expect((await valueOf(library.history.purge(day('2026-04-12'), 30))).count).toBe(2);
  });

  it('E3: left behind for good, it keeps nothing for ever: a day goes by with each day that it shows', async () => {
    const { library, list } = await opened();
    for (let passed = 0; passed < 31; passed += 1) {
      const shown = new Date(Date.parse('2020-01-01') + passed * 86_400_000).toISOString().slice(0, 10);
      await valueOf(library.history.purge(day(shown), 30));
    }
    expect(namesOf(await list())).toEqual(['l1 2026-03-12']);
    await valueOf(library.history.purge(day('2020-02-01'), 30));
    expect(await list()).toEqual([]);
  });

  it.each([
    ['the first day', null, '2026-03-12', '2026-03-12'],
    ['the next', ['2026-03-12', '2026-03-12'], '2026-03-13', '2026-03-13'],
    ['weeks later', ['2026-03-12', '2026-03-12'], '2026-05-01', '2026-05-01'],
    ['the same', ['2026-03-12', '2026-03-12'], '2026-03-12', '2026-03-12'],
    ['back over the date line', ['2026-03-12', '2026-03-12'], '2026-03-11', '2026-03-12'],
    ['and on', ['2026-03-11', '2026-03-12'], '2026-03-12', '2026-03-12'],
    ['years back', ['2026-03-12', '2026-03-12'], '2020-01-01', '2026-03-12'],
    ['a leap that does not reach', ['2020-01-01', '2026-03-12'], '2026-03-01', '2026-03-13'],
    ['right again', ['2020-01-05', '2026-03-16'], '2026-03-17', '2026-03-17'],
  ] as const)('E3: %s', (_, before, today, ageDay) => {
    const days = before === null ? null : { clockDay: day(before[0]), ageDay: day(before[1]) };
    expect(passDays(days, day(today))).toEqual({ clockDay: today, ageDay });
  });
});
