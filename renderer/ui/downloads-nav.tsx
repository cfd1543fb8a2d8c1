import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import css from './downloads-nav.module.css';

/** The two sides of what is downloaded: the lectures, and the space they take. */
export function DownloadsNav(): ReactNode {
  const { t } = useTranslation();
  const current = {
    activeOptions: { exact: true, includeSearch: false },
    activeProps: { 'aria-current': 'page' as const },
  };
  return (
    <nav aria-label={t('space.nav')} className={css.nav}>
      <Link to="/downloads" className={css.link ?? ''} {...current}>
        {t('space.lectures')}
      </Link>
      <Link to="/downloads/space" className={css.link ?? ''} {...current}>
        {t('space.title')}
      </Link>
    </nav>
  );
}
