import { sql, type RawBuilder } from 'kysely';
import type { HeldFact, HeldSample, SampledKind } from '../../../../../contract/domain/held-data.ts';
import type { LibraryStatements } from './tables.ts';

interface SampleRow {
  readonly atMs: number | null;
  readonly title: string | null;
  readonly fact: string | null;
  readonly value: number | null;
}

/** So much of a note is shown. */
const shownLetters = 160;

const courseTitle = sql`(SELECT head ->> '$.title' FROM courses WHERE courses.id = it.course_id)`;
const lectureTitle = sql`(SELECT title FROM lectures WHERE lectures.id = it.lecture_id)`;
const eitherTitle = sql`coalesce((SELECT head ->> '$.title' FROM courses WHERE it.kind = 'course' AND courses.id = it.id),
  (SELECT title FROM lectures WHERE it.kind = 'lecture' AND lectures.id = it.id))`;

/** Of each kind: when, what in words, and one fact beside it. Columns are named one by one: a new one is not shown by itself. */
const queries: Readonly<Record<SampledKind, RawBuilder<SampleRow>>> = {
  history: sql`SELECT started_at_ms AS atMs, lecture_title AS title, 'played' AS fact, watched_ms AS value
    FROM history AS it ORDER BY day DESC, ended_at_ms DESC`,
  progress: sql`SELECT watched_at_ms AS atMs, ${lectureTitle} AS title, iif(completed, 'completed', 'position') AS fact,
    position_ms AS value FROM progress AS it ORDER BY watched_at_ms DESC`,
  notes: sql`SELECT created_at_ms AS atMs, substr(text, 1, ${shownLetters}) AS title, 'position' AS fact, position_ms AS value
    FROM notes AS it ORDER BY created_at_ms DESC`,
  ratings: sql`SELECT changed_at_ms AS atMs, ${eitherTitle} AS title, iif(stars IS NULL, 'withdrawn', 'stars') AS fact,
    stars AS value FROM ratings AS it ORDER BY changed_at_ms DESC`,
  'my-list': sql`SELECT added_at_ms AS atMs, ${eitherTitle} AS title, NULL AS fact, NULL AS value
    FROM my_list AS it ORDER BY added_at_ms DESC`,
  searches: sql`SELECT searched_at_ms AS atMs, text AS title, NULL AS fact, NULL AS value
    FROM search_history AS it ORDER BY searched_at_ms DESC`,
  downloads: sql`SELECT added_at_ms AS atMs, ${lectureTitle} AS title, 'size' AS fact, received_bytes AS value
    FROM downloads AS it ORDER BY added_at_ms DESC`,
  bin: sql`SELECT removed_at_ms AS atMs, ${lectureTitle} AS title, 'size' AS fact, received_bytes AS value
    FROM bin AS it ORDER BY removed_at_ms DESC`,
  speeds: sql`SELECT NULL AS atMs, ${courseTitle} AS title, 'rate' AS fact, rate AS value FROM course_rate AS it ORDER BY 2`,
  recommendations: sql`SELECT dismissed_at_ms AS atMs, ${courseTitle} AS title, NULL AS fact, NULL AS value
    FROM recommendation_dismissed AS it ORDER BY dismissed_at_ms DESC`,
  licences: sql`SELECT issued_at_s * 1000 AS atMs, ${lectureTitle} AS title, 'until' AS fact, expires_at_s * 1000 AS value
    FROM licences AS it ORDER BY issued_at_s DESC`,
};

/** The newest entries of a kind in plain words. */
export function samplesOfKind(
  store: LibraryStatements,
  { kind, limit }: { readonly kind: SampledKind; readonly limit: number },
): readonly HeldSample[] {
  const query = sql<SampleRow>`${queries[kind]} LIMIT ${limit}`;
  return store.all<SampleRow>({ compile: () => query.compile(store.build) }).map(({ atMs, title, fact, value }) => ({
    atMs,
    title: title ?? '',
    fact: factOf(fact as HeldFact['kind'], value),
  }));
}

function factOf(kind: HeldFact['kind'] | null, value: number | null): HeldFact | null {
  if (kind === 'completed' || kind === 'withdrawn') return { kind };
  if (kind === null || value === null) return null;
  switch (kind) {
    case 'played':
      return { kind, durationMs: value };
    case 'position':
      return { kind, positionMs: value };
    case 'stars':
      return { kind, stars: value };
    case 'rate':
      return { kind, rate: value };
    case 'size':
      return { kind, sizeBytes: value };
    case 'until':
      return { kind, atMs: value };
  }
}
