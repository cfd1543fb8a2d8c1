import type { PlaybackPlan } from '../../../../contract/domain/views.ts';
import { useDownload } from '../../../lib/downloads.ts';
import { useRequest } from '../../../lib/requests.ts';

/** What comes after this lecture: nothing, something that plays now, or something that cannot be had without a network. */
export interface NextLecture {
  readonly kind: 'course-done' | 'ready' | 'not-here' | 'licence' | 'unknown';
  /** Null while it is not known. */
  readonly title: string | null;
}

/** Looks whether the next lecture is to be had: from this computer, or while there is a network. */
export function useNextLecture(plan: PlaybackPlan): NextLecture {
  const nextId = plan.nextLectureId;
  const download = useDownload(nextId ?? plan.lectureId);
  const account = useRequest('account.read', null).data;
  const course = useRequest('catalogue.course', { courseId: plan.courseId }, nextId !== null).data;
  const title =
    course?.sections.flatMap((section) => section.lectures).find((lecture) => lecture.id === nextId)?.title ?? null;
  if (nextId === null) return { kind: 'course-done', title: null };
  if (account?.kind !== 'signed-in') return { kind: 'unknown', title };
  if (account.network === 'online') return { kind: 'ready', title };
  if (download?.state !== 'complete') return { kind: 'not-here', title };
  const plays = download.licence.kind === 'valid' || download.licence.kind === 'none';
  return { kind: plays ? 'ready' : 'licence', title };
}
