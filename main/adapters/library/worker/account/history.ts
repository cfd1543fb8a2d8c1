import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { HistoryEntryId, type HistoryPage, type HistoryPlace } from '../../../../../contract/domain/history.ts';
import type { LectureId } from '../../../../../contract/domain/ids.ts';
import type { HistoryQuery, WatchedMoment } from '../../../../history-ports.ts';
import { foldText } from './fold-text.ts';
import { countToday } from './history-age.ts';
import { sittingOf } from './history-row.ts';
import { noteSitting } from './sync/sittings.ts';
import type { LibraryStatements, LibraryTables } from './tables.ts';

type Row = LibraryTables['history'];

/** A sitting goes on while it is told of it within this time. */
const sittingGapMs = 600_000;

/** Goes on with the sitting of just before, or begins one. */
export function recordHistory(store: LibraryStatements, moment: WatchedMoment): boolean {
  const ageDay = countToday(store, moment.day);
  const last = sittingBefore(store, moment);
  if (last !== undefined) {
    const change = {
      ended_at_ms: Math.max(last.ended_at_ms, moment.nowMs),
      watched_ms: last.watched_ms + moment.watchedMs,
      to_ms: moment.toMs,
    };
    store.run(store.build.updateTable('history').set(change).where('id', '=', last.id));
    noteSitting(store, last.id, moment.nowMs);
    return true;
  }
  const titles = moment.watchedMs > 0 ? titlesOf(store, moment.lectureId) : undefined;
  if (titles === undefined) return false;
  const row: Row = {
    ...titles,
    id: HistoryEntryId.parse(randomUUID()),
    lecture_id: moment.lectureId,
    search_text: foldText(`${titles.lecture_title} ${titles.course_title}`),
    device_id: moment.deviceId,
    started_at_ms: moment.startedAtMs,
    ended_at_ms: moment.nowMs,
    day: moment.day,
    offset_minutes: moment.offsetMinutes,
    age_day: ageDay,
    watched_ms: moment.watchedMs,
    from_ms: moment.fromMs,
    to_ms: moment.toMs,
  };
  store.run(store.build.insertInto('history').values(row));
  noteSitting(store, row.id, moment.nowMs);
  return true;
}

/** The sitting that this moment belongs to: of the same day and computer, not long ago; a clock that was set right a little does not end it. */
function sittingBefore(store: LibraryStatements, { lectureId, deviceId, day, nowMs }: WatchedMoment) {
  return store.first(
    store.build
      .selectFrom('history')
      .select(['id', 'ended_at_ms', 'watched_ms'])
      .where('lecture_id', '=', lectureId)
      .where('ended_at_ms', '>', nowMs - sittingGapMs)
      .where('ended_at_ms', '<', nowMs + sittingGapMs)
      .where('day', '=', day)
      .where('device_id', '=', deviceId)
      .orderBy('ended_at_ms', 'desc')
      .limit(1),
  );
}

/** Of the catalogue, or, when that forgot the lecture, of an entry before. */
function titlesOf(store: LibraryStatements, id: LectureId) {
  const known = store.first(
    store.build
      .selectFrom('lectures')
      .innerJoin('courses', 'courses.id', 'lectures.course_id')
      .select([
        'lectures.course_id',
        'lectures.title as lecture_title',
        'lectures.duration_ms',
        sql<string>`courses.head ->> '$.title'`.as('course_title'),
      ])
      .where('lectures.id', '=', id),
  );
  return (
    known ??
    store.first(
      store.build
        .selectFrom('history')
        .select(['course_id', 'lecture_title', 'duration_ms', 'course_title'])
        .where('lecture_id', '=', id)
        .orderBy('ended_at_ms', 'desc')
        .limit(1),
    )
  );
}

/** So many entries are searched in one call: whoever waits behind it waits a moment, not seconds. */
const searchedAtOnce = 20_000;

/** A part of the list, newest day first; with words, what of the next entries has all of them. */
export function listHistory(store: LibraryStatements, { before, limit, text }: HistoryQuery): HistoryPage {
  const words = foldText(text).split(/\s+/u).filter(Boolean);
  const last = words.length === 0 ? null : lastSearched(store, before);
  let query = store.build
    .selectFrom('history')
    .leftJoin('lectures', 'lectures.id', 'history.lecture_id')
    .selectAll('history')
    .select('lectures.id as catalogue_id')
    .orderBy('history.day', 'desc')
    .orderBy('history.ended_at_ms', 'desc')
    .orderBy('history.id', 'desc')
    .limit(limit + 1);
  if (before !== null) query = query.where(sql<boolean>`${place} < ${valuesOf(before)}`);
  if (last !== null) query = query.where(sql<boolean>`${place} >= ${valuesOf(last)}`);
  for (const word of words) query = query.where(sql<boolean>`instr(history.search_text, ${word}) > 0`);
  const rows = store.all(query);
  const entries = rows.slice(0, limit).map((row) => ({ ...sittingOf(row), isInCatalogue: row.catalogue_id !== null }));
  const end = rows.length > limit ? entries.at(-1) : undefined;
  return { entries, next: end === undefined ? last : placeOf(end) };
}

/** Where a search from a place ends for now; null when it reaches the end of the history. */
function lastSearched(store: LibraryStatements, before: HistoryPlace | null): HistoryPlace | null {
  let query = store.build
    .selectFrom('history')
    .select(['day', 'ended_at_ms as endedAtMs', 'id'])
    .orderBy('day', 'desc')
    .orderBy('ended_at_ms', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .offset(searchedAtOnce - 1);
  if (before !== null) query = query.where(sql<boolean>`${place} < ${valuesOf(before)}`);
  return store.first(query) ?? null;
}

const place = sql`(history.day, history.ended_at_ms, history.id)`;

function valuesOf({ day, endedAtMs, id }: HistoryPlace) {
  return sql`(${day}, ${endedAtMs}, ${id})`;
}

function placeOf({ day, endedAtMs, id }: HistoryPlace): HistoryPlace {
  return { day, endedAtMs, id };
}

/** How many entries there are. */
export function countHistory(store: LibraryStatements): number {
  const query = store.build.selectFrom('history').select(({ fn }) => fn.countAll<number>().as('count'));
  return store.first(query)?.count ?? 0;
}
