import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { HistoryPlace } from '../../../contract/domain/history.ts';
import { DeviceId } from '../../../contract/domain/ids.ts';
import { LocalDay } from '../../../contract/domain/local-day.ts';
import type { HistoryQuery } from '../../history-ports.ts';
import {
  applyCatalogue,
  accountId,
  courseId,
  lectureId,
  sampleCourse,
  sampleLecture,
  valueOf,
  wholeCatalogue,
} from './testing/sample-data.ts';
import { openLibrary } from './testing/test-bench.ts';
import { watchedMoment } from './testing/watched-moment.ts';
import { giveKey } from './worker/cipher.ts';

const course = sampleCourse('c', [
  sampleLecture('l1', { title: 'Как считали облака' }),
  sampleLecture('l2', { title: 'Ёлки и ели' }),
]);

async function opened() {
  const opening = await openLibrary();
  await valueOf(applyCatalogue(opening.library, wholeCatalogue(course), null));
  const { history } = opening.library;
  const record = async (lecture: string, iso: string, change = {}) =>
    valueOf(history.record(watchedMoment(lecture, iso, change)));
  const list = async (query: Partial<HistoryQuery> = {}) =>
    valueOf(history.list({ before: null, limit: 50, text: '', ...query }));
  /** Writes to the file on a connection of its own. */
  const database = (sql: string): void => {
    const connection = new Database(opening.file);
    giveKey(connection, opening.libraryKey);
    connection.exec(sql);
    connection.close();
  };
  return { ...opening, history, record, list, database };
}

