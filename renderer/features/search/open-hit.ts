import { useRouter } from '@tanstack/react-router';
import type { SearchHit } from '../../../contract/domain/search.ts';
import { useJump } from '../../lib/jump.ts';

/** The address of a lecturer's page. */
export function lecturerPath(lecturerId: string): string {
  return `/lecturers/${encodeURIComponent(lecturerId)}`;
}

/** Leads to what was found: a course's page, the player, in it the second of what was said or noted, a lecturer's page. */
export function useOpenHit(): (hit: SearchHit) => void {
  const router = useRouter();
  const watch = (lectureId: string): void => {
    void router.navigate({ to: '/watch/$lectureId', params: { lectureId } });
  };
  return (hit) => {
    switch (hit.kind) {
      case 'course':
        void router.navigate({ to: '/courses/$courseId', params: { courseId: hit.courseId } });
        return;
      case 'lecture':
        watch(hit.lectureId);
        return;
      case 'lecturer':
        router.history.push(lecturerPath(hit.lecturerId));
        return;
      case 'transcript':
        useJump.setState({ to: { lectureId: hit.lectureId, positionMs: hit.startMs } });
        watch(hit.lectureId);
        return;
      case 'note':
        useJump.setState({ to: { lectureId: hit.lectureId, positionMs: hit.positionMs } });
        watch(hit.lectureId);
    }
  };
}
