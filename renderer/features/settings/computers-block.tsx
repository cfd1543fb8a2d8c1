import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../lib/api.ts';
import { useErrorWords } from '../../lib/error-words.ts';
import { toAppError } from '../../lib/request-failed.ts';
import { useRequest } from '../../lib/requests.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Block } from '../../ui/page.tsx';
import { Loading, Skeleton } from '../../ui/skeleton.tsx';
import { ComputerList } from './computer-list.tsx';
import css from './computers.module.css';
import { sectionId } from './sections.ts';
import { useComputers } from './use-computers.ts';

/** Where the account is signed in, and how to end it elsewhere. */
export function ComputersBlock(): ReactNode {
  const { t } = useTranslation();
  const account = useRequest('account.read', null).data;
  const local = account?.kind === 'signed-in' && account.session === 'local';
  const computers = useComputers(!local);
  return (
    <Block id={sectionId('computers')} title={t('computers.title')}>
      <p className={css.hint}>{t('computers.hint')}</p>
      {local ? <LocalSession online={account.network === 'online'} /> : <Problem of={computers} />}
      {!local && computers.isPending && <ComputersSkeleton />}
      {!local && computers.data && <ComputerList computers={computers.data} />}
    </Block>
  );
}

/** Why the list could not be asked for; one that came before stays under it. */
function Problem({ of: computers }: { readonly of: ReturnType<typeof useComputers> }): ReactNode {
  const { t } = useTranslation();
  const error = computers.error ? toAppError(computers.error) : null;
  const words = useErrorWords(error);
  if (!error || !words) return null;
  if (error.code === 'service-unreachable') {
    const again = (
      <Button size="small" isPending={computers.isFetching} onPress={() => void computers.refetch()}>
        {t('errorAction.retry')}
      </Button>
    );
    return (
      <Notice spoken className={css.notice ?? ''} title={t('computers.needsTitle')} action={again}>
        {t('computers.needsBody')}
      </Notice>
    );
  }
  const act = (): void => {
    if (words.action === 'sign-in') signInAgain();
    else void computers.refetch();
  };
  return <ErrorNotice className={css.notice ?? ''} words={words} onAction={act} />;
}

/** Somebody who signed in without the service has nothing to ask it with. */
function LocalSession({ online }: { readonly online: boolean }): ReactNode {
  const { t } = useTranslation();
  const again = online ? (
    <Button size="small" onPress={signInAgain}>
      {t('errorAction.sign-in')}
    </Button>
  ) : undefined;
  return (
    <Notice className={css.notice ?? ''} title={t('computers.needsTitle')} action={again}>
      {t('computers.needsLocal')}
    </Notice>
  );
}

/** Leads to the sign-in screen; what is on this computer stays, locked. */
function signInAgain(): void {
  void ask('account.lock', null).catch(() => null);
}

/** As high as this computer and one line more. */
function ComputersSkeleton(): ReactNode {
  const { t } = useTranslation();
  return (
    <Loading label={t('common.loading')}>
      <div className={css.list}>
        {[0, 1].map((index) => (
          <div key={index} className={css.line}>
            <div className={css.who}>
              <Skeleton width="20px" height="20px" />
              <div className={css.words}>
                <Skeleton width="45%" height="18px" />
                <Skeleton width="60%" height="14px" className={css.skeletonLine ?? ''} />
              </div>
            </div>
          </div>
        ))}
      </div>
    </Loading>
  );
}
