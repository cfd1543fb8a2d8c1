import { type InfiniteData, keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { NetworkEntry, NetworkPage } from '../../../contract/domain/network.ts';
import type { AppError } from '../../../contract/result.ts';
import { ask } from '../../lib/api.ts';
import { toAppError } from '../../lib/request-failed.ts';
import { useRequest } from '../../lib/requests.ts';
import { askedOf, type NetworkSearch } from './network-search.ts';

/** The part of the list that was read so far; what is new stays out of it until it is shown. */
export interface NetworkList {
  readonly entries: readonly NetworkEntry[];
  readonly isPending: boolean;
  readonly error: AppError | null;
  /** How many came since, of those that the filter lets through. */
  readonly newCount: number;
  /** How many the filter lets through at all. */
  readonly count: number | null;
  readonly hasMore: boolean;
  readonly isReadingMore: boolean;
  readonly readMore: () => void;
  readonly showNew: () => void;
  readonly again: () => void;
}

const pageSize = 60;

/** Reads the list; while `follows` is true what is new is shown as it comes. */
export function useNetworkList(search: NetworkSearch, follows: boolean): NetworkList {
  const client = useQueryClient();
  const { source, filter } = askedOf(search);
  const queryKey = ['network.list', { source, filter }];
  const query = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }) => ask('network.list', { source, filter, beforeId: pageParam, limit: pageSize }),
    initialPageParam: null as number | null,
    getNextPageParam: ({ nextBeforeId }) => nextBeforeId,
    placeholderData: keepPreviousData,
  });
  const { data, isFetching, isPlaceholderData } = query;
  const entries = useMemo(() => (data?.pages ?? []).flatMap((page) => page.entries), [data]);
  const isRead = data !== undefined && !isPlaceholderData;
  const newest = useRequest('network.count', { source, filter, afterId: entries[0]?.id ?? 0 }, isRead);
  const all = useRequest('network.count', { source, filter, afterId: null }, isRead);
  const newCount = isRead ? (newest.data?.requestCount ?? 0) : 0;

  const showNew = (): void => {
    // What was read further down is read again when it is wanted: asking for all of it anew would be slow.
    client.setQueryData<InfiniteData<NetworkPage>>(queryKey, (before) =>
      before === undefined ? before : { pages: before.pages.slice(0, 1), pageParams: before.pageParams.slice(0, 1) },
    );
    void query.refetch();
  };
  const isToShow = follows && newCount > 0 && !isFetching;
  useEffect(() => {
    if (isToShow) showNew();
    // oxlint-disable-next-line react/exhaustive-deps -- once for each time that there is something new.
  }, [isToShow]);

  return {
    entries,
    isPending: query.isPending,
    error: query.error ? toAppError(query.error) : null,
    newCount,
    count: all.data?.requestCount ?? null,
    hasMore: query.hasNextPage,
    isReadingMore: query.isFetchingNextPage,
    readMore: () => {
      if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage();
    },
    showNew,
    again: () => void query.refetch(),
  };
}
