import { QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { I18nextProvider } from 'react-i18next';
import { keepLive } from '../lib/live.ts';
import { Boot } from './boot.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import type { AppServices } from './services.ts';

/** The whole window. */
export function App({ services }: { readonly services: AppServices }): ReactNode {
  useEffect(() => keepLive(services.client), [services.client]);
  return (
    <I18nextProvider i18n={services.i18n}>
      <QueryClientProvider client={services.client}>
        <ErrorBoundary>
          <Boot services={services} />
        </ErrorBoundary>
      </QueryClientProvider>
    </I18nextProvider>
  );
}
