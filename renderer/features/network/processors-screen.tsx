import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Processor } from '../../../contract/domain/stored-item.ts';
import { useErrorWords } from '../../lib/error-words.ts';
import { useFormat } from '../../lib/format.ts';
import { toAppError } from '../../lib/request-failed.ts';
import { useRequest } from '../../lib/requests.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Block } from '../../ui/page.tsx';
import { PrivacyPage } from '../../ui/privacy-page.tsx';
import { Loading, Skeleton } from '../../ui/skeleton.tsx';
import css from './network.module.css';
import { ToldWhen } from './told-when.tsx';

const roles = ['payment', 'support', 'mail', 'advertising', 'it'] as const satisfies readonly Processor['role'][];

/** Who else processes data for the service, and that the app itself speaks to none of them. */
export function ProcessorsScreen(): ReactNode {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const query = useRequest('processors.read', null);
  const error = useErrorWords(query.error ? toAppError(query.error) : null);
  const language = i18n.language === 'ru' ? 'ru' : 'en';
  const view = query.data;
  return (
    <PrivacyPage place="processors">
      <p className={css.sentence}>{t('processors.none')}</p>
      <p className={css.words}>
        {t('processors.proof')}{' '}
        <Link to="/privacy/network" className={css.link ?? ''}>
          {t('processors.toNetwork')}
        </Link>
      </p>
      {error && <ErrorNotice words={error} onAction={() => void query.refetch()} className={css.notice ?? ''} />}
      {query.isPending && (
        <Loading label={t('common.loading')}>
          <Skeleton height="240px" />
        </Loading>
      )}
      {view && <ToldWhen atMs={view.atMs} isFresh={view.isFresh} />}
      {view?.told.length === 0 && <p className={css.words}>{t('processors.empty')}</p>}
      {roles.map((role) => {
        const companies = view?.told.filter((each) => each.role === role) ?? [];
        if (companies.length === 0) return null;
        return (
          <Block key={role} title={t(`processors.role.${role}`)}>
            <ul className={css.items}>
              {companies.map(({ name, why, country }) => (
                <li key={name} className={css.item}>
                  <div className={css.itemWords}>
                    <h3 className={css.company}>{name}</h3>
                    <p>{why[language]}</p>
                    <p className={css.faint}>{format.region(country)}</p>
                  </div>
                </li>
              ))}
            </ul>
          </Block>
        );
      })}
    </PrivacyPage>
  );
}
