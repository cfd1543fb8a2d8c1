import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { takeAccount } from '../../lib/live.ts';
import { useToasts } from '../../lib/toasts.ts';
import { type Once, useOnce } from '../../lib/use-once.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { Field, PasswordField } from '../../ui/text-field.tsx';
import { SheetForm } from './sheet-form.tsx';
import css from './sheets.module.css';

/** Changes the e-mail address a person signs in with. */
export function ChangeEmailSheet(props: {
  readonly email: string;
  readonly open: boolean;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const change = useOnce('account.changeEmail');
  const close = (): void => {
    change.clear();
    props.onClose();
  };
  return (
    <Sheet open={props.open} busy={change.busy} title={t('accountSheets.email.title')} onClose={close}>
      <ChangeEmailForm email={props.email} change={change} onClose={close} />
    </Sheet>
  );
}

function ChangeEmailForm(props: {
  readonly email: string;
  readonly change: Once<'account.changeEmail'>;
  readonly onClose: () => void;
}): ReactNode {
  const { change } = props;
  const { t } = useTranslation();
  const client = useQueryClient();
  const show = useToasts((state) => state.show);
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const code = change.error?.code;
  const wrong = code === 'wrong-credentials' || code === 'wrong-password';
  const next = email.trim();
  const shapeProblem = (): string | null => {
    if (next === '') return t('accountSheets.email.missing');
    if (!/^\S+@\S+$/u.test(next)) return t('accountSheets.email.wrongShape');
    return next.toLowerCase() === props.email.toLowerCase() ? t('accountSheets.email.same') : null;
  };
  const emailProblem = code === 'email-taken' ? t('accountSheets.email.taken') : tried ? shapeProblem() : null;
  const passwordProblem = wrong
    ? t('accountSheets.email.wrong')
    : tried && password === ''
      ? t('accountSheets.email.passwordMissing')
      : null;
  const submit = async (): Promise<void> => {
    setTried(true);
    if (shapeProblem() !== null || password === '') return;
    const account = await change.send({ email: next, password });
    if (!account) return;
    takeAccount(client, account);
    props.onClose();
    show({ text: t('accountSheets.email.done') });
  };
  return (
    <SheetForm
      busy={change.busy}
      error={change.error}
      toldInField={wrong || code === 'email-taken'}
      submitLabel={t('accountSheets.email.submit')}
      workingLabel={t('accountSheets.working')}
      onSubmit={() => void submit()}
      onCancel={props.onClose}
    >
      <p className={css.now}>{t('accountSheets.email.now', { email: props.email })}</p>
      <Field
        label={t('accountSheets.email.next')}
        type="email"
        name="email"
        autoComplete="email"
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the sheet was opened to write here.
        autoFocus
        isRequired
        value={email}
        onChange={(value) => {
          setEmail(value);
          change.clear();
        }}
        problem={emailProblem}
      />
      <PasswordField
        label={t('accountSheets.email.password')}
        name="password"
        autoComplete="current-password"
        showLabel={t('accountSheets.showPassword')}
        hideLabel={t('accountSheets.hidePassword')}
        isRequired
        value={password}
        onChange={(value) => {
          setPassword(value);
          change.clear();
        }}
        problem={passwordProblem}
      />
    </SheetForm>
  );
}
