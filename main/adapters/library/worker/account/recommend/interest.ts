import type { CourseId } from '../../../../../../contract/domain/ids.ts';

/** A lecture that was begun. */
export interface WatchedLecture {
  readonly courseId: CourseId;
  readonly completed: boolean;
  /** How much of it was ever watched, from 0 to 1. */
  readonly share: number;
  /** Milliseconds since 1970, UTC. */
  readonly watchedAtMs: number;
}

const dayMs = 86_400_000;
/** After so many days what was watched says half as much. */
export const halfLifeDays = 90;
/** Less than this of a lecture is a look into it. */
const lookShare = 0.1;
/** After so many days a look counts as giving up. */
const abandonedAfterDays = 7;

/**
 * How much a person likes each course by what they watched of it: exponential decay in time, a completed lecture counts most, one that was left
 * early against it; many lectures of one course count less and less. Courses of no weight are left out.
 */
export function interestOf(lectures: Iterable<WatchedLecture>, nowMs: number): ReadonlyMap<CourseId, number> {
  const sums = new Map<CourseId, number>();
  for (const lecture of lectures) {
    // A clock that was turned back must not make anything count for more than now.
    const ageDays = Math.max(0, nowMs - lecture.watchedAtMs) / dayMs;
    const signal = signalOf(lecture, ageDays) * 2 ** (-ageDays / halfLifeDays);
    sums.set(lecture.courseId, (sums.get(lecture.courseId) ?? 0) + signal);
  }
  const weights = [...sums].map(([id, sum]) => [id, Math.sign(sum) * Math.log1p(Math.abs(sum))] as const);
  return new Map(weights.filter(([, weight]) => weight !== 0));
}

function signalOf({ completed, share }: WatchedLecture, ageDays: number): number {
  if (completed) return 1;
  if (share >= lookShare) return 0.2 + 0.6 * Math.min(1, share);
  return ageDays > abandonedAfterDays ? -0.3 : 0.1;
}
