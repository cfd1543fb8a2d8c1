import { BookLock } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../contract/result.ts';
import { ask } from '../lib/api.ts';
import { canStartAfresh } from '../lib/error-actions.ts';
import { useErrorWords } from '../lib/error-words.ts';
import { Button } from '../ui/button.tsx';
import { Confirm } from '../ui/confirm.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import css from './cannot-open.module.css';

/** The whole window when nothing of the account can be shown: what happened, what it means, what to do. */
export function CannotOpen(props: { readonly error: AppError; readonly onTryAgain: () => void }): ReactNode {
  const words = useErrorWords(props.error);
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const [asking, setAsking] = useState(false);
  if (!words) return null;
  const act = async (): Promise<void> => {
    setBusy(true);
    if (words.action === 'sign-in') await ask('account.lock', null).catch(() => null);
    setBusy(false);
    props.onTryAgain();
  };
  const startAfresh = async (): Promise<void> => {
    setBusy(true);
    await ask('account.setAside', null).catch(() => null);
    setBusy(false);
    props.onTryAgain();
  };
  return (
    <main className={css.screen}>
      <EmptyState
        urgent
        heading="h1"
        icon={<BookLock size={26} />}
        title={words.title}
        action={
          <div className={css.actions}>
            {words.actionLabel !== null && (
              <Button look="primary" isPending={busy} onPress={() => void act()}>
                {words.actionLabel}
              </Button>
            )}
            {canStartAfresh(props.error.code) && (
              <Button look="quiet" isPending={busy} onPress={() => setAsking(true)}>
                {t('blocked.startAfresh')}
              </Button>
            )}
          </div>
        }
      >
        {words.body}
      </EmptyState>
      <Confirm
        open={asking}
        title={t('blocked.title')}
        confirmLabel={t('blocked.confirm')}
        cancelLabel={t('blocked.cancel')}
        onConfirm={() => void startAfresh()}
        onClose={() => setAsking(false)}
      >
        {t('blocked.body')}
      </Confirm>
    </main>
  );
}
