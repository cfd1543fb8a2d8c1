import { Link } from '@tanstack/react-router';
import { Snowflake } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import css from './private-bar.module.css';

/** Says in the title bar that the person's data is frozen, and leads to where that is lifted. */
export function FrozenWords(): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <Snowflake size={15} aria-hidden className={css.icon} />
      <span className={css.words}>{t('rights.frozen.bar')}</span>
      <Link to="/privacy/requests" className={css.link}>
        {t('rights.frozen.details')}
      </Link>
    </>
  );
}
