import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import type { HistoryEntry, HistoryPlace } from '../../../contract/domain/history.ts';
import type { LocalDay } from '../../../contract/domain/local-day.ts';
import type { AppError } from '../../../contract/result.ts';
import { ask } from '../../lib/api.ts';
import { toAppError } from '../../lib/request-failed.ts';

/** The entries of one day, newest first. */
export interface HistoryDay {
  readonly day: LocalDay;
  readonly entries: readonly HistoryEntry[];
}

/** The part of the history that was read so far. */
export interface HistoryList {
  readonly days: readonly HistoryDay[];
  readonly isPending: boolean;
  readonly hasMore: boolean;
  readonly isReadingMore: boolean;
  readonly error: AppError | null;
  readonly readMore: () => void;
  readonly again: () => void;
}

const pageSize = 60;
/** Words are looked for when nobody has typed for so long. */
const quietMs = 120;

/** Reads the history in pieces, newest first; with words, only what has them in a title. */
export function useHistory(words: string): HistoryList {
  const text = useSettled(words.trim());
  const query = useInfiniteQuery({
    queryKey: ['history.list', { text }],
    queryFn: ({ pageParam }) => ask('history.list', { before: pageParam, limit: pageSize, text }),
    initialPageParam: null as HistoryPlace | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
  const { data } = query;
  const { hasNextPage, isFetching, isError, fetchNextPage } = query;
  const entryCount = (data?.pages ?? []).reduce((sum, { entries }) => sum + entries.length, 0);
  // A part of a search may have found nothing: nobody can scroll to the next.
  const isShort = entryCount < pageSize / 2;
  useEffect(() => {
    if (isShort && hasNextPage && !isFetching && !isError) void fetchNextPage();
  }, [isShort, hasNextPage, isFetching, isError, fetchNextPage]);
  const days = useMemo(() => byDay((data?.pages ?? []).flatMap(({ entries }) => entries)), [data]);
  return {
    days,
    isPending: query.isPending,
    hasMore: hasNextPage,
    isReadingMore: query.isFetchingNextPage,
    error: query.error ? toAppError(query.error) : null,
    readMore: () => {
      if (hasNextPage && !query.isFetchingNextPage) void fetchNextPage();
    },
    again: () => void query.refetch(),
  };
}

/** Entries in days; they come by day already. */
export function byDay(entries: readonly HistoryEntry[]): readonly HistoryDay[] {
  const days = new Map<LocalDay, HistoryEntry[]>();
  for (const entry of entries) {
    const day = days.get(entry.day) ?? [];
    day.push(entry);
    days.set(entry.day, day);
  }
  return [...days].map(([day, own]) => ({ day, entries: own }));
}

function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => {
      setSettled(text);
    }, quietMs);
    return () => {
      clearTimeout(timer);
    };
  }, [text]);
  return settled;
}
