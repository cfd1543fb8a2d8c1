import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { listen } from '../../lib/api.ts';
import { useErrorWords } from '../../lib/error-words.ts';
import { toAppError } from '../../lib/request-failed.ts';
import { refresh, useRequest } from '../../lib/requests.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { PrivacyPage } from '../../ui/privacy-page.tsx';
import { Loading, Skeleton } from '../../ui/skeleton.tsx';
import { ComputerPart } from './computer-part.tsx';
import { EntriesPart } from './entries-part.tsx';
import css from './erase.module.css';
import { ErasedNotice } from './erased-notice.tsx';
import { ServicePart } from './service-part.tsx';

/** Events after which there is more or less to erase. */
const counting = ['history.changed', 'notes.changed', 'ratings.changed', 'list.changed', 'bin.changed'] as const;

/** What there is to erase is counted anew whenever the screen is opened, and while it is there. */
function useCountedAnew(): void {
  const client = useQueryClient();
  useEffect(() => {
    const again = (): void => void refresh(client, 'erase.preview', 'erase.keptByLaw');
    again();
    const stops = counting.map((name) => listen(name, again));
    return () => {
      for (const stop of stops) stop();
    };
  }, [client]);
}

/** Erasing, from single kinds of entries to the account itself: what goes and what stays is said before. */
export function EraseScreen(): ReactNode {
  const { t } = useTranslation();
  useCountedAnew();
  const preview = useRequest('erase.preview', null);
  const failure = useErrorWords(preview.isError ? toAppError(preview.error) : null);
  return (
    <PrivacyPage place="erase">
      <div className={css.receipt}>
        <ErasedNotice />
      </div>
      {failure !== null && <ErrorNotice words={failure} onAction={() => void preview.refetch()} />}
      {preview.isPending && (
        <Loading label={t('common.loading')}>
          <div className={css.waiting}>
            <Skeleton height="24px" width="220px" />
            <Skeleton height="380px" />
            <Skeleton height="160px" />
          </div>
        </Loading>
      )}
      {preview.data !== undefined && (
        <>
          <EntriesPart preview={preview.data} />
          <ComputerPart preview={preview.data} />
          <ServicePart preview={preview.data} />
        </>
      )}
    </PrivacyPage>
  );
}
