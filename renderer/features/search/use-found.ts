import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { SearchAnswer } from '../../../contract/domain/search.ts';
import type { AppError } from '../../../contract/result.ts';
import { ask } from '../../lib/api.ts';
import { toAppError } from '../../lib/request-failed.ts';
import { requestKey } from '../../lib/requests.ts';

/** An answer and the question it belongs to. */
export interface Found {
  readonly text: string;
  /** Most of each kind that were asked for. */
  readonly limit: number;
  readonly answer: SearchAnswer;
  readonly error: AppError | null;
}

const noAnswer: SearchAnswer = { hits: [], corrected: null };
const nothing: Found = { text: '', limit: 0, answer: noAnswer, error: null };

/**
 * Asks at every change and keeps what was found until the next answer is there; an answer that comes after one to a later question
 * is passed over. An empty text finds nothing.
 */
export function useFound(
  text: string,
  limit: number,
): { readonly found: Found; readonly waiting: boolean; readonly again: () => void } {
  const client = useQueryClient();
  const [found, setFound] = useState(nothing);
  const askedCount = useRef(0);
  const shownTurn = useRef(0);
  const look = useCallback(
    (input: { readonly text: string; readonly limit: number }): void => {
      askedCount.current += 1;
      const turn = askedCount.current;
      const take = (next: Found): void => {
        if (turn < shownTurn.current) return;
        shownTurn.current = turn;
        setFound(next);
      };
      if (input.text === '') {
        take(nothing);
        return;
      }
      client
        .fetchQuery({
          queryKey: requestKey('search.find', input),
          queryFn: () => ask('search.find', input),
          gcTime: 0,
          staleTime: 0,
        })
        .then(
          (answer) => take({ ...input, answer, error: null }),
          (thrown: unknown) => take({ ...input, answer: noAnswer, error: toAppError(thrown) }),
        );
    },
    [client],
  );
  useEffect(() => look({ text, limit }), [look, text, limit]);
  const shown = text === '' ? nothing : found;
  return {
    found: shown,
    waiting: text !== '' && (shown.text !== text || shown.limit !== limit),
    again: () => look({ text, limit }),
  };
}
