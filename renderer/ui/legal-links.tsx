import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ExternalLink } from './external-link.tsx';
import css from './legal-links.module.css';

/** The service's pages on privacy and its Terms, quietly at the foot of a screen. */
export function LegalLinks(): ReactNode {
  const { t } = useTranslation();
  return (
    <p className={css.links}>
      <ExternalLink page="privacy" quiet>
        {t('external.privacy')}
      </ExternalLink>
      <ExternalLink page="terms" quiet>
        {t('external.terms')}
      </ExternalLink>
    </p>
  );
}
