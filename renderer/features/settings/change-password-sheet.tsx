import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useToasts } from '../../lib/toasts.ts';
import { useOnce } from '../../lib/use-once.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { ChangePasswordForm } from './change-password-form.tsx';
import css from './sheets.module.css';

interface ChangePasswordSheetProps {
  readonly name: string;
  readonly email: string;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Changes the password at the service; stays open to say that this computer still opens with the old one, if it does. */
export function ChangePasswordSheet({ name, email, open, onClose }: ChangePasswordSheetProps): ReactNode {
  const { t } = useTranslation();
  const show = useToasts((state) => state.show);
  const change = useOnce('account.changePassword');
  const [stale, setStale] = useState(false);
  const close = (): void => {
    change.clear();
    setStale(false);
    onClose();
  };
  const send = async (currentPassword: string, newPassword: string): Promise<void> => {
    const answer = await change.send({ currentPassword, newPassword });
    if (!answer) return;
    if (answer.offlineSignIn === 'stale') {
      setStale(true);
      return;
    }
    close();
    show({ text: t('accountSheets.password.done') });
  };
  return (
    <Sheet open={open} busy={change.busy} title={t('accountSheets.password.title')} onClose={close}>
      {stale ? (
        <>
          <Notice urgent tone="amber" title={t('accountSheets.password.staleTitle')}>
            {t('accountSheets.password.staleBody')}
          </Notice>
          <div className={css.foot}>
            {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the form that had the focus is gone. */}
            <Button autoFocus onPress={close}>
              {t('common.understood')}
            </Button>
          </div>
        </>
      ) : (
        <ChangePasswordForm
          userInputs={[name, email]}
          busy={change.busy}
          error={change.error}
          onSend={(current, next) => void send(current, next)}
          onWrite={change.clear}
          onCancel={close}
        />
      )}
    </Sheet>
  );
}
