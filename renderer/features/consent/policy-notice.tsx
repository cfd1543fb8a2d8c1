import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useConsent } from '../../lib/consent.ts';
import { useFormat } from '../../lib/format.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import css from './consent.module.css';
import { PolicyChanges } from './policy-line.tsx';

/** Tells once that the policy has changed in something small, or that a large change is announced. */
export function PolicyNotice(): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { view, told } = useConsent();
  const notice = view?.question === null ? view.notice : null;
  if (notice === null) return null;
  return (
    <div className={css.notice}>
      <Notice
        spoken
        title={t(`consent.notice.${notice.kind}`, { date: format.date(notice.version.inForceFrom) })}
        action={
          <Button size="small" onPress={() => void told()}>
            {t('consent.notice.read')}
          </Button>
        }
      >
        <PolicyChanges versions={[notice.version]} />
      </Notice>
    </div>
  );
}
