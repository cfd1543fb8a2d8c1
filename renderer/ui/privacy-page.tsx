import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from './page.tsx';
import css from './privacy-page.module.css';

/** Every screen about privacy and one's data, in the order in which they are offered. */
export const privacyPlaces = [
  { id: 'choices', to: '/privacy', group: 'choices' },
  { id: 'cookies', to: '/privacy/cookies', group: 'choices' },
  { id: 'network', to: '/privacy/network', group: 'choices' },
  { id: 'processors', to: '/privacy/processors', group: 'choices' },
  { id: 'data', to: '/privacy/data', group: 'data' },
  { id: 'retention', to: '/privacy/retention', group: 'data' },
  { id: 'profile', to: '/privacy/profile', group: 'data' },
  { id: 'export', to: '/privacy/export', group: 'data' },
  { id: 'requests', to: '/privacy/requests', group: 'data' },
  { id: 'erase', to: '/privacy/erase', group: 'data' },
] as const;

export type PrivacyPlace = (typeof privacyPlaces)[number]['id'];

/** A screen about privacy and one's data, with the way to all the others beside it. */
export function PrivacyPage(props: {
  readonly place: PrivacyPlace;
  readonly lead?: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <div className={css.room}>
      <nav className={css.nav} aria-label={t('privacyNav.label')}>
        {(['choices', 'data'] as const).map((group) => (
          <ul key={group} className={css.group} aria-label={t(`privacyNav.group.${group}`)}>
            {privacyPlaces
              .filter((place) => place.group === group)
              .map((place) => (
                <li key={place.id}>
                  <Link
                    to={place.to}
                    className={css.link ?? ''}
                    activeOptions={{ exact: true, includeSearch: false }}
                    activeProps={{ 'aria-current': 'page' }}
                  >
                    {t(`privacyNav.place.${place.id}`)}
                  </Link>
                </li>
              ))}
          </ul>
        ))}
      </nav>
      <Page
        title={t(`privacyNav.title.${props.place}`)}
        lead={props.lead ?? t(`privacyNav.lead.${props.place}`)}
        actions={props.actions}
      >
        {props.children}
      </Page>
    </div>
  );
}
