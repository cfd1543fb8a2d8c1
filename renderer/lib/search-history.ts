import { useQueryClient } from '@tanstack/react-query';
import { ask } from './api.ts';
import { useAttempt } from './attempt.ts';
import { refresh, useRequest } from './requests.ts';

const none: readonly string[] = [];

/** What was searched for before, and whether it is remembered at all. */
export interface SearchHistory {
  /** Newest first; nothing while it is off. */
  readonly texts: readonly string[];
  /** Keeps a search that led somewhere, if the person wants that. */
  remember(text: string): void;
  /** Deletes one, or, with null, all; a failure is told as a notice. */
  forget(text: string | null): void;
}

/** The search history of whoever is signed in. */
export function useSearchHistory(): SearchHistory {
  const client = useQueryClient();
  const attempt = useAttempt();
  const on = useRequest('settings.read', null).data?.searchHistory ?? false;
  const kept = useRequest('search.history', null, on).data;
  return {
    texts: on ? (kept ?? none) : none,
    remember(text) {
      if (!on || text === '') return;
      // What cannot be remembered keeps nobody from going where the search led.
      ask('search.remember', { text }).then(
        () => refresh(client, 'search.history'),
        () => null,
      );
    },
    forget(text) {
      void attempt(async () => {
        await ask('search.forget', { text });
        await refresh(client, 'search.history');
      });
    },
  };
}
