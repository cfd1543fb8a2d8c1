import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PolicyVersion } from '../../../contract/domain/consent.ts';
import { useTextLanguage } from '../../lib/consent.ts';
import { useFormat } from '../../lib/format.ts';
import { ExternalLink } from '../../ui/external-link.tsx';
import css from './consent.module.css';

/** Which policy this is about, with the way to its whole text. */
export function PolicyLine({ policy }: { readonly policy: PolicyVersion | null }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <p className={css.policy}>
      {policy === null
        ? t('consent.policyUnknown')
        : t('consent.policy', { version: policy.version, date: format.date(policy.inForceFrom) })}{' '}
      <ExternalLink page="privacy">{t('consent.policyText')}</ExternalLink>
    </p>
  );
}

/** What is different in versions of the policy, each with its date. */
export function PolicyChanges({ versions }: { readonly versions: readonly PolicyVersion[] }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useTextLanguage();
  return (
    <div className={css.changes}>
      {versions.map((version) => (
        <div key={version.version}>
          <p className={css.changesTitle}>
            {t('consent.versionFrom', { version: version.version, date: format.date(version.inForceFrom) })}
          </p>
          <ul className={css.bullets}>
            {version.changes.map((change) => (
              <li key={change.en}>{change[language]}</li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}
