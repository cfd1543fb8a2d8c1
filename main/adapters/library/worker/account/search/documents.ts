import { sql } from 'kysely';
import type { Expression } from 'kysely';
import type { AssetId, CourseId, LectureId, NoteId } from '../../../../../../contract/domain/ids.ts';
import { parseCaptionsAtOnce } from '../../../../../captions/parse-captions.ts';
import type { LibraryStatements, LibraryTables, SearchKind } from '../tables.ts';

/** What can be found of something, before it has a number. */
export type DocumentText = Omit<LibraryTables['search_documents'], 'id'>;

/** The documents of some things of a kind as the library has them now; what is withdrawn or gone has none. */
export function readDocuments(
  store: LibraryStatements,
  kind: SearchKind,
  keys: readonly string[],
): readonly DocumentText[] {
  switch (kind) {
    case 'course':
      return courses(store, keys);
    case 'lecture':
      return lectures(store, keys);
    case 'lecturer':
      return keys.flatMap((key) => lecturer(store, key));
    case 'cue':
      return keys.flatMap((key) => cues(store, key as AssetId));
    case 'note':
      return notes(store, keys);
  }
}

/** The keys as rows of one parameter, so that the text of a query does not depend on how many there are. */
export function oneOf<Key extends string | number>(keys: readonly Key[]) {
  return sql<Key>`(select value from json_each(${JSON.stringify(keys)}))`;
}

/** A text in stored JSON; none is as good as an empty one. */
function textOf(json: Expression<string>, path: string) {
  return sql<string>`coalesce(${json} ->> ${sql.lit(path)}, '')`;
}

function courses(store: LibraryStatements, keys: readonly string[]): readonly DocumentText[] {
  const query = store.build
    .selectFrom('courses')
    .select(({ ref }) => {
      const head = ref('head');
      return [
        'id as key',
        textOf(head, '$.title').as('title'),
        textOf(head, '$.lecturer.name').as('lecturer'),
        sql<string>`(select coalesce(group_concat(value, ', '), '') from json_each(${head}, '$.topics'))`.as('topics'),
        textOf(head, '$.summary').as('summary'),
        textOf(head, '$.description').as('description'),
      ];
    })
    .where('withdrawn', '=', 0)
    .where('id', 'in', oneOf(keys as readonly CourseId[]));
  return store.all(query).map(({ key, title, lecturer, topics, summary, description }) => ({
    kind: 'course',
    key,
    place_ms: 0,
    title,
    people: `${lecturer}, ${topics}`,
    body: `${summary}\n${description}`,
  }));
}

function lectures(store: LibraryStatements, keys: readonly string[]): readonly DocumentText[] {
  const query = store.build
    .selectFrom('lectures')
    .select(({ ref }) => {
      const lecture = ref('lecture');
      const titles = sql<string>`select group_concat(value ->> '$.title', '\n') from json_each(${lecture}, '$.chapters')`;
      return [
        'id as key',
        'title',
        textOf(lecture, '$.summary').as('summary'),
        sql<string>`coalesce((${titles}), '')`.as('chapters'),
      ];
    })
    .where('withdrawn', '=', 0)
    .where('id', 'in', oneOf(keys as readonly LectureId[]));
  return store.all(query).map(({ key, title, summary, chapters }) => ({
    kind: 'lecture',
    key,
    place_ms: 0,
    title,
    people: '',
    body: `${summary}\n${chapters}`,
  }));
}

/** The courses of a lecturer that are published, as a condition that `courses_by_lecturer` answers. */
export function coursesOfLecturer(store: LibraryStatements, lecturerId: string) {
  return store.build
    .selectFrom('courses')
    .where('withdrawn', '=', 0)
    .where(sql`head ->> '$.lecturer.id'`, '=', lecturerId);
}

function lecturer(store: LibraryStatements, key: string): readonly DocumentText[] {
  const query = coursesOfLecturer(store, key)
    .select(({ ref }) => [
      textOf(ref('head'), '$.lecturer.name').as('title'),
      textOf(ref('head'), '$.lecturer.about').as('body'),
    ])
    .orderBy('published_at', 'desc')
    .limit(1);
  const newest = store.first(query);
  return newest === undefined ? [] : [{ kind: 'lecturer', key, place_ms: 0, people: '', ...newest }];
}

function cues(store: LibraryStatements, key: AssetId): readonly DocumentText[] {
  const query = store.build
    .selectFrom('content')
    .innerJoin('assets', 'assets.id', 'content.asset_id')
    .innerJoin('lectures', 'lectures.id', 'assets.lecture_id')
    .select('content.bytes')
    .where('content.asset_id', '=', key)
    .where('assets.kind', '=', 'caption')
    .where('lectures.withdrawn', '=', 0)
    .limit(1);
  const captions = store.first(query);
  const parsed = captions === undefined ? null : parseCaptionsAtOnce(captions.bytes);
  return (parsed ?? []).map(({ startMs, text }) => ({
    kind: 'cue',
    key,
    place_ms: startMs,
    title: '',
    people: '',
    body: text.replaceAll('\n', ' '),
  }));
}

function notes(store: LibraryStatements, keys: readonly string[]): readonly DocumentText[] {
  const query = store.build
    .selectFrom('notes')
    .select(['id as key', 'position_ms as place_ms', 'text as body'])
    .where('text', '!=', '')
    .where('id', 'in', oneOf(keys as readonly NoteId[]));
  return store.all(query).map((row) => ({ kind: 'note', title: '', people: '', ...row }));
}
