import { sql } from 'kysely';
import type { LibraryStatements } from '../tables.ts';

/** The languages of the published courses, by their tags. */
export function languagesOfCourses({ build, all }: LibraryStatements): readonly string[] {
  const language = sql<string>`head ->> '$.language'`;
  const query = build
    .selectFrom('courses')
    .select(language.as('language'))
    .distinct()
    .where('withdrawn', '=', 0)
    .orderBy('language');
  return all(query).map((row) => row.language);
}
