import {
  type QueryClient,
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
} from '@tanstack/react-query';
import type { RequestName, Requests } from '../../contract/ipc.ts';
import { ask } from './api.ts';

/** Where the answer of a request is kept. */
export function requestKey<N extends RequestName>(name: N, input: Requests[N]['in']): readonly [N, Requests[N]['in']] {
  return [name, input];
}

/** Reads through a request and keeps the answer until an event says that it changed; `wanted` false does not ask yet. */
export function useRequest<N extends RequestName>(
  name: N,
  input: Requests[N]['in'],
  wanted = true,
): UseQueryResult<Requests[N]['out']> {
  return useQuery<Requests[N]['out']>({
    queryKey: requestKey(name, input),
    queryFn: () => ask(name, input),
    enabled: wanted,
  });
}

/** Does something through a request; failures are on the result as `RequestFailed`. */
export function useAsk<N extends RequestName>(
  name: N,
): UseMutationResult<Requests[N]['out'], Error, Requests[N]['in']> {
  return useMutation<Requests[N]['out'], Error, Requests[N]['in']>({ mutationFn: (input) => ask(name, input) });
}

/** Puts an answer that came another way (an event, a mutation) where `useRequest` reads it. */
export function keepAnswer<N extends RequestName>(
  client: QueryClient,
  name: N,
  input: Requests[N]['in'],
  answer: Requests[N]['out'],
): void {
  client.setQueryData([name, input], answer);
}

/** What shows courses and lectures, with how much of them is watched. */
export const showingCourses: readonly RequestName[] = [
  'catalogue.home',
  'catalogue.course',
  'catalogue.courses',
  'catalogue.nextUp',
  'catalogue.lecturer',
  'list.read',
  'recommendations.read',
];

/** After something was watched, or was counted so by hand: asks again for what shows it. */
export async function refreshWatched(client: QueryClient): Promise<void> {
  await refresh(client, ...showingCourses, 'storage.read', 'space.preview', 'statistics.read');
}

/** Marks every kept answer of these requests as old; those on screen are asked again. */
export async function refresh(client: QueryClient, ...names: readonly RequestName[]): Promise<void> {
  await Promise.all(names.map((name) => client.invalidateQueries({ queryKey: [name] })));
}
