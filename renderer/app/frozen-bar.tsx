import { Link } from '@tanstack/react-router';
import { Snowflake } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRequest } from '../lib/requests.ts';
import css from './private-bar.module.css';

/** Whether the person's data is kept but not used. */
export function useIsFrozen(): boolean {
  return useRequest('rights.read', null).data?.processing.restricted === true;
}

/** Says in the title bar that the person's data is frozen, and leads to where that is lifted. */
export function FrozenBar(): ReactNode {
  const { t } = useTranslation();
  const isFrozen = useIsFrozen();
  return (
    <div role="status" className={isFrozen ? css.bar : undefined}>
      {isFrozen && (
        <>
          <Snowflake size={15} aria-hidden className={css.icon} />
          <span className={css.words}>{t('rights.frozen.bar')}</span>
          <Link to="/privacy/requests" className={css.link}>
            {t('rights.frozen.details')}
          </Link>
        </>
      )}
    </div>
  );
}
