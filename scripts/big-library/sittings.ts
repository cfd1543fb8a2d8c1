import type { CourseId, LectureId } from '../../contract/domain/ids.ts';
import { seededRandom } from '../../main/adapters/transfer/testing/seeded-random.ts';
import { courseIdAt, lectureIdAt } from './catalogue.ts';
import { historyEndMs, seedOf } from './size.ts';
import type { LibrarySize } from './size.ts';

/** One sitting before a lecture. */
export interface Sitting {
  readonly lectureId: LectureId;
  readonly courseId: CourseId;
  readonly startedAtMs: number;
  readonly endedAtMs: number;
  readonly fromMs: number;
  readonly toMs: number;
  /** With this sitting the lecture was watched to its end. */
  readonly completes: boolean;
}

/** A course that somebody is in the middle of. */
interface Begun {
  place: number;
  index: number;
  atMs: number;
  restedFromMs: number;
}

const dayMs = 86_400_000;
const hourMs = 3_600_000;
/** Where the made-up person lives, and how far that is ahead of UTC. */
export const offsetMinutes = 180;
const openCourses = 48;
/** The same lecture within ten minutes would be the same sitting. */
const restMs = 11 * 60_000;
/** Lectures are at least six minutes long: so much of each is watched. */
const watchedOfLectureMs = 330_000;

/**
 * The history of somebody who studies: more in the evening and at weekends, weeks without, many courses at a time, some lectures again. In the order of
 * time. With more sittings for a day than fit, they run on into the next one.
 */
export function* sittingsOf(size: LibrarySize): Generator<Sitting, void> {
  const random = seededRandom(seedOf(size, 'sittings'));
  const below = (bound: number): number => Math.floor(random() * bound);
  const firstMs = historyEndMs - size.dayCount * dayMs;
  const weights = Array.from({ length: size.dayCount }, (_, day) => weightOf(day, random));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const begun: Begun[] = [];
  let [made, due, nowMs] = [0, 0, firstMs];

  /** Of no course that is open: two people in one would be one sitting. */
  function freshPlace(otherwise: number): number {
    const free = Array.from({ length: openCourses }, () => below(size.courseCount));
    return free.find((place) => begun.every((course) => course.place !== place)) ?? otherwise;
  }

  function courseFor(): Begun {
    const isNew = begun.length < Math.min(openCourses, size.courseCount);
    if (isNew) begun.push({ place: freshPlace(begun.length), index: 0, atMs: 0, restedFromMs: firstMs });
    const rested = begun.filter(({ restedFromMs }) => restedFromMs <= nowMs);
    const chosen =
      rested[below(rested.length)] ??
      begun.reduce((one, other) => (one.restedFromMs <= other.restedFromMs ? one : other));
    nowMs = Math.max(nowMs, chosen.restedFromMs);
    return chosen;
  }

  for (const [day, weight] of weights.entries()) {
    due += (weight / whole) * size.sittingCount;
    const count = (day === size.dayCount - 1 ? size.sittingCount : Math.round(due)) - made;
    const starts = Array.from({ length: count }, () => Math.floor(hourOfDay(random) * hourMs)).toSorted(
      (one, other) => one - other,
    );
    for (const start of starts) {
      nowMs = Math.max(nowMs, firstMs + day * dayMs - offsetMinutes * 60_000 + start);
      const course = courseFor();
      const lengthMs = 20_000 + below(40_000);
      const toMs = Math.min(watchedOfLectureMs, course.atMs + lengthMs);
      const completes = toMs === watchedOfLectureMs;
      yield {
        lectureId: lectureIdAt(course.place, course.index),
        courseId: courseIdAt(course.place),
        startedAtMs: nowMs,
        endedAtMs: nowMs + lengthMs,
        fromMs: course.atMs,
        toMs,
        completes,
      };
      made += 1;
      nowMs += lengthMs;
      course.restedFromMs = nowMs + restMs;
      course.atMs = completes ? 0 : toMs;
      // Now and then a lecture is begun again; a course that ends makes room for another.
      if (completes && random() > 0.1) course.index += 1;
      if (course.index === size.lecturesPerCourse || (completes && random() < 0.01)) {
        const restedFromMs = course.restedFromMs;
        Object.assign(course, { place: freshPlace(course.place), index: 0, restedFromMs });
      }
    }
  }
}

/** Holidays now and then, twice as much at weekends. */
function weightOf(day: number, random: () => number): number {
  const isHoliday = day % 97 > 88;
  const isWeekend = day % 7 > 4;
  return (isHoliday ? 0.02 : 1) * (isWeekend ? 2 : 1) * (0.4 + random());
}

/** From seven in the morning, mostly in the evening. */
function hourOfDay(random: () => number): number {
  return 7 + 16 * Math.max(random(), random() ** 2);
}
