import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { toAppError } from '../../lib/request-failed.ts';
import { useErrorWords } from '../../lib/error-words.ts';
import { useRequest } from '../../lib/requests.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { PrivacyPage } from '../../ui/privacy-page.tsx';
import { Loading, Skeleton } from '../../ui/skeleton.tsx';
import { AskBlock } from './ask-block.tsx';
import { MailBlock } from './mail-block.tsx';
import { RequestList } from './request-list.tsx';
import { StopBlock } from './stop-block.tsx';
import { useFreshRights } from './use-rights.ts';

/** Freezing, objecting, mail, and what the service is asked for. */
export function RequestsScreen(): ReactNode {
  return (
    <PrivacyPage place="requests">
      <Parts />
    </PrivacyPage>
  );
}

function Parts(): ReactNode {
  const { t } = useTranslation();
  const rights = useRequest('rights.read', null);
  const words = useErrorWords(rights.error ? toAppError(rights.error) : null);
  useFreshRights();
  if (words) return <ErrorNotice words={words} onAction={() => void rights.refetch()} />;
  if (!rights.data)
    return (
      <Loading label={t('common.loading')}>
        <Skeleton height="240px" />
      </Loading>
    );
  return (
    <>
      <StopBlock view={rights.data} />
      <MailBlock view={rights.data} />
      <AskBlock />
      <RequestList requests={rights.data.requests} />
    </>
  );
}
