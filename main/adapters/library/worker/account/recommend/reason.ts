import { Level } from '../../../../../../contract/domain/course.ts';
import type { CourseId } from '../../../../../../contract/domain/ids.ts';
import type { RecommendationReason } from '../../../../../../contract/domain/recommendation.ts';
import type { CourseFacts } from './course-facts.ts';
import type { CourseIndex, CourseVector } from './course-index.ts';
import type { DenseVector } from './likeness.ts';

/** The watched course that speaks most for a recommended one. */
export interface Speaker {
  readonly course: CourseFacts;
  /** Its part of the whole score, from 0 to 1. */
  readonly part: number;
}

/** A likeness to one course is made of many small ones, so it counts for less than a lecturer or a topic of the same part. */
const courseCount = 0.6;
/** One course alone does not make a topic an interest. */
const aloneFrom = 0.75;

/** The strongest reason for a course: what has the greatest part in its score, told as a person would. */
export function reasonFor(
  index: CourseIndex,
  place: number,
  profile: DenseVector,
  speaker: Speaker,
  finished: ReadonlySet<CourseId>,
): RecommendationReason {
  const course = index.courses[place];
  const vector = index.vectors[place];
  const byCourse = { courseId: speaker.course.id, courseTitle: speaker.course.title };
  if (course === undefined || vector === undefined) return { kind: 'watched', ...byCourse };
  if (finished.has(speaker.course.id) && goesOn(speaker.course, course)) return { kind: 'next-level', ...byCourse };
  const { total, lecturer, topic } = partsOf(index, profile, vector);
  const candidates: readonly { readonly part: number; readonly reason: RecommendationReason }[] = [
    { part: speaker.part * courseCount, reason: { kind: 'watched', ...byCourse } },
    { part: lecturer / total, reason: { kind: 'lecturer', lecturerName: course.lecturer.name } },
    ...(topic === null || speaker.part >= aloneFrom
      ? []
      : [{ part: topic.part / total, reason: { kind: 'topic', topic: topic.name } as const }]),
  ];
  return candidates.reduce((best, each) => (each.part > best.part ? each : best)).reason;
}

/** Whether a course is the next level of another on the same matter. */
function goesOn(before: CourseFacts, course: CourseFacts): boolean {
  const levels = Level.options;
  const isNext = levels.indexOf(course.level) === levels.indexOf(before.level) + 1;
  return isNext && course.topics.some((topic) => before.topics.includes(topic));
}

interface Parts {
  readonly total: number;
  readonly lecturer: number;
  /** The topic that counts most; null when they share none. */
  readonly topic: { readonly name: string; readonly part: number } | null;
}

function partsOf(index: CourseIndex, profile: DenseVector, { features, weights }: CourseVector): Parts {
  let total = 0;
  let lecturer = 0;
  let topic: Parts['topic'] = null;
  for (const [at, number] of features.entries()) {
    const feature = index.features[number];
    const part = (profile[number] ?? 0) * (weights[at] ?? 0);
    total += part;
    if (feature?.kind === 'lecturer') lecturer += part;
    if (feature?.kind === 'topic' && part > (topic?.part ?? 0)) topic = { name: feature.name, part };
  }
  return { total: total || 1, lecturer, topic };
}
