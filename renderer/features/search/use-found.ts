import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { SearchAnswer, SearchFilter } from '../../../contract/domain/search.ts';
import type { AppError } from '../../../contract/result.ts';
import { ask } from '../../lib/api.ts';
import { toAppError } from '../../lib/request-failed.ts';
import { requestKey } from '../../lib/requests.ts';

/** An answer and the question it belongs to. */
export interface Found {
  readonly text: string;
  /** Most of each kind that were asked for. */
  readonly limit: number;
  /** What it was narrowed to: undefined for everything, null when main was not to be asked. */
  readonly filter: SearchFilter | null | undefined;
  readonly answer: SearchAnswer;
  readonly error: AppError | null;
}

const noAnswer: SearchAnswer = { hits: [], corrected: null };
const nothing: Found = { text: '', limit: 0, filter: undefined, answer: noAnswer, error: null };

/**
 * Asks at every change and keeps what was found until the next answer is there; an answer that comes after one to a later question
 * is passed over. An empty text finds nothing.
 */
export function useFound(
  text: string,
  limit: number,
  filter: Found['filter'],
): { readonly found: Found; readonly waiting: boolean; readonly again: () => void } {
  const client = useQueryClient();
  const [found, setFound] = useState(nothing);
  const askedCount = useRef(0);
  const shownTurn = useRef(0);
  const look = useCallback(
    (question: Pick<Found, 'text' | 'limit' | 'filter'>): void => {
      askedCount.current += 1;
      const turn = askedCount.current;
      const take = (next: Found): void => {
        if (turn < shownTurn.current) return;
        shownTurn.current = turn;
        setFound(next);
      };
      if (question.text === '') {
        take(nothing);
        return;
      }
      const { text: asked, limit: most, filter: only } = question;
      if (only === null) {
        take({ ...question, answer: noAnswer, error: null });
        return;
      }
      const input = { text: asked, limit: most, ...(only === undefined ? {} : { filter: only }) };
      client
        .fetchQuery({
          queryKey: requestKey('search.find', input),
          queryFn: () => ask('search.find', input),
          gcTime: 0,
          staleTime: 0,
        })
        .then(
          (answer) => take({ ...question, answer, error: null }),
          (thrown: unknown) => take({ ...question, answer: noAnswer, error: toAppError(thrown) }),
        );
    },
    [client],
  );
  useEffect(() => look({ text, limit, filter }), [look, text, limit, filter]);
  const shown = text === '' ? nothing : found;
  return {
    found: shown,
    waiting: text !== '' && (shown.text !== text || shown.limit !== limit || shown.filter !== filter),
    again: () => look({ text, limit, filter }),
  };
}
