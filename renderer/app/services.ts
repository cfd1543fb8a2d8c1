import type { QueryClient } from '@tanstack/react-query';
import type { i18n as I18n } from 'i18next';
import { createStore, type StoreApi } from 'zustand';
import type { AppErrorCode } from '../../contract/result.ts';
import { closesLibrary } from '../lib/error-actions.ts';
import { chooseLanguage, createI18n } from '../lib/i18n.ts';
import { createQueryClient } from '../lib/query-client.ts';
import { type AppRouter, createAppRouter } from './routes.tsx';

/** Why the library of this computer cannot be opened, if so. */
export interface ClosedState {
  readonly code: AppErrorCode | null;
  readonly open: () => void;
}

/** Everything the window needs once. */
export interface AppServices {
  readonly client: QueryClient;
  readonly i18n: I18n;
  readonly router: AppRouter;
  readonly closed: StoreApi<ClosedState>;
}

/** Makes the services of one window. */
export function createAppServices(): AppServices {
  const closed = createStore<ClosedState>()((set) => ({
    code: null,
    open: () => {
      set({ code: null });
    },
  }));
  const client = createQueryClient((error) => {
    if (closesLibrary(error.code)) closed.setState({ code: error.code });
  });
  return {
    client,
    i18n: createI18n(chooseLanguage('system', navigator.language)),
    router: createAppRouter(),
    closed,
  };
}
