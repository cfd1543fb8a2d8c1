import type { CourseId } from './ids.ts';
import type { CourseCard } from './views.ts';

/** What spoke most for a course, in the person's own terms. */
export type RecommendationReason =
  /** It is like a course that was watched. */
  | { readonly kind: 'watched'; readonly courseId: CourseId; readonly courseTitle: string }
  /** It goes on where a finished course ended, a level higher. */
  | { readonly kind: 'next-level'; readonly courseId: CourseId; readonly courseTitle: string }
  | { readonly kind: 'lecturer'; readonly lecturerName: string }
  | { readonly kind: 'topic'; readonly topic: string }
  /** Many learners watch it; only for whom has watched nothing yet. */
  | { readonly kind: 'popular' };

/** A course to watch next, and why. */
export interface RecommendedCourse {
  readonly course: CourseCard;
  readonly reason: RecommendationReason;
}

/** What the home screen shows under "For you". */
export type RecommendationsView =
  /** Switched off: nothing was computed. */
  | { readonly state: 'off' }
  /** Nothing was watched that says what the person likes, and nothing is known to be popular. */
  | { readonly state: 'nothing-watched' }
  /** Best first; empty when the catalogue has nothing that is like what was watched. */
  | { readonly state: 'ready'; readonly items: readonly RecommendedCourse[] };
