import { qualities } from '../../../contract/domain/course.ts';
import type { Quality } from '../../../contract/domain/course.ts';
import type { CourseDetail } from '../../../contract/domain/views.ts';

/** What comes with the lectures of a course. */
export interface CourseContents {
  readonly lectureCount: number;
  /** Languages that every lecture has captions in, as BCP 47 tags. */
  readonly captionLanguages: readonly string[];
  /** Languages that only some have captions in. */
  readonly partlyCaptioned: readonly { readonly language: string; readonly lectureCount: number }[];
  readonly withSlidesCount: number;
  readonly otherFileCount: number;
  /** The best picture that some lecture has; null: there is sound only. */
  readonly bestVideo: Quality | null;
  readonly hasSoundOnly: boolean;
}

/** Sums up what the lectures of a course have. */
export function contentsOf({ sections }: Pick<CourseDetail, 'sections'>): CourseContents {
  const lectures = sections.flatMap((section) => section.lectures);
  const counts = new Map<string, number>();
  for (const language of lectures.flatMap(({ captionLanguages }) => [...new Set(captionLanguages)]))
    counts.set(language, (counts.get(language) ?? 0) + 1);
  const captioned = [...counts].map(([language, lectureCount]) => ({ language, lectureCount }));
  const attachments = lectures.flatMap((lecture) => lecture.attachments);
  const offered = new Set(lectures.flatMap((lecture) => lecture.qualities.map(({ quality }) => quality)));
  return {
    lectureCount: lectures.length,
    captionLanguages: captioned
      .filter(({ lectureCount }) => lectureCount === lectures.length)
      .map(({ language }) => language),
    partlyCaptioned: captioned.filter(({ lectureCount }) => lectureCount < lectures.length),
    withSlidesCount: lectures.filter((lecture) => lecture.attachments.some(({ kind }) => kind === 'slides')).length,
    otherFileCount: attachments.filter(({ kind }) => kind === 'other').length,
    bestVideo: qualities.find((quality) => quality !== 'audio' && offered.has(quality)) ?? null,
    hasSoundOnly: offered.has('audio'),
  };
}
