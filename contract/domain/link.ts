import type { CourseId, LectureId } from './ids.ts';

/** The scheme that the system hands to the app. */
export const linkScheme = 'lectoroom';

/** Where a link from outside leads: a place of a lecture, or a course. */
export type AppLink =
  | { readonly kind: 'lecture'; readonly lectureId: LectureId; readonly positionMs: number | null }
  | { readonly kind: 'course'; readonly courseId: CourseId };

/** What the window is to show for a link; `unknown`: nothing of that name is in the catalogue. */
export type LinkTarget = AppLink | { readonly kind: 'unknown' };

/** The whole grammar; ids as in `ids.ts`, at most six digits of seconds (eleven days). */
const grammar =
  /^lectoroom:\/\/(?:lecture\/([A-Za-z0-9][A-Za-z0-9._-]{0,63})(?:\?t=(\d{1,6}))?|course\/([A-Za-z0-9][A-Za-z0-9._-]{0,63}))$/;

/** Reads a link; null for everything that is not exactly one. */
export function parseLink(text: string): AppLink | null {
  const match = grammar.exec(text);
  if (match === null) return null;
  const [, lectureId, seconds, courseId] = match;
  if (courseId !== undefined) return { kind: 'course', courseId: courseId as CourseId };
  if (lectureId === undefined) return null;
  return {
    kind: 'lecture',
    lectureId: lectureId as LectureId,
    positionMs: seconds === undefined ? null : Number(seconds) * 1000,
  };
}

/** The link to a place of a lecture, by the second. */
export function lectureLink(lectureId: LectureId, positionMs: number): string {
  return `${linkScheme}://lecture/${lectureId}?t=${String(Math.max(0, Math.floor(positionMs / 1000)))}`;
}
