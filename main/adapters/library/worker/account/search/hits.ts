import { sql } from 'kysely';
import type { AssetId, CourseId, LectureId, NoteId } from '../../../../../../contract/domain/ids.ts';
import type { FoundItem } from '../../../../../search-ports.ts';
import type { LibraryStatements, SearchKind } from '../tables.ts';
import type { Candidate } from './candidates.ts';
import { coursesOfLecturer, oneOf } from './documents.ts';
import { mark, markExcerpt } from './mark.ts';
import type { QueryWord } from './query.ts';

/** What is shown of some documents of a kind, in their order. */
export function itemsOf(
  store: LibraryStatements,
  kind: SearchKind,
  found: readonly Candidate[],
  words: readonly QueryWord[],
): readonly FoundItem[] {
  switch (kind) {
    case 'course':
      return courseItems(store, found, words);
    case 'lecture':
      return lectureItems(store, found, words);
    case 'lecturer':
      return found.map((one) => lecturerItem(store, one, words));
    case 'cue':
      return cueItems(store, found, words);
    case 'note':
      return noteItems(store, found, words);
  }
}

function courseItems(
  store: LibraryStatements,
  found: readonly Candidate[],
  words: readonly QueryWord[],
): readonly FoundItem[] {
  const query = store.build
    .selectFrom('courses')
    .select([
      'id',
      sql<string>`head ->> '$.lecturer.name'`.as('lecturerName'),
      sql<AssetId>`head ->> '$.cover.id'`.as('coverAssetId'),
      sql<string>`head ->> '$.language'`.as('language'),
    ])
    .where('id', 'in', oneOf(keysOf<CourseId>(found)));
  const rows = new Map(store.all(query).map((row) => [row.id as string, row]));
  return found.flatMap(({ key, title }) => {
    const row = rows.get(key);
    if (row === undefined) return [];
    const { id: courseId, ...shown } = row;
    return [{ kind: 'course', courseId, title: mark(title, words), ...shown }];
  });
}

function lectureItems(
  store: LibraryStatements,
  found: readonly Candidate[],
  words: readonly QueryWord[],
): readonly FoundItem[] {
  const query = store.build
    .selectFrom('lectures')
    .innerJoin('courses', 'courses.id', 'lectures.course_id')
    .select([
      'lectures.id as lectureId',
      'lectures.course_id as courseId',
      'lectures.duration_ms as durationMs',
      sql<string>`courses.head ->> '$.title'`.as('courseTitle'),
      sql<string>`courses.head ->> '$.language'`.as('language'),
    ])
    .where('lectures.id', 'in', oneOf(keysOf<LectureId>(found)));
  const rows = new Map(store.all(query).map((row) => [row.lectureId as string, row]));
  return found.flatMap(({ key, title }) => {
    const row = rows.get(key);
    return row === undefined ? [] : [{ kind: 'lecture', title: mark(title, words), ...row }];
  });
}

function lecturerItem(store: LibraryStatements, { key, title }: Candidate, words: readonly QueryWord[]): FoundItem {
  const query = coursesOfLecturer(store, key).select(({ fn }) => fn.countAll<number>().as('count'));
  return { kind: 'lecturer', lecturerId: key, name: mark(title, words), courseCount: store.first(query)?.count ?? 0 };
}

function cueItems(
  store: LibraryStatements,
  found: readonly Candidate[],
  words: readonly QueryWord[],
): readonly FoundItem[] {
  const query = store.build
    .selectFrom('assets')
    .innerJoin('lectures', 'lectures.id', 'assets.lecture_id')
    .innerJoin('courses', 'courses.id', 'lectures.course_id')
    .select([
      'assets.id',
      sql<string>`courses.head ->> '$.language'`.as('lectureLanguage'),
      sql<
        string | null
      >`(select value ->> '$.language' from json_each(lectures.lecture, '$.captions') where value ->> '$.id' = assets.id)`.as(
        'language',
      ),
      'lectures.id as lectureId',
      'lectures.course_id as courseId',
      'lectures.title as lectureTitle',
    ])
    .where('lectures.withdrawn', '=', 0)
    .where('assets.id', 'in', oneOf([...new Set(keysOf<AssetId>(found))]));
  const rows = new Map(store.all(query).map(({ id, ...row }) => [id as string, row]));
  return found.flatMap(({ key, place_ms: startMs, body }) => {
    const row = rows.get(key);
    if (row === undefined) return [];
    const { language, ...shown } = row;
    const text = markExcerpt(body ?? '', words);
    return [{ kind: 'transcript', ...shown, startMs, text, ...(language === null ? {} : { language }) }];
  });
}

function noteItems(
  store: LibraryStatements,
  found: readonly Candidate[],
  words: readonly QueryWord[],
): readonly FoundItem[] {
  const query = store.build
    .selectFrom('notes')
    .leftJoin('lectures', 'lectures.id', 'notes.lecture_id')
    .leftJoin('courses', 'courses.id', 'lectures.course_id')
    .select(['notes.id', 'notes.lecture_id', 'notes.position_ms', 'notes.text', 'lectures.title'])
    .select(sql<string | null>`courses.head ->> '$.language'`.as('language'))
    .where('notes.id', 'in', oneOf(keysOf<NoteId>(found)));
  const rows = new Map(store.all(query).map((row) => [row.id as string, row]));
  return found.flatMap(({ key }) => {
    const row = rows.get(key);
    if (row === undefined) return [];
    return [
      {
        kind: 'note',
        noteId: row.id,
        lectureId: row.lecture_id,
        lectureTitle: row.title ?? '',
        positionMs: row.position_ms,
        text: markExcerpt(row.text.replaceAll(/\s+/g, ' ').trim(), words),
        ...(row.language === null ? {} : { lectureLanguage: row.language }),
      },
    ];
  });
}

function keysOf<Key extends string>(found: readonly Candidate[]): readonly Key[] {
  return found.map(({ key }) => key as Key);
}
