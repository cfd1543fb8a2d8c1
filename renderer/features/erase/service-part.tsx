import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErasePreview } from '../../../contract/domain/erase-plan.ts';
import { useErrorWords } from '../../lib/error-words.ts';
import { forgetFailure, useErasing } from '../../lib/erasing.ts';
import { useFormat } from '../../lib/format.ts';
import { toAppError } from '../../lib/request-failed.ts';
import { useRequest } from '../../lib/requests.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Block } from '../../ui/page.tsx';
import { Loading, Skeleton } from '../../ui/skeleton.tsx';
import css from './erase.module.css';
import { ServiceSheet } from './service-sheet.tsx';

/** The account itself: needs the service; without it, the way to ask for it later. */
export function ServicePart({ preview }: { readonly preview: ErasePreview }): ReactNode {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const { working } = useErasing();
  const account = useRequest('account.read', null).data;
  if (account?.kind !== 'signed-in') return null;
  const isReachable = account.network === 'online' && account.session === 'service';
  return (
    <Block title={t('erasePlan.service.title')}>
      <p className={css.lead}>{t('erasePlan.service.lead')}</p>
      {isReachable ? (
        <>
          <KeptByLaw />
          <p className={css.stays}>
            {t('erasePlan.service.export')}{' '}
            <Link to="/privacy/export" className={css.link ?? ''}>
              {t('erasePlan.service.exportLink')}
            </Link>
          </p>
          <div className={css.foot}>
            <Button
              isDisabled={working !== null}
              onPress={() => {
                forgetFailure();
                setOpen(true);
              }}
            >
              {t('erasePlan.service.button')}
            </Button>
          </div>
        </>
      ) : (
        <Notice
          title={t('erasePlan.service.offline')}
          action={
            <Link to="/privacy/requests" className={css.link ?? ''}>
              {t('erasePlan.service.request')}
            </Link>
          }
        >
          {t('erasePlan.service.offlineBody')}
        </Notice>
      )}
      <ServiceSheet open={open} email={account.email} preview={preview} onClose={() => setOpen(false)} />
    </Block>
  );
}

/** What the law makes the service keep, with its end. */
function KeptByLaw(): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const kept = useRequest('erase.keptByLaw', null);
  const failure = useErrorWords(kept.isError ? toAppError(kept.error) : null);
  if (failure !== null) return <ErrorNotice words={failure} onAction={() => void kept.refetch()} />;
  if (kept.data === undefined)
    return (
      <Loading label={t('common.loading')}>
        <Skeleton height="44px" />
      </Loading>
    );
  const some = kept.data.filter(({ count }) => count > 0);
  if (some.length === 0) return <p className={css.stays}>{t('erasePlan.service.nothingKept')}</p>;
  return (
    <>
      <p className={css.stays}>{t('erasePlan.service.kept')}</p>
      <ul className={css.kept}>
        {some.map(({ kind, count, keptUntil }) => (
          <li key={kind}>
            <strong>{t(`erasePlan.kept.${kind}.name`, { count })}.</strong> {t(`erasePlan.kept.${kind}.why`)}{' '}
            {t('erasePlan.kept.until', { date: format.date(keptUntil) })}
          </li>
        ))}
      </ul>
    </>
  );
}
