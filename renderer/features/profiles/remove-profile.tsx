import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountState, Profile, SignOutReport } from '../../../contract/domain/account.ts';
import type { AppError } from '../../../contract/result.ts';
import { ask } from '../../lib/api.ts';
import { useErrorWords } from '../../lib/error-words.ts';
import { takeAccount } from '../../lib/live.ts';
import { useProfileLabel } from '../../lib/profile-label.ts';
import { toAppError } from '../../lib/request-failed.ts';
import { requestKey } from '../../lib/requests.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { SheetButtons, SheetWords } from '../../ui/sheet-parts.tsx';

/** Takes a locked profile and all it keeps off this computer, after asking; how it ended is told on the screen after. */
export function RemoveProfile(props: {
  readonly profile: Profile;
  readonly onRemoved: (report: SignOutReport) => void;
}): ReactNode {
  const { t } = useTranslation();
  const client = useQueryClient();
  const label = useProfileLabel()(props.profile);
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const words = useErrorWords(error);
  const close = (): void => {
    setAsking(false);
    setError(null);
  };
  const remove = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setError(null);
    try {
      props.onRemoved(await ask('account.eraseProfile', { number: props.profile.number }));
      const kept = client.getQueryData<AccountState>(requestKey('account.read', null));
      // The event may come after the answer: a profile that is gone does not stay on screen.
      if (kept?.kind === 'locked') takeAccount(client, await ask('account.read', null));
    } catch (thrown) {
      setError(toAppError(thrown));
    }
    setBusy(false);
  };
  return (
    <>
      <LinkButton
        quiet
        aria-haspopup="dialog"
        onPress={() => {
          setAsking(true);
        }}
      >
        {t('profiles.remove')}
      </LinkButton>
      <Sheet open={asking} alert busy={busy} title={t('profiles.removeTitle', { label })} onClose={close}>
        <SheetWords>
          <p>{t('profiles.removeBody')}</p>
          <p>{t('profiles.removeStays')}</p>
        </SheetWords>
        {words && <ErrorNotice words={words} />}
        <SheetButtons>
          {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- in a dialog the safe answer takes the focus. */}
          <Button autoFocus isDisabled={busy} onPress={close}>
            {t('profiles.removeCancel')}
          </Button>
          <Button look="danger" isPending={busy} onPress={() => void remove()}>
            {busy ? t('profiles.removing') : t('profiles.removeConfirm')}
          </Button>
        </SheetButtons>
      </Sheet>
    </>
  );
}
