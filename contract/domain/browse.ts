import { z } from 'zod';
import type { Lecturer } from './course.ts';
import { CourseId, LectureId } from './ids.ts';
import type { CourseCard, LectureProgress } from './views.ts';

/** A course in the list of all: its card, and what it is filtered and ordered by. */
export interface BrowseCard extends CourseCard {
  readonly lecturerId: string;
  readonly publishedAt: string;
  /** Lectures begun, those watched to their end among them. */
  readonly begunCount: number;
  /** The shortest lecture that was not watched to its end; null: none is left. */
  readonly shortestLeftMs: number | null;
  /** False: the service does not offer it in the person's region. */
  readonly available: boolean;
}

/** Where a piece of the list ended; the list goes from the newest course to the oldest. */
export const BrowsePlace = z.strictObject({ publishedAt: z.string().min(1).max(40), courseId: CourseId });
export type BrowsePlace = z.infer<typeof BrowsePlace>;

/** A piece of the list of all courses, and where the next one begins; null: there is none. */
export interface BrowsePiece {
  readonly courses: readonly BrowseCard[];
  readonly next: BrowsePlace | null;
}

/** The lecture a person would go on with in a course that they are in the middle of. */
export interface NextItem {
  readonly lectureId: LectureId;
  readonly courseId: CourseId;
  readonly lectureTitle: string;
  readonly courseTitle: string;
  readonly coverUrl: string;
  readonly durationMs: number;
}

/** Who teaches, and everything they teach, newest first. */
export interface LecturerView {
  readonly lecturer: Lecturer;
  readonly courses: readonly BrowseCard[];
}

/** What can be put on the person's own list. */
export const ListThing = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('course'), courseId: CourseId }),
  z.strictObject({ kind: z.literal('lecture'), lectureId: LectureId }),
]);
export type ListThing = z.infer<typeof ListThing>;

/** Something on the person's own list; `addedAtMs` in milliseconds since 1970, UTC. */
export type ListItem =
  | { readonly kind: 'course'; readonly addedAtMs: number; readonly course: BrowseCard }
  | ({ readonly kind: 'lecture'; readonly addedAtMs: number; readonly progress: LectureProgress | null } & NextItem);
