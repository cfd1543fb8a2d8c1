import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format.ts';
import { Notice } from '../../ui/notice.tsx';
import css from './network.module.css';

/** Says that what is shown is what the service said earlier; nothing when it said so just now. */
export function ToldWhen(props: { readonly atMs: number; readonly isFresh: boolean }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  if (props.isFresh) return null;
  return (
    <Notice title={t('cookies.told.earlier', { moment: format.moment(props.atMs) })} className={css.notice ?? ''}>
      {t('cookies.told.earlierBody')}
    </Notice>
  );
}
