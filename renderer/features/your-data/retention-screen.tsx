import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Keeping, keptDays, type KeptName, keptKinds } from '../../../contract/domain/data-kinds.ts';
import type { Settings } from '../../../contract/domain/settings.ts';
import { useErrorWords } from '../../lib/error-words.ts';
import { useFormat } from '../../lib/format.ts';
import { toAppError } from '../../lib/request-failed.ts';
import { useRequest } from '../../lib/requests.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PrivacyPage } from '../../ui/privacy-page.tsx';
import { Block } from '../../ui/page.tsx';
import { RetentionTable } from './retention-table.tsx';
import css from './your-data.module.css';

const names = Object.keys(keptKinds) as KeptName[];
const facts = ['account', 'billing', 'requests', 'minors'] as const;

/** What is kept, why, for how long, who reads it: the very table that the purge goes by. */
export function RetentionScreen(): ReactNode {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const settings = useRequest('settings.read', null);
  const view = useRequest('data.retention', null);
  const failure = settings.error ?? view.error;
  const error = useErrorWords(failure ? toAppError(failure) : null);
  const language = i18n.language === 'ru' ? 'ru' : 'en';
  const next = view.data?.nextPurgeAtMs ?? null;
  const registry = view.data?.registry;
  return (
    <PrivacyPage place="retention">
      {error && <ErrorNotice words={error} onAction={() => void Promise.all([settings.refetch(), view.refetch()])} />}
      {next !== null && <p className={css.lead}>{t('retention.next', { moment: format.moment(next) })}</p>}
      {settings.data && (
        <RetentionTable
          title={t('retention.app')}
          lead={t('retention.appLead')}
          rows={names.map((name) => ({
            id: name,
            what: t(`dataKinds.${name}.title`),
            why: t(`dataKinds.${name}.why`),
            long: keepingWords(keptKinds[name].keeping, settings.data, t),
            who: t(`retention.readers.${keptKinds[name].readers}`),
          }))}
        />
      )}
      {registry === null && (
        <Block title={t('retention.service')}>
          <Notice title={t('retention.silent')} />
        </Block>
      )}
      {registry && (
        <RetentionTable
          title={t('retention.service')}
          lead={registry.length === 0 ? t('retention.noItems') : t('retention.serviceLead')}
          rows={registry.map((item) => ({
            id: item.name,
            what: item.name,
            why: item.purpose[language],
            long:
              item.retentionDays === null
                ? t('retention.until.session')
                : t('retention.until.days', { count: item.retentionDays }),
            who: item.reader[language],
          }))}
        />
      )}
      <RetentionTable
        title={t('retention.facts')}
        lead={t('retention.factsLead')}
        rows={facts.map((fact) => ({
          id: fact,
          what: t(`retention.fact.${fact}.what`),
          why: t(`retention.fact.${fact}.why`),
          long: t(`retention.fact.${fact}.long`),
          who: t('retention.factReader'),
        }))}
      />
    </PrivacyPage>
  );
}

function keepingWords(keeping: Keeping, settings: Settings, t: TFunction): string {
  const days = keptDays(keeping, settings);
  switch (keeping.until) {
    case 'days':
      return t('retention.until.days', { count: keeping.days });
    case 'setting':
      return days === null ? t('retention.until.settingNever') : t('retention.until.setting', { count: days });
    case 'deleted':
    case 'owner-goes':
    case 'uninstalled':
      return t(`retention.until.${keeping.until}`);
  }
}
