import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountState, Profile, SignOutReport } from '../../../contract/domain/account.ts';
import type { AppError } from '../../../contract/result.ts';
import { ask } from '../../lib/api.ts';
import { remembers, useComputerAnswer } from '../../lib/computer-answer.ts';
import { useErrorWords } from '../../lib/error-words.ts';
import { focusFirstProblem } from '../../lib/focus-problem.ts';
import { takeAccount } from '../../lib/live.ts';
import { useProfileLabel } from '../../lib/profile-label.ts';
import { toAppError } from '../../lib/request-failed.ts';
import { Button } from '../../ui/button.tsx';
import { ComputerQuestion } from '../../ui/computer-question.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { ProfileMark } from '../../ui/profile-mark.tsx';
import { RememberBox } from '../../ui/remember-box.tsx';
import { PasswordField } from '../../ui/text-field.tsx';
import { RemoveProfile } from './remove-profile.tsx';
import css from './unlock.module.css';

/** Opens one profile with its password, with a network or without. */
export function UnlockScreen(props: {
  readonly profile: Profile;
  readonly notices: ReactNode;
  readonly onSignIn: () => void;
  readonly onRemoved: (report: SignOutReport) => void;
}): ReactNode {
  const { t } = useTranslation();
  const client = useQueryClient();
  const label = useProfileLabel()(props.profile);
  const computer = useComputerAnswer();
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState<'open' | 'leave' | null>(null);
  const [failed, setFailed] = useState<{ readonly kind: 'open' | 'leave'; readonly error: AppError } | null>(null);
  const words = useErrorWords(failed?.error ?? null);
  const unlocked = async (): Promise<AccountState> => {
    await computer.save();
    return ask('account.unlock', { password, remember: remembers(computer.box) });
  };
  const act = async (kind: 'open' | 'leave'): Promise<void> => {
    if (busy !== null) return;
    setBusy(kind);
    setFailed(null);
    try {
      takeAccount(client, kind === 'open' ? await unlocked() : await ask('account.chooseProfile', { number: null }));
    } catch (thrown) {
      setFailed({ kind, error: toAppError(thrown) });
    }
    setBusy(null);
  };
  const open = (): void => {
    setTried(true);
    if (password !== '' && !computer.unanswered) void act('open');
  };
  return (
    <main className={css.screen}>
      <div className={css.column}>
        <header className={css.who}>
          <ProfileMark profile={props.profile} size="large" />
          <h1 className={css.label}>{label}</h1>
          <p className={css.lead}>{t('profiles.unlockLead')}</p>
        </header>
        {props.notices}
        <form
          className={css.form}
          noValidate
          aria-label={label}
          onSubmit={(event) => {
            event.preventDefault();
            open();
            focusFirstProblem(event.currentTarget);
          }}
        >
          <PasswordField
            label={t('signIn.password')}
            name="password"
            autoComplete="current-password"
            isRequired
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- the screen is this field and nothing else.
            autoFocus
            value={password}
            onChange={setPassword}
            showLabel={t('signIn.showPassword')}
            hideLabel={t('signIn.hidePassword')}
            problem={tried && password === '' ? t('signIn.passwordMissing') : null}
          />
          {computer.asks && <ComputerQuestion use={computer.use} onChange={computer.setUse} missing={tried} />}
          <RememberBox box={computer.box} />
          {words && failed && (
            <ErrorNotice
              words={words}
              {...(words.action === 'retry' ? { onAction: () => void act(failed.kind) } : {})}
            />
          )}
          <Button type="submit" look="primary" size="large" isPending={busy === 'open'}>
            {busy === 'open' ? t('profiles.opening') : t('profiles.open')}
          </Button>
        </form>
        <div className={css.ways}>
          <LinkButton onPress={() => void act('leave')}>{t('profiles.someoneElse')}</LinkButton>
          <LinkButton onPress={props.onSignIn}>{t('profiles.withEmail')}</LinkButton>
        </div>
        <div className={css.foot}>
          <RemoveProfile profile={props.profile} onRemoved={props.onRemoved} />
        </div>
      </div>
    </main>
  );
}
