import { EyeOff } from 'lucide-react';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { usePrivateSession } from '../lib/private-session.ts';
import { useRequest } from '../lib/requests.ts';
import { Button } from '../ui/button.tsx';
import { FrozenWords } from './frozen-words.tsx';
import css from './private-bar.module.css';

/** Says in the title bar that nothing is recorded, be it that the person's data is frozen or by a private session, which it ends. */
export function PrivateBar(): ReactNode {
  const { t } = useTranslation();
  const { on, set } = usePrivateSession();
  // Nothing is recorded either way; two such sentences have no room beside each other.
  const isFrozen = useRequest('rights.read', null).data?.processing.restricted === true;
  return (
    <div role="status" className={css.bar}>
      {isFrozen && <FrozenWords />}
      {on && !isFrozen && (
        <>
          <EyeOff size={15} aria-hidden className={css.icon} />
          <span className={css.words}>{t('history.private.bar')}</span>
          <Button size="small" look="quiet" onPress={() => void set(false)}>
            {t('history.private.end')}
          </Button>
        </>
      )}
    </div>
  );
}

/** Tints the frame of every screen while a private session is on. */
export function PrivateTint(): null {
  const { on } = usePrivateSession();
  useEffect(() => {
    if (!on) return undefined;
    document.documentElement.dataset['private'] = 'on';
    return () => {
      delete document.documentElement.dataset['private'];
    };
  }, [on]);
  return null;
}