describe('the watch history in the library', () => {
  it('E1: a sitting goes on while it is told of it within ten minutes, and keeps when, how far and how long', async () => {
    const { record, list } = await opened();
    expect(await record('l1', '2026-03-12T10:00:05Z')).toBe(true);
    await record('l1', '2026-03-12T10:00:10Z', { watchedMs: 5000, toMs: 20_000 });
    await record('l1', '2026-03-12T10:10:09Z', { watchedMs: 0, toMs: 30_000 });
    const [entry, ...others] = (await list()).entries;
    expect(others).toEqual([]);
    expect(entry).toEqual({
      id: entry?.id,
      lectureId: 'l1',
      courseId: 'c',
      lectureTitle: 'Как считали облака',
      courseTitle: 'Course c',
      durationMs: 60_000,
      deviceId: 'this-computer',
      startedAtMs: Date.parse('2026-03-12T10:00:00Z'),
      endedAtMs: Date.parse('2026-03-12T10:10:09Z'),
      day: '2026-03-12',
      offsetMinutes: 0,
      watchedMs: 10_000,
      fromMs: 10_000,
      toMs: 30_000,
      isInCatalogue: true,
    });
  });

  it.each([
    ['ten minutes later', 'l1', '2026-03-12T10:10:05Z', {}, 2],
    ['a little before', 'l1', '2026-03-12T10:10:04.999Z', {}, 1],
    ['after the clock was set right by a minute', 'l1', '2026-03-12T09:59:05Z', {}, 1],
    ['after it was set back by an hour', 'l1', '2026-03-12T09:00:05Z', {}, 2],
    ['another lecture', 'l2', '2026-03-12T10:00:10Z', {}, 2],
    ['on the next day', 'l1', '2026-03-12T10:00:10Z', { day: LocalDay.parse('2026-03-13') }, 2],
    ['on another computer', 'l1', '2026-03-12T10:00:10Z', { deviceId: DeviceId.parse('other') }, 2],
    ['with nothing watched, much later', 'l1', '2026-03-12T12:00:00Z', { watchedMs: 0 }, 1],
  ])('E1: %s', async (_, lecture, iso, change, count) => {
    const { record, history } = await opened();
    await record('l1', '2026-03-12T10:00:05Z');
    await record(lecture, iso, change);
    expect(await valueOf(history.count())).toBe(count);
  });

  it('E1: looking into a lecture without watching it, and one that nobody knows, leave nothing', async () => {
    const { record, history } = await opened();
    expect(await record('l1', '2026-03-12T10:00:05Z', { watchedMs: 0 })).toBe(false);
    expect(await record('nowhere', '2026-03-12T10:00:05Z')).toBe(false);
    expect(await valueOf(history.count())).toBe(0);
  });

  it('E1 B1: titles outlast the catalogue, and a lecture that it forgot is still kept when it is watched again', async () => {
    const { record, list, library } = await opened();
    await record('l1', '2026-03-12T10:00:05Z');
    const delta = { cursor: 'c2', complete: false, courses: [], removedCourseIds: [courseId('c')] };
    await valueOf(applyCatalogue(library, delta, null));
    expect(await record('l1', '2026-03-13T10:00:05Z')).toBe(true);
    expect(await record('l2', '2026-03-13T10:00:05Z')).toBe(false);
    const { entries } = await list();
    expect(
      entries.map(({ lectureTitle, courseTitle, day, isInCatalogue }) => [
        lectureTitle,
        courseTitle,
        day,
        isInCatalogue,
      ]),
    ).toEqual([
      ['Как считали облака', 'Course c', '2026-03-13', false],
      ['Как считали облака', 'Course c', '2026-03-12', false],
    ]);
  });

  it('E1: comes in pages by day, newest first, without a gap and without a double, also over the date line', async () => {
    const { record, list } = await opened();
    const isos = Array.from({ length: 23 }, (_, index) => `2026-03-${String(index + 1).padStart(2, '0')}T10:00:05Z`);
    for (const iso of isos) await record(iso.includes('-1') ? 'l1' : 'l2', iso);
    // From Tokyo to Honolulu: later, and yet the day before.
    await record('l2', '2026-03-23T20:00:00Z', { day: LocalDay.parse('2026-03-22'), offsetMinutes: -600 });
    const days: string[] = [];
    let before: HistoryPlace | null = null;
    for (let more = true; more;) {
      const page = await list({ before, limit: 5 });
      days.push(...page.entries.map(({ day }) => day));
      before = page.next;
      more = before !== null;
    }
    expect(days).toHaveLength(24);
    expect(days).toEqual(days.toSorted().toReversed());
  });

  it('E1: is searched by all words of the titles, whatever the case, «ё» or the order; signs of SQL are signs', async () => {
    const { record, list } = await opened();
    await record('l1', '2026-03-12T10:00:05Z');
    await record('l2', '2026-03-13T10:00:05Z');
    const found = async (text: string) => (await list({ text })).entries.map(({ lectureId }) => lectureId);
    expect(await found('ОБЛАК course')).toEqual(['l1']);
    expect(await found('елки')).toEqual(['l2']);
    expect(await found('Ёлки')).toEqual(['l2']);
    expect(await found('  ')).toEqual(['l2', 'l1']);
    for (const text of ['%', '_', '*', '"', "'; --"]) expect(await found(text)).toEqual([]);
  });

  it('E1: a search of a very long history comes piece by piece, and misses nothing', async () => {
    const { record, list, database } = await opened();
    await record('l1', '2026-03-12T10:00:05Z');
    database(
      `INSERT INTO history SELECT printf('%08d-0000-4000-8000-000000000000', value), 'other', 'c', 't', 't', 'other', 1, 'd',
        value, value, '2026-03-13', 0, '2026-03-13', 1, 0, 1
       FROM (WITH RECURSIVE n(value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM n WHERE value < 45000) SELECT value FROM n)`,
    );
    const first = await list({ text: 'облака' });
    expect([first.entries.length, first.next !== null]).toEqual([0, true]);
    const second = await list({ text: 'облака', before: first.next });
    const third = await list({ text: 'облака', before: second.next });
    expect([second.entries.length, third.entries.map(({ lectureId }) => lectureId), third.next]).toEqual([
      0,
      ['l1'],
      null,
    ]);
    const many = await list({ text: 'other', limit: 3 });
    expect(many.entries).toHaveLength(3);
    expect(many.next).toMatchObject({ id: many.entries[2]?.id });
  });

  it('E1: survives closing, and is one account’s own', async () => {
    const { record, list, library, libraryKey } = await opened();
    await record('l1', '2026-03-12T10:00:05Z');
    await valueOf(library.open(accountId('b'), new Uint8Array(32).fill(7)));
    expect((await list()).entries).toEqual([]);
    await valueOf(library.open(accountId('a'), libraryKey));
    expect((await list()).entries).toHaveLength(1);
    expect(await record('l1', '2026-03-12T10:01:05Z')).toBe(true);
    expect((await list()).entries.map(({ lectureId: id, watchedMs }) => [id, watchedMs])).toEqual([
      [lectureId('l1'), 10_000],
    ]);
  });
});
