import { Link } from '@tanstack/react-router';
import { Trash2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StoredItemView } from '../../../contract/domain/stored-item.ts';
import { ask } from '../../lib/api.ts';
import { useAttempt } from '../../lib/attempt.ts';
import { useErrorWords } from '../../lib/error-words.ts';
import { useFormat } from '../../lib/format.ts';
import { toAppError } from '../../lib/request-failed.ts';
import { useRequest } from '../../lib/requests.ts';
import { Button } from '../../ui/button.tsx';
import { Confirm } from '../../ui/confirm.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Block } from '../../ui/page.tsx';
import { PrivacyPage } from '../../ui/privacy-page.tsx';
import { Loading, Skeleton } from '../../ui/skeleton.tsx';
import { CookieGroups } from './cookie-groups.tsx';
import css from './network.module.css';
import { ToldWhen } from './told-when.tsx';

/** Every cookie and stored item, by category, and the way to delete each. */
export function CookiesScreen(): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const attempt = useAttempt();
  const [isAsking, setAsking] = useState(false);
  const [removed, setRemoved] = useState<readonly StoredItemView[] | null>(null);
  const query = useRequest('cookies.read', null);
  const error = useErrorWords(query.error ? toAppError(query.error) : null);
  const view = query.data;
  const remove = (ids: readonly string[] | null): void => {
    void attempt(async () => {
      setRemoved(await ask('cookies.remove', { ids }));
      await query.refetch();
    });
  };
  return (
    <PrivacyPage
      place="cookies"
      actions={
        view !== undefined &&
        view.items.length > 0 && (
          <Button icon={<Trash2 size={16} aria-hidden />} onPress={() => setAsking(true)}>
            {t('cookies.removeAll')}
          </Button>
        )
      }
    >
      {error && <ErrorNotice words={error} onAction={() => void query.refetch()} />}
      {query.isPending && (
        <Loading label={t('common.loading')}>
          <Skeleton height="240px" />
        </Loading>
      )}
      {removed !== null && (
        <Notice spoken title={t('cookies.removed', { count: removed.length })} className={css.notice ?? ''}>
          {removed.length > 0 && format.list(removed.map(({ name }) => name))}
        </Notice>
      )}
      {view && (
        <>
          {view.registry === null ? (
            <Notice title={t('cookies.told.never')} className={css.notice ?? ''}>
              {t('cookies.told.neverBody')}
            </Notice>
          ) : (
            <ToldWhen atMs={view.registry.atMs} isFresh={view.registry.isFresh} />
          )}
          {view.items.length === 0 && <p className={css.words}>{t('cookies.nothing')}</p>}
          <CookieGroups view={view} onRemove={(id) => remove([id])} />
          <Block title={t('cookies.app.title')}>
            <p className={css.words}>{t('cookies.app.body')}</p>
            <ul className={css.bullets}>
              {(['settings', 'keychain', 'library', 'lectures', 'log'] as const).map((id) => (
                <li key={id}>{t(`cookies.app.${id}`)}</li>
              ))}
            </ul>
            <Link to="/privacy/data" className={css.link ?? ''}>
              {t('cookies.app.more')}
            </Link>
          </Block>
        </>
      )}
      <Confirm
        open={isAsking}
        danger
        title={t('cookies.removeAllTitle')}
        confirmLabel={t('cookies.removeAllYes', { count: view?.items.length ?? 0 })}
        cancelLabel={t('cookies.removeAllNo')}
        onConfirm={() => remove(null)}
        onClose={() => setAsking(false)}
      >
        {t('cookies.removeAllBody')}
      </Confirm>
    </PrivacyPage>
  );
}
