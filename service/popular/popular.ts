import type { PopularCourse } from '../../contract/api/popular.ts';
import type { Course } from '../../contract/domain/course.ts';
import type { AccountId, AssetId, CourseId } from '../../contract/domain/ids.ts';
import { lecturesOf } from '../catalogue/courses.ts';
import type { Clock } from '../clock.ts';
import type { ServiceDatabase } from '../database/database.ts';
import { averageOf, roughly } from './rounding.ts';

/** What people made of the courses, all together. */
export interface Popular {
  /** Remembers, for counting, that an account asked for a file today; only video and sound of a lecture count. */
  noteViewer(account: AccountId, asset: AssetId): void;
  /** Of each published course what may be said; counted once a day, so that no answer tells what one person just did. */
  courses(): readonly PopularCourse[];
}

const dayMs = 86_400_000;
/** Who watched longer ago is not counted any more, and forgotten. */
const countedDays = 90;
/** Of fewer people nothing is told. */
const usualLeastPeople = 5;

/** Whoever has stopped the use of their data, or objects to profiling, is not counted (GDPR Art. 18, 21). */
const counts = 'restricted = 0 AND objects_to_profiling = 0';

/** Counts them in the database. */
export function createPopular(deps: {
  readonly database: ServiceDatabase;
  readonly clock: Clock;
  readonly courses: readonly Course[];
  readonly leastPeople: number | undefined;
  readonly forgetDeleted: () => void;
}): Popular {
  const { database, clock, courses, leastPeople = usualLeastPeople } = deps;
  const coursesOfMedia = mediaOf(courses);
  const note = database.prepare<[CourseId, number, AccountId]>(
    `INSERT INTO course_viewers (course_id, account_id, last_day) SELECT ?, id, ? FROM accounts WHERE id = ? AND ${counts}
     ON CONFLICT DO UPDATE SET last_day = excluded.last_day WHERE excluded.last_day > last_day`,
  );
  const forget = database.prepare<[number]>('DELETE FROM course_viewers WHERE last_day <= ?');
  const viewers = database.prepare<[], { id: CourseId; people: number }>(
    `SELECT course_id AS id, count(*) AS people FROM course_viewers JOIN accounts ON accounts.id = account_id
     WHERE ${counts} GROUP BY course_id`,
  );
  const rated = database.prepare<[], { id: CourseId; people: number; stars: number }>(
    `SELECT subject_id AS id, count(*) AS people, sum(stars) AS stars FROM ratings JOIN accounts ON accounts.id = account_id
     WHERE kind = 'course' AND stars IS NOT NULL AND ${counts} GROUP BY subject_id`,
  );
  const today = (): number => Math.floor(clock.nowMs() / dayMs);
  let counted: { readonly day: number; readonly courses: readonly PopularCourse[] } | null = null;

  function count(day: number): readonly PopularCourse[] {
    if (forget.run(day - countedDays).changes > 0) deps.forgetDeleted();
    const enough = <Row extends { id: CourseId; people: number }>(rows: readonly Row[]) =>
      new Map(rows.filter(({ people }) => people >= leastPeople).map((row) => [row.id, row]));
    const seenBy = enough(viewers.all());
    const ratedBy = enough(rated.all());
    return courses.flatMap(({ id }) => {
      const seen = seenBy.get(id);
      const rating = ratedBy.get(id);
      if (seen === undefined && rating === undefined) return [];
      return [
        {
          courseId: id,
          viewerCount: seen === undefined ? null : roughly(seen.people),
          rating:
            rating === undefined ? null : { average: averageOf(rating.stars, rating.people), count: rating.people },
        },
      ];
    });
  }

  return {
    noteViewer(account, asset) {
      for (const course of coursesOfMedia.get(asset) ?? []) note.run(course, today(), account);
    },
    courses() {
      const day = today();
      if (counted?.day !== day) counted = { day, courses: count(day) };
      return counted.courses;
    },
  };
}

function mediaOf(courses: readonly Course[]): ReadonlyMap<AssetId, readonly CourseId[]> {
  const found = new Map<AssetId, CourseId[]>();
  for (const course of courses) {
    for (const { id } of lecturesOf(course).flatMap(({ media }) => media)) {
      found.set(id, [...(found.get(id) ?? []), course.id]);
    }
  }
  return found;
}
