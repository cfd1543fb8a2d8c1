import { Outlet, useRouterState } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRequest } from '../lib/requests.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import css from './frame.module.css';
import { BackForward } from './back-forward.tsx';
import { LocalSession } from './local-session.tsx';
import { Rail } from './rail.tsx';
import { TitleBar } from './title-bar.tsx';
import { useRegionKeys } from './use-region-keys.ts';

/** What surrounds every screen but the player: title bar, rail, the screen itself. */
export function Frame(): ReactNode {
  const { t } = useTranslation();
  const main = useRef<HTMLElement>(null);
  const path = useRouterState({ select: (state) => state.location.pathname });
  const firstPath = useRef(path);
  useRegionKeys();

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
      </TitleBar>
      <Rail />
      <main ref={main} tabIndex={-1} className={css.main} data-region data-scroll-restoration-id="main">
        <NotRemembered />
        <LocalSession />
        <Outlet />
      </main>
    </div>
  );
}

/** Says once that the computer's keychain refused to remember the person. */
function NotRemembered(): ReactNode {
  const { t } = useTranslation();
  const account = useRequest('account.read', null).data;
  const [read, setRead] = useState(false);
  if (read || account?.kind !== 'signed-in' || account.remembered !== 'refused') return null;
  return (
    <div className={css.notice}>
      <Notice
        tone="amber"
        title={t('frame.notRemembered.title')}
        action={
          <Button
            size="small"
            look="quiet"
            onPress={() => {
              setRead(true);
            }}
          >
            {t('common.understood')}
          </Button>
        }
      >
        {t('frame.notRemembered.body')}
      </Notice>
    </div>
  );
}
