import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PolicyState } from '../../../contract/domain/computer.ts';
import { useFormat } from '../../lib/format.ts';
import { Notice } from '../../ui/notice.tsx';
import css from './settings.module.css';

/** Says what is wrong in the policy file of this computer, if anything. */
export function PolicyNotice({ policy }: { readonly policy: PolicyState }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  if (policy.kind !== 'wrong') return null;
  const list = format.list(policy.fields.map((field) => t(`settings.computer.field.${field}`)));
  return (
    <Notice tone="amber" className={css.notice ?? ''} title={t('settings.computer.wrongTitle')}>
      {policy.fields.length > 0 ? t('settings.computer.wrongFields', { list }) : t('settings.computer.wrongFile')}
    </Notice>
  );
}
