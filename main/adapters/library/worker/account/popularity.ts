import type { PopularList } from '../../../../../contract/api/popular.ts';
import type { CoursePopularity } from '../../../../../contract/domain/popularity.ts';
import type { LibraryStatements } from './tables.ts';

/** The columns of what is popular, as a query beside a course answers them: all null where nothing is known. */
export const popularityColumns = [
  'popularity.viewer_count',
  'popularity.rating_average',
  'popularity.rating_count',
] as const;

/** What those columns say, as a part of a course; empty where nothing is known. */
export function popularityOf(row: {
  readonly viewer_count: number | null;
  readonly rating_average: number | null;
  readonly rating_count: number | null;
}): { readonly popularity?: CoursePopularity } {
  const { viewer_count: viewerCount, rating_average: average, rating_count: count } = row;
  const rating = average === null || count === null ? null : { average, count };
  return viewerCount === null && rating === null ? {} : { popularity: { viewerCount, rating } };
}

/** The ETag of what is kept. */
export function popularityEtag({ build, first }: LibraryStatements): string | null {
  return first(build.selectFrom('popularity_state').select('etag'))?.etag ?? null;
}

/** Puts a new list in the place of the old one; true when it says anything else. */
export function replacePopularity(
  store: LibraryStatements,
  { list, etag }: { readonly list: PopularList; readonly etag: string | null },
): boolean {
  const { build } = store;
  const before = store.all(build.selectFrom('popularity').selectAll());
  const next = new Map(
    list.courses.map(({ courseId, viewerCount, rating }) => [
      courseId,
      {
        course_id: courseId,
        viewer_count: viewerCount,
        rating_average: rating?.average ?? null,
        rating_count: rating?.count ?? null,
      },
    ]),
  );
  const isSame = before.length === next.size && before.every((row) => isEqual(row, next.get(row.course_id)));
  store.run(
    build
      .insertInto('popularity_state')
      .values({ only: 1, etag })
      .onConflict((conflict) => conflict.column('only').doUpdateSet({ etag })),
  );
  if (isSame) return false;
  store.run(build.deleteFrom('popularity'));
  for (const row of next.values()) store.run(build.insertInto('popularity').values(row));
  return true;
}

function isEqual<Row extends object>(row: Row, other: Row | undefined): boolean {
  return other !== undefined && (Object.keys(row) as (keyof Row)[]).every((name) => row[name] === other[name]);
}
