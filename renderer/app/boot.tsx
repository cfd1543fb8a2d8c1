import { RouterProvider } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { I18nProvider } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { ConsentSheet } from '../features/consent/consent-sheet.tsx';
import { ask } from '../lib/api.ts';
import { chooseLanguage } from '../lib/i18n.ts';
import { forgetSignOut } from '../lib/sign-out.ts';
import { toAppError } from '../lib/request-failed.ts';
import { useRequest } from '../lib/requests.ts';
import { useToasts } from '../lib/toasts.ts';
import css from './boot.module.css';
import { CannotOpen } from './cannot-open.tsx';
import { Entry } from './entry.tsx';
import { forgetPlaces } from './places.ts';
import type { AppServices } from './services.ts';
import { TitleBar } from './title-bar.tsx';
import { Toasts } from './toasts.tsx';

/** Applies language, theme and platform to the document as soon as they are known, and whenever they change. */
function useAppearance(): string {
  const { i18n } = useTranslation();
  const about = useRequest('app.about', null).data;
  const settings = useRequest('settings.read', null).data;
  const language = chooseLanguage(settings?.language ?? 'system', about?.systemLanguage ?? navigator.language);
  const theme = settings?.theme ?? 'system';
  useEffect(() => {
    document.documentElement.lang = language;
    if (i18n.language !== language) void i18n.changeLanguage(language);
  }, [i18n, language]);
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme;
  }, [theme]);
  useEffect(() => {
    if (about) document.documentElement.dataset['platform'] = about.platform;
  }, [about]);
  return language;
}

/** Waits for the three answers everything stands on, then shows the screens to come in by, or the app. */
export function Boot({ services }: { readonly services: AppServices }): ReactNode {
  const language = useAppearance();
  const about = useRequest('app.about', null);
  const settings = useRequest('settings.read', null);
  const account = useRequest('account.read', null);
  const closed = useStore(services.closed, (state) => state.code);
  const failed = about.error ?? settings.error ?? account.error;
  const signedIn = account.data?.kind === 'signed-in';

  const out = account.data?.kind === 'signed-out' || account.data?.kind === 'locked';
  useEffect(() => {
    if (!out) return;
    useToasts.setState({ toasts: [] });
    services.closed.getState().open();
    const { router } = services;
    forgetPlaces(router.history, router.options.context.places);
    void router.load();
  }, [out, services]);
  // How somebody left is told to whoever comes to the sign-in screen, and over once a person is in.
  useEffect(() => {
    if (signedIn) forgetSignOut();
  }, [signedIn]);

  const content = (): ReactNode => {
    if (closed !== null || failed) {
      const error = closed !== null ? { code: closed } : toAppError(failed);
      const again = (): void => {
        services.closed.getState().open();
        services.client.clear();
        void services.client.refetchQueries();
        for (const query of [about, settings, account]) void query.refetch();
      };
      return <CannotOpen error={error} onTryAgain={again} />;
    }
    if (!about.data || !settings.data || !account.data || account.data.kind === 'starting') return <Curtain />;
    if (account.data.kind === 'blocked') {
      return <CannotOpen error={account.data.error} onTryAgain={() => void ask('account.retry', null)} />;
    }
    if (account.data.kind !== 'signed-in') return <Entry account={account.data} about={about.data} />;
    return <RouterProvider router={services.router} />;
  };
  const framed = closed === null && !failed && signedIn;
  return (
    <I18nProvider locale={language}>
      {!framed && <TitleBar />}
      {content()}
      {closed === null && !failed && about.data && settings.data && account.data && <ConsentSheet />}
      <Toasts />
    </I18nProvider>
  );
}

/** What shows before anything is known: the name, after a moment. */
function Curtain(): ReactNode {
  const { t } = useTranslation();
  return (
    <div className={css.curtain} role="status" aria-label={t('common.loading')}>
      <span aria-hidden>LECTOROOM</span>
    </div>
  );
}
