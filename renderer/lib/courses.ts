import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { BrowseCard, BrowsePiece } from '../../contract/domain/browse.ts';
import type { DownloadItem } from '../../contract/domain/download.ts';
import type { CourseId } from '../../contract/domain/ids.ts';
import { ask } from './api.ts';
import { useRequest } from './requests.ts';

/** Every course of the catalogue, newest first; main hands them over in pieces. */
export function useCourses(): UseQueryResult<readonly BrowseCard[]> {
  return useQuery<readonly BrowseCard[]>({ queryKey: ['catalogue.courses', null], queryFn: readAll });
}

async function readAll(): Promise<readonly BrowseCard[]> {
  const courses: BrowseCard[] = [];
  let after: BrowsePiece['next'] = null;
  do {
    const piece: BrowsePiece = await ask('catalogue.courses', { after });
    courses.push(...piece.courses);
    after = piece.next;
  } while (after !== null);
  return courses;
}

/** How many lectures of each course are whole on this computer; a course without any is not in it. */
export function useHereCounts(): ReadonlyMap<CourseId, number> {
  return countsOf(useRequest('downloads.list', null).data ?? none);
}

const none: readonly DownloadItem[] = [];
/** Counted once for each list that main tells: every card asks. */
const counted = new WeakMap<readonly DownloadItem[], ReadonlyMap<CourseId, number>>();
/** While bytes come nothing else changes: who looks at the counts is to see the same ones. */
const newest: { counts: ReadonlyMap<CourseId, number> } = { counts: new Map() };

function countsOf(items: readonly DownloadItem[]): ReadonlyMap<CourseId, number> {
  const known = counted.get(items);
  if (known !== undefined) return known;
  const counts = new Map<CourseId, number>();
  for (const { state, courseId } of items) {
    if (state === 'complete') counts.set(courseId, (counts.get(courseId) ?? 0) + 1);
  }
  const before = newest.counts;
  const isSame = counts.size === before.size && [...counts].every(([id, count]) => before.get(id) === count);
  if (!isSame) newest.counts = counts;
  counted.set(items, newest.counts);
  return newest.counts;
}

/** Whether the service cannot be reached just now. */
export function useIsOffline(): boolean {
  const account = useRequest('account.read', null).data;
  return account?.kind === 'signed-in' && account.network === 'offline';
}
