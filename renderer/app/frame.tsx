import { Outlet, useRouterState } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { SearchButton } from '../features/search/search-button.tsx';
import css from './frame.module.css';
import { BackForward } from './back-forward.tsx';
import { LocalSession } from './local-session.tsx';
import { NameProfile } from './name-profile.tsx';
import { NotRemembered } from './not-remembered.tsx';
import { PrivateBar } from './private-bar.tsx';
import { Rail } from './rail.tsx';
import { TitleBar } from './title-bar.tsx';
import { useRegionKeys } from './use-region-keys.ts';
import { useScrollBack } from './use-scroll-back.ts';

/** What surrounds every screen but the player: title bar, rail, the screen itself. */
export function Frame(): ReactNode {
  const { t } = useTranslation();
  const main = useRef<HTMLElement>(null);
  const path = useRouterState({ select: (state) => state.location.pathname });
  const firstPath = useRef(path);
  useRegionKeys();
  useScrollBack(main);

  // A link that opened another screen is gone with its old screen: the new one takes the focus.
  useEffect(() => {
    if (firstPath.current === path) return;
    firstPath.current = path;
    if (document.activeElement === document.body) main.current?.focus({ preventScroll: true });
  }, [path]);

  return (
    <div className={css.frame}>
      <TitleBar>
        <a
          className={css.skip}
          href="#main"
          onClick={(event) => {
            event.preventDefault();
            main.current?.focus();
          }}
        >
          {t('frame.skip')}
        </a>
        <BackForward />
        <SearchButton />
        <PrivateBar />
      </TitleBar>
      <Rail />
      <main ref={main} tabIndex={-1} className={css.main} data-region data-scroll-restoration-id="main">
        {path !== '/settings' && <NotRemembered />}
        <LocalSession />
        {path === '/' && <NameProfile />}
        <Outlet />
      </main>
    </div>
  );
}
