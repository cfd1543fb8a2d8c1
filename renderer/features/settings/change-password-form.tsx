import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { passwordLength } from '../../../contract/domain/account.ts';
import type { AppError } from '../../../contract/result.ts';
import { PasswordStrength } from '../../ui/password-strength.tsx';
import { PasswordField } from '../../ui/text-field.tsx';
import { SheetForm } from './sheet-form.tsx';
import css from './sheets.module.css';

/** The password there is and the one there shall be. */
export function ChangePasswordForm(props: {
  /** Words that make a password easy to guess. */
  readonly userInputs: readonly string[];
  readonly busy: boolean;
  readonly error: AppError | null;
  readonly onSend: (currentPassword: string, newPassword: string) => void;
  /** Something was written: what was said about the last attempt no longer holds. */
  readonly onWrite: () => void;
  readonly onCancel: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [tried, setTried] = useState(false);
  const { error } = props;
  const wrong = error?.code === 'wrong-credentials' || error?.code === 'wrong-password';
  const currentProblem = (): string | null => {
    if (wrong) return t('accountSheets.password.wrong');
    return tried && current === '' ? t('accountSheets.password.currentMissing') : null;
  };
  const nextProblem = (): string | null => {
    if (!tried) return null;
    if (next.length < passwordLength) return t('accountSheets.password.short', { count: passwordLength });
    return next === current ? t('accountSheets.password.same') : null;
  };
  const submit = (): void => {
    setTried(true);
    if (current !== '' && next.length >= passwordLength && next !== current) props.onSend(current, next);
  };
  const eye = { showLabel: t('accountSheets.showPassword'), hideLabel: t('accountSheets.hidePassword') };
  return (
    <SheetForm
      busy={props.busy}
      error={error}
      toldInField={wrong}
      submitLabel={t('accountSheets.password.submit')}
      workingLabel={t('accountSheets.working')}
      onSubmit={submit}
      onCancel={props.onCancel}
    >
      <PasswordField
        {...eye}
        label={t('accountSheets.password.current')}
        name="current-password"
        autoComplete="current-password"
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the sheet was opened to write here.
        autoFocus
        isRequired
        value={current}
        onChange={(value) => {
          setCurrent(value);
          props.onWrite();
        }}
        problem={currentProblem()}
      />
      <PasswordField
        {...eye}
        label={t('accountSheets.password.next')}
        name="new-password"
        autoComplete="new-password"
        isRequired
        value={next}
        onChange={(value) => {
          setNext(value);
          props.onWrite();
        }}
        problem={nextProblem()}
      />
      <PasswordStrength password={next} userInputs={props.userInputs} />
      <p className={css.means}>{t('accountSheets.password.means')}</p>
    </SheetForm>
  );
}
