import { array, assert, asyncProperty, integer, nat, record } from 'fast-check';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { dayAfter, LocalDay, localDay } from '../../../contract/domain/local-day.ts';
import type { StatisticsPiece } from '../../statistics-ports.ts';
import {
  applyCatalogue,
  lectureId,
  sampleCourse,
  sampleLecture,
  valueOf,
  wholeCatalogue,
} from './testing/sample-data.ts';
import { openLibrary } from './testing/test-bench.ts';
import { watchedMoment } from './testing/watched-moment.ts';
import { giveKey } from './worker/cipher.ts';

const minuteMs = 60_000;
const day = (text: string) => LocalDay.parse(text);
const lectures = (course: string, count: number) =>
  Array.from({ length: count }, (_, index) => sampleLecture(`${course}${index + 1}`));

async function opened(courseCount = 3) {
  const opening = await openLibrary();
  const courses = Array.from({ length: courseCount }, (_, index) => String.fromCodePoint(97 + index));
  const catalogue = courses.map((id) => sampleCourse(id, lectures(id, 3)));
  await valueOf(applyCatalogue(opening.library, wholeCatalogue(...catalogue), null));
  const { library } = opening;
  /** A sitting on a day of a place that is so far ahead of UTC. */
  const watch = async (lecture: string, iso: string, minutes: number, offsetMinutes = 0) =>
    valueOf(
      library.history.record(
        watchedMoment(lecture, iso, {
          watchedMs: minutes * minuteMs,
          offsetMinutes,
          day: localDay(Date.parse(iso), () => offsetMinutes),
        }),
      ),
    );
  const read = async (fromDay: string, toDay: string) =>
    valueOf(library.statistics.read({ fromDay: day(fromDay), toDay: day(toDay) }));
  /** Writes to the file on a connection of its own. */
  const database = (sql: string): void => {
    const connection = new Database(opening.file);
    giveKey(connection, opening.libraryKey);
    connection.exec(sql);
    connection.close();
  };
  return { ...opening, watch, read, database };
}

const minutesOf = (days: readonly { readonly day: string; readonly watchedMs: number }[]) =>
  days.map((each) => [each.day, each.watchedMs / minuteMs]);

