import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useConsentSheet } from '../lib/consent.ts';
import { ExternalLink } from './external-link.tsx';
import { LinkButton } from './link-button.tsx';
import css from './legal-links.module.css';

/** The service's pages on privacy and its Terms, quietly at the foot of a screen. */
export function LegalLinks(): ReactNode {
  const { t } = useTranslation();
  return (
    <p className={css.links}>
      <LinkButton quiet aria-haspopup="dialog" onPress={() => useConsentSheet.setState({ open: true })}>
        {t('privacyNav.place.choices')}
      </LinkButton>
      <ExternalLink page="privacy" quiet>
        {t('external.privacy')}
      </ExternalLink>
      <ExternalLink page="terms" quiet>
        {t('external.terms')}
      </ExternalLink>
    </p>
  );
}
