import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TermsView } from '../../../contract/domain/account.ts';
import { useFormat } from '../../lib/format.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { ExternalLink } from '../../ui/external-link.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Loading, Skeleton } from '../../ui/skeleton.tsx';
import css from './create-account.module.css';

/** The Terms in force: read them, accept them; without the service there is nothing to accept, and it says so. */
export function TermsPart(props: {
  readonly terms: UseQueryResult<TermsView>;
  readonly accepted: boolean;
  readonly missing: boolean;
  readonly onChange: (accepted: boolean) => void;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { terms } = props;
  if (terms.isPending) {
    return (
      <Loading label={t('common.loading')}>
        <Skeleton height="52px" />
      </Loading>
    );
  }
  if (!terms.data) {
    return (
      <Notice
        tone="amber"
        spoken
        title={t('createAccount.terms.failed')}
        action={
          <Button size="small" isPending={terms.isFetching} onPress={() => void terms.refetch()}>
            {t('errorAction.retry')}
          </Button>
        }
      >
        {t('createAccount.terms.failedBody')}
      </Notice>
    );
  }
  const { version, publishedOn } = terms.data;
  return (
    <Checkbox
      label={t('createAccount.terms.accept', {
        version,
        // A calendar date without a time would be midnight in Greenwich, the day before in the west.
        date: format.date(`${publishedOn}T12:00:00`).replaceAll(' ', '\u00a0'),
      })}
      hint={
        <span className={css.read}>
          <ExternalLink page="terms">{t('createAccount.terms.read')}</ExternalLink>
          <ExternalLink page="privacy">{t('createAccount.terms.privacy')}</ExternalLink>
        </span>
      }
      checked={props.accepted}
      onChange={props.onChange}
      problem={props.missing ? t('createAccount.terms.missing') : null}
    />
  );
}
