import type { CourseId } from '../../contract/domain/ids.ts';
import { useRequest } from './requests.ts';

/** Whether a course was not there when the person was at home before, as home last said; nobody is asked for it. */
export function useIsNewCourse(id: CourseId): boolean {
  return useRequest('catalogue.home', null, false).data?.newCourseIds.includes(id) ?? false;
}
