import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useTellFailure } from '../lib/attempt.ts';
import { toAppError } from '../lib/request-failed.ts';
import { useAsk, useRequest } from '../lib/requests.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import css from './frame.module.css';

/** Says, once the service answers again, that a person who signed in without it gets nothing new until they sign in to it. */
export function LocalSession(): ReactNode {
  const { t } = useTranslation();
  const account = useRequest('account.read', null).data;
  const lock = useAsk('account.lock');
  const tellFailure = useTellFailure();
  if (account?.kind !== 'signed-in' || account.session !== 'local' || account.network !== 'online') return null;
  const again = (): void => {
    lock.mutate(null, {
      onError: (thrown) => {
        tellFailure(toAppError(thrown));
      },
    });
  };
  return (
    <div className={css.notice}>
      <Notice
        spoken
        title={t('frame.localSession.title')}
        action={
          <Button size="small" isPending={lock.isPending} onPress={again}>
            {t('errorAction.sign-in')}
          </Button>
        }
      >
        {t('frame.localSession.body')}
      </Notice>
    </div>
  );
}
