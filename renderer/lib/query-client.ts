import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import type { AppError } from '../../contract/result.ts';
import { toAppError } from './request-failed.ts';

/** The one cache of answers; main is local, so nothing waits for a network and nothing is retried by itself. */
export function createQueryClient(onFailure: (error: AppError) => void): QueryClient {
  const report = (thrown: unknown): void => {
    onFailure(toAppError(thrown));
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError: report }),
    mutationCache: new MutationCache({ onError: report }),
    defaultOptions: {
      queries: {
        networkMode: 'always',
        retry: false,
        staleTime: Infinity,
        gcTime: 30 * 60_000,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}