describe('the study statistics in the library', () => {
  it('E5: sittings are added up by day and course; lectures and courses count once, the completed ones too', async () => {
    const { library, watch, read } = await opened();
    await watch('a1', '2026-03-10T10:00:00Z', 10);
    await watch('a1', '2026-03-10T12:00:00Z', 5);
    await watch('a2', '2026-03-12T12:00:00Z', 20);
    await watch('b1', '2026-03-12T13:00:00Z', 30);
    await watch('c1', '2026-02-01T13:00:00Z', 99);
    const progress = { positionMs: 1, completed: true, watchedAtMs: 1, completedAtMs: 1 };
    for (const id of ['a1', 'c1', 'c2']) await valueOf(library.progress.save(lectureId(id), progress));
    expect(await read('2026-03-06', '2026-03-12')).toEqual({
      days: [
        { day: '2026-02-01', watchedMs: 99 * minuteMs },
        { day: '2026-03-10', watchedMs: 15 * minuteMs },
        { day: '2026-03-12', watchedMs: 50 * minuteMs },
      ],
      totals: { watchedMs: 65 * minuteMs, dayCount: 2, lectureCount: 3, completedCount: 1, courseCount: 2 },
      courses: [
        { courseId: 'a', title: 'Course a', language: 'en', watchedMs: 35 * minuteMs },
        { courseId: 'b', title: 'Course b', language: 'en', watchedMs: 30 * minuteMs },
      ],
      others: { courseCount: 0, watchedMs: 0 },
      currentStreak: { dayCount: 1, lastDay: '2026-03-12' },
      longestStreak: { dayCount: 1, lastDay: '2026-03-12' },
    });
  });

  it('E5: with nothing watched everything is nothing', async () => {
    const { read } = await opened();
    expect(await read('2026-03-06', '2026-03-12')).toEqual({
      days: [],
      totals: { watchedMs: 0, dayCount: 0, lectureCount: 0, completedCount: 0, courseCount: 0 },
      courses: [],
      others: { courseCount: 0, watchedMs: 0 },
      currentStreak: { dayCount: 0, lastDay: null },
      longestStreak: { dayCount: 0, lastDay: null },
    });
  });

  it('E5: a day is the one that the clock on the wall showed, where the person was, also when clocks are turned', async () => {
    const { watch, read } = await opened();
    // One moment in Auckland, then half an hour later, on the way to Honolulu, a day before it.
    await watch('a1', '2026-03-12T11:30:00Z', 10, 13 * 60);
    await watch('a2', '2026-03-12T12:00:00Z', 20, -10 * 60);
    // New York turns its clocks on 8 March at 07:00 UTC: both are on that day, of 23 hours.
    await watch('a1', '2026-03-08T05:30:00Z', 1, -300);
    await watch('a1', '2026-03-09T03:30:00Z', 2, -240);
    // Berlin turns them back on 25 October, a day of 25 hours.
    await watch('b1', '2026-10-24T22:30:00Z', 3, 120);
    await watch('b1', '2026-10-25T22:30:00Z', 4, 60);
    await watch('b1', '2026-10-25T23:30:00Z', 5, 60);
    const { days } = await read('2026-10-26', '2026-10-26');
    expect(minutesOf(days)).toEqual([
      ['2026-03-08', 3],
      ['2026-03-12', 20],
      ['2026-03-13', 10],
      ['2026-10-25', 7],
      ['2026-10-26', 5],
    ]);
  });

  it('E5: 371 days are told one by one, the last one asked for included; a longer period is counted all the same', async () => {
    const { watch, read } = await opened();
    for (const iso of ['2027-12-31', '2028-02-29', '2028-03-01', '2028-12-31', '2029-01-01', '2029-03-05'])
      await watch('a1', `${iso}T10:00:00Z`, 1);
    const year = await read('2028-03-05', '2029-03-04');
    expect(year.days.map((each) => each.day)).toEqual(['2028-02-29', '2028-03-01', '2028-12-31', '2029-01-01']);
    expect(dayAfter(day('2029-03-04'), -370)).toBe('2028-02-28');
    expect(year.totals.dayCount).toBe(2);
    const whole = await read('2028-01-31', '2029-03-05');
    expect(whole.days[0]?.day).toBe('2028-02-29');
    expect(whole.totals).toMatchObject({ dayCount: 5, watchedMs: 5 * minuteMs });
    expect((await read('2027-12-01', '2028-12-31')).totals.dayCount).toBe(4);
  });

  it.each([
    ['until today', ['12', '11', '10'], '2026-03-12', 3],
    ['until yesterday: today is not over', ['11', '10'], '2026-03-12', 2],
    ['until the day before: it has ended', ['10', '09'], '2026-03-12', 0],
    ['with a gap', ['12', '10', '09', '08'], '2026-03-12', 1],
    ['with days ahead of the clock', ['13', '12'], '2026-03-12', 1],
  ])('E5: the row of days %s', async (_, days, toDay, dayCount) => {
    const { watch, read } = await opened();
    for (const each of days) await watch('a1', `2026-03-${each}T10:00:00Z`, 1);
    expect((await read(toDay, toDay)).currentStreak.dayCount).toBe(dayCount);
  });

  it('E5: the longest row goes over months, years and a leap day; a day of less than a minute ends it, many short sittings do not', async () => {
    const { library, watch, read } = await opened();
    for (let index = 0; index < 70; index += 1) {
      const at = dayAfter(day('2027-12-25'), index);
      if (index === 30) for (const hour of ['10', '11', '12']) await watch('a1', `${at}T${hour}:00:00Z`, 1 / 3);
      else await watch('a1', `${at}T10:00:00Z`, 1);
    }
    const whole = await read('2028-03-10', '2028-03-10');
    expect(whole.longestStreak).toEqual({ dayCount: 70, lastDay: '2028-03-03' });
    expect(whole.currentStreak).toEqual({ dayCount: 0, lastDay: null });
    await valueOf(library.history.remove({ day: day('2028-02-29') }, 1, 0));
    await watch('a1', '2028-02-29T10:00:00Z', 0.9);
    expect((await read('2028-03-10', '2028-03-10')).longestStreak).toEqual({ dayCount: 66, lastDay: '2028-02-28' });
  });

  it('E5 E1: a course that the catalogue forgot keeps its last title; what is deleted is counted no more, brought back it is', async () => {
    const { library, watch, read, database } = await opened();
    await watch('a1', '2026-03-10T10:00:00Z', 10);
    await watch('a2', '2026-03-11T10:00:00Z', 10);
    await watch('b1', '2026-03-11T10:00:00Z', 15);
    database(`UPDATE history SET course_title = 'An old name' WHERE day = '2026-03-10';
      DELETE FROM courses WHERE id = 'a';`);
    expect((await read('2026-03-06', '2026-03-12')).courses).toEqual([
      { courseId: 'a', title: 'Course a', language: null, watchedMs: 20 * minuteMs },
      { courseId: 'b', title: 'Course b', language: 'en', watchedMs: 15 * minuteMs },
    ]);
    const before = await read('2026-03-06', '2026-03-12');
    await valueOf(library.history.remove({ all: true }, 1, 0));
    expect(await read('2026-03-06', '2026-03-12')).toMatchObject({ days: [], courses: [], totals: { watchedMs: 0 } });
    await valueOf(library.history.restore(1));
    expect(await read('2026-03-06', '2026-03-12')).toEqual(before);
  });

  it('E5: ten courses stand by name, all others together', async () => {
    const { watch, read } = await opened(13);
    for (let index = 0; index < 13; index += 1)
      await watch(`${String.fromCodePoint(97 + index)}1`, '2026-03-10T10:00:00Z', 13 - index);
    const { courses, others } = await read('2026-03-06', '2026-03-12');
    expect(courses.map(({ courseId }) => courseId).join('')).toBe('abcdefghij');
    expect(others).toEqual({ courseCount: 3, watchedMs: 6 * minuteMs });
  });

  it('E5: days, courses with the others, and the lines of the export each add up to the total, whatever was watched', async () => {
    const { library, read, database } = await opened(13);
    const first = day('2027-11-20');
    const sitting = record({
      daysLater: nat(400),
      course: nat(12),
      lecture: integer({ min: 1, max: 3 }),
      minutes: integer({ min: 1, max: 300 }),
    });
    const period = record({ start: nat(420), length: integer({ min: 1, max: 371 }) });
    await assert(
      asyncProperty(array(sitting, { maxLength: 60 }), period, async (sittings, { start, length }) => {
        const rows = sittings.map(({ daysLater, course, lecture, minutes }, index) => {
          const id = String.fromCodePoint(97 + course);
          const on = dayAfter(first, daysLater);
          return `('${index}', '${id}${lecture}', '${id}', 't', 'Course ${id}', 't', 1, 'd', ${index}, ${index}, '${on}', 0, '${on}', ${minutes * minuteMs}, 0, 1)`;
        });
        database(`DELETE FROM history; ${rows.length > 0 ? `INSERT INTO history VALUES ${rows.join(',')}` : ''}`);
        const fromDay = dayAfter(first, start);
        const toDay = dayAfter(fromDay, length - 1);
        const answer = await read(fromDay, toDay);
        const inside = sittings.filter(({ daysLater }) => daysLater >= start && daysLater < start + length);
        const expected = inside.reduce((sum, { minutes }) => sum + minutes, 0) * minuteMs;
        const sum = (parts: readonly { readonly watchedMs: number }[]) =>
          parts.reduce((all, { watchedMs }) => all + watchedMs, 0);
        expect(answer.totals.watchedMs).toBe(expected);
        expect(sum(answer.days.filter((each) => each.day >= fromDay))).toBe(expected);
        expect(sum(answer.courses) + answer.others.watchedMs).toBe(expected);
        expect(answer.totals.dayCount).toBe(new Set(inside.map(({ daysLater }) => daysLater)).size);
        expect(answer.totals.lectureCount).toBe(new Set(inside.map((each) => `${each.course} ${each.lecture}`)).size);
        expect(answer.courses.length + answer.others.courseCount).toBe(answer.totals.courseCount);
        const pieces: StatisticsPiece[] = [];
        for (let from: LocalDay | null = fromDay; from !== null; from = pieces.at(-1)?.nextDay ?? null)
          pieces.push(await valueOf(library.statistics.csv({ fromDay: from, toDay })));
        const lines = pieces.flatMap(({ text }) => text.split('\r\n').filter(Boolean)).map((line) => line.split(','));
        expect(lines.reduce((all, [, , minutes]) => all + Number(minutes), 0) * minuteMs).toBe(expected);
        expect(lines.reduce((all, [, , , count]) => all + Number(count), 0)).toBe(inside.length);
        expect(pieces.reduce((all, { lineCount }) => all + lineCount, 0)).toBe(lines.length);
        expect(lines.map(([on = '']) => on)).toEqual(lines.map(([on = '']) => on).toSorted((a, b) => (a < b ? -1 : 1)));
      }),
      { numRuns: 60 },
    );
  });
});
