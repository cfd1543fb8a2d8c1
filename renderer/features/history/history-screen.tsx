import { EyeOff, History } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorWords } from '../../lib/error-words.ts';
import { useFormat } from '../../lib/format.ts';
import { useGoToSettings } from '../../lib/go-to-settings.ts';
import { useNotRecording } from '../../lib/private-session.ts';
import { useRequest } from '../../lib/requests.ts';
import { useSync } from '../../lib/sync.ts';
import { Button } from '../../ui/button.tsx';
import { Confirm } from '../../ui/confirm.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Loading, Skeleton } from '../../ui/skeleton.tsx';
import { Field } from '../../ui/text-field.tsx';
import { HistoryList } from './history-list.tsx';
import css from './history.module.css';
import { useHistory } from './use-history.ts';
import { useRemovingHistory } from './use-removing-history.ts';

/** What was watched, day by day: searched, and deleted for good. */
export function HistoryScreen(): ReactNode {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const list = useHistory(words);
  const error = useErrorWords(list.error);
  const isSearch = words.trim() !== '';
  const isEmpty = !list.isPending && list.error === null && !list.hasMore && list.days.length === 0;
  const hasAny = list.days.length > 0 || isSearch;
  return (
    <div className={css.screen}>
      <header className={css.head}>
        <div className={css.headWords}>
          <h1 className={css.heading}>{t('history.title')}</h1>
          <Lead />
        </div>
        {hasAny && <RemoveAll />}
      </header>
      {hasAny && (
        <div className={css.search}>
          <Field type="search" label={t('history.search')} maxLength={200} value={words} onChange={setWords} />
        </div>
      )}
      {error && <ErrorNotice words={error} onAction={list.again} />}
      {list.isPending && (
        <Loading label={t('common.loading')}>
          <div className={css.skeleton}>
            {[0, 1, 2, 3].map((index) => (
              <Skeleton key={index} height="48px" />
            ))}
          </div>
        </Loading>
      )}
      {isEmpty && (isSearch ? <NotFound words={words} /> : <Nothing />)}
      {list.days.length > 0 && <HistoryList list={list} />}
    </div>
  );
}

/** What holds for the history now, and the way to change it. */
function Lead(): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const goToSettings = useGoToSettings();
  const settings = useRequest('settings.read', null).data;
  const state = useRequest('history.state', null).data;
  const notRecording = useNotRecording();
  const days = settings?.historyRetentionDays ?? null;
  const next = state?.nextPurgeAtMs ?? null;
  const isSynced = useSync().view?.on === true;
  return (
    <p className={css.lead}>
      {notRecording === 'off' && (
        <>
          <EyeOff size={15} aria-hidden className={css.leadIcon} />
          {t('history.isOff')}{' '}
        </>
      )}
      {days === null || next === null
        ? t(isSynced ? 'history.syncedUntilDeleted' : 'history.keptUntilDeleted')
        : t(isSynced ? 'history.syncedFor' : 'history.keptFor', { count: days, moment: format.moment(next) })}{' '}
      <LinkButton onPress={() => goToSettings('settings-history')}>{t('history.change')}</LinkButton>
    </p>
  );
}

function RemoveAll(): ReactNode {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const remove = useRemovingHistory();
  const count = useRequest('history.state', null).data?.count ?? 0;
  const isSynced = useSync().view?.on === true;
  return (
    <>
      <Button
        onPress={() => {
          setAsking(true);
        }}
      >
        {t('history.removeAll')}
      </Button>
      <Confirm
        open={asking}
        danger
        title={t('history.removeAllTitle')}
        confirmLabel={t('history.removeAllConfirm', { count })}
        cancelLabel={t('history.keep')}
        onConfirm={() => remove({ all: true }, null)}
        onClose={() => setAsking(false)}
      >
        {t('history.removeAllBody')}
        {isSynced && ` ${t('sync.removedToo')}`}
      </Confirm>
    </>
  );
}

function NotFound({ words }: { readonly words: string }): ReactNode {
  const { t } = useTranslation();
  return (
    <p className={css.nothing} role="status">
      {t('history.notFound', { words: words.trim() })}
    </p>
  );
}

function Nothing(): ReactNode {
  const { t } = useTranslation();
  const isOff = useNotRecording() === 'off';
  return (
    <EmptyState
      icon={isOff ? <EyeOff size={24} /> : <History size={24} />}
      title={t(isOff ? 'history.offTitle' : 'history.emptyTitle')}
    >
      {t(isOff ? 'history.offBody' : 'history.emptyBody')}
    </EmptyState>
  );
}
