import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { passwordLength } from '../../../contract/domain/account.ts';
import { useNow } from '../../lib/use-now.ts';
import { DateField } from '../../ui/date-field.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { PasswordStrength } from '../../ui/password-strength.tsx';
import { Field, PasswordField } from '../../ui/text-field.tsx';
import { ageOf, problemsOf } from './account-draft.ts';
import css from './create-account.module.css';
import { GuardianPanel } from './guardian-panel.tsx';
import type { CreatingAccount } from './use-create-account.ts';

/** Name, e-mail, password, birth date, and a guardian's word where it is needed. */
export function AboutYou(props: {
  readonly form: CreatingAccount;
  readonly systemLanguage: string;
  readonly onSignIn: (email: string) => void;
}): ReactNode {
  const { t, i18n } = useTranslation();
  const { draft, change, tried, error } = props.form;
  const [dateLeft, setDateLeft] = useState(false);
  const nowMs = useNow(60_000);
  const problems = problemsOf(draft, nowMs);
  const taken = error?.code === 'email-taken';
  const emailProblem = taken
    ? t('createAccount.emailTaken')
    : tried && problems.email
      ? t(`createAccount.email.${problems.email}`)
      : null;
  const passwordProblem =
    tried && problems.password ? t(`createAccount.password.${problems.password}`, { count: passwordLength }) : null;
  const seesDate = tried || (dateLeft && problems.birthDate === 'impossible');
  // Of one language, the system's own region says how a date is written.
  const sameLanguage = props.systemLanguage.toLowerCase().startsWith(i18n.language);
  return (
    <>
      <Field
        label={t('createAccount.name')}
        name="name"
        autoComplete="name"
        isRequired
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the screen is this form and nothing else.
        autoFocus
        value={draft.name}
        onChange={(name) => change({ name })}
        problem={tried && problems.name ? t('createAccount.nameMissing') : null}
      />
      <div className={css.part}>
        <Field
          label={t('signIn.email')}
          type="email"
          name="email"
          autoComplete="username"
          isRequired
          value={draft.email}
          onChange={(email) => change({ email })}
          problem={emailProblem}
        />
        {taken && (
          <p>
            <LinkButton onPress={() => props.onSignIn(draft.email.trim())}>{t('createAccount.signInWith')}</LinkButton>
          </p>
        )}
      </div>
      <div className={css.password}>
        <PasswordField
          label={t('signIn.password')}
          name="password"
          autoComplete="new-password"
          isRequired
          value={draft.password}
          onChange={(password) => change({ password })}
          showLabel={t('signIn.showPassword')}
          hideLabel={t('signIn.hidePassword')}
          problem={passwordProblem}
        />
        <PasswordStrength password={draft.password} userInputs={[draft.name, draft.email]} />
      </div>
      <DateField
        label={t('createAccount.birthDate.label')}
        hint={t('createAccount.birthDate.hint')}
        locale={sameLanguage ? props.systemLanguage : i18n.language}
        name="birthDate"
        value={draft.birthDate}
        onChange={(birthDate) => change({ birthDate, guardianConfirmed: false })}
        onBlur={() => setDateLeft(true)}
        problem={seesDate && problems.birthDate ? t(`createAccount.birthDate.${problems.birthDate}`) : null}
      />
      {ageOf(draft, nowMs) === 'minor' && (
        <GuardianPanel
          confirmed={draft.guardianConfirmed}
          onChange={(guardianConfirmed) => change({ guardianConfirmed })}
        />
      )}
    </>
  );
}
