import { sql, type RawBuilder } from 'kysely';
import type { SearchFilter } from '../../../../../../contract/domain/search.ts';
import type { SearchKind } from '../tables.ts';
import { indexOf } from './search-index.ts';

/** A condition on the rows of an index; empty: every row passes. */
export type Only = RawBuilder<unknown>;

/** Every row. */
export const everything: Only = sql``;

/** Whether a kind is looked for at all. */
export function isWanted(kind: SearchKind, { kinds }: SearchFilter): boolean {
  return kinds.length === 0 || kinds.includes(kind === 'cue' ? 'transcript' : kind);
}

/** What passes of a kind: asked of each row that matches, so that it costs no more than what is looked at. */
export function onlyOf(kind: SearchKind, { language, here }: SearchFilter): Only {
  const conditions = [...(language === null ? [] : [isIn(kind, language)]), ...(here ? [isHere(kind)] : [])];
  if (conditions.length === 0) return everything;
  const index = indexOf(kind);
  return sql` and exists (select 1 from search_documents as doc where doc.id = ${index}.rowid and ${sql.join(conditions, sql` and `)})`;
}

const courseIn = (language: string) => sql`courses.head ->> '$.language' = ${language}`;

/** In a language: a course by its own, what belongs to it by that of the course, what is said by that of the captions. */
function isIn(kind: SearchKind, language: string): RawBuilder<unknown> {
  switch (kind) {
    case 'course':
      return sql`exists (select 1 from courses where courses.id = doc.key and ${courseIn(language)})`;
    case 'lecturer':
      return sql`exists (select 1 from courses where courses.head ->> '$.lecturer.id' = doc.key and courses.withdrawn = 0 and ${courseIn(language)})`;
    case 'lecture':
      return sql`exists (select 1 from lectures join courses on courses.id = lectures.course_id where lectures.id = doc.key and ${courseIn(language)})`;
    case 'note':
      return sql`exists (select 1 from notes join courses on courses.id = notes.course_id where notes.id = doc.key and ${courseIn(language)})`;
    case 'cue':
      return sql`exists (select 1 from assets join lectures on lectures.id = assets.lecture_id, json_each(lectures.lecture, '$.captions') as track where assets.id = doc.key and track.value ->> '$.id' = doc.key and track.value ->> '$.language' = ${language})`;
  }
}

/** On this computer: of a course or a lecturer at least one lecture. */
function isHere(kind: SearchKind): RawBuilder<unknown> {
  switch (kind) {
    case 'course':
      return sql`exists (select 1 from downloads where downloads.course_id = doc.key and downloads.state = 'complete')`;
    case 'lecturer':
      return sql`exists (select 1 from downloads join courses on courses.id = downloads.course_id where downloads.state = 'complete' and courses.head ->> '$.lecturer.id' = doc.key)`;
    case 'lecture':
      return sql`exists (select 1 from downloads where downloads.lecture_id = doc.key and downloads.state = 'complete')`;
    case 'note':
      return sql`exists (select 1 from notes join downloads on downloads.lecture_id = notes.lecture_id where notes.id = doc.key and downloads.state = 'complete')`;
    case 'cue':
      return sql`exists (select 1 from assets join downloads on downloads.lecture_id = assets.lecture_id where assets.id = doc.key and downloads.state = 'complete')`;
  }
}
