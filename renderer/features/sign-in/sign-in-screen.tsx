import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppAbout, SampleAccount } from '../../../contract/domain/views.ts';
import { useComputerAnswer } from '../../lib/computer-answer.ts';
import { useServiceLead } from '../../lib/service-lead.ts';
import { useErrorWords } from '../../lib/error-words.ts';
import { focusFirstProblem } from '../../lib/focus-problem.ts';
import { Button } from '../../ui/button.tsx';
import { ComputerQuestion } from '../../ui/computer-question.tsx';
import { EntryPage } from '../../ui/entry-page.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { ExternalLink } from '../../ui/external-link.tsx';
import { LegalLinks } from '../../ui/legal-links.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { RememberBox } from '../../ui/remember-box.tsx';
import { Field, PasswordField } from '../../ui/text-field.tsx';
import { SampleAccounts } from './sample-accounts.tsx';
import css from './sign-in.module.css';
import { useSignIn } from './use-sign-in.ts';

/** E-mail, password, whose computer this is, and one box that says what it means. */
export function SignInScreen(props: {
  readonly about: AppAbout;
  readonly notices: ReactNode;
  /** Written in already when coming from another screen. */
  readonly email: string;
  /** Accounts are kept here, which open without a network too. */
  readonly hasProfiles: boolean;
  readonly onBack: (() => void) | null;
  readonly onCreate: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const computer = useComputerAnswer();
  const signIn = useSignIn(computer);
  const [email, setEmail] = useState(props.email);
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const words = useErrorWords(signIn.error);
  const { service } = props.about;

  const submit = (): void => {
    setTried(true);
    if (email.trim() === '' || password === '' || computer.unanswered) return;
    void signIn.begin({ email: email.trim(), password });
  };
  const fill = (sample: SampleAccount): void => {
    signIn.forget();
    setEmail(sample.email);
    setPassword(sample.password);
  };

  return (
    <EntryPage
      title={t('signIn.title')}
      lead={useServiceLead(service, 'signIn.lead')}
      notices={props.notices}
      onBack={props.onBack}
    >
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
          focusFirstProblem(event.currentTarget);
        }}
        noValidate
        aria-label={t('signIn.title')}
      >
        <Field
          label={t('signIn.email')}
          type="email"
          name="email"
          autoComplete="username"
          isRequired
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the screen is this form and nothing else.
          autoFocus={props.email === ''}
          value={email}
          onChange={setEmail}
          problem={tried && email.trim() === '' ? t('signIn.emailMissing') : null}
        />
        <PasswordField
          label={t('signIn.password')}
          name="password"
          autoComplete="current-password"
          isRequired
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the e-mail came along from the screen before.
          autoFocus={props.email !== ''}
          value={password}
          onChange={setPassword}
          showLabel={t('signIn.showPassword')}
          hideLabel={t('signIn.hidePassword')}
          problem={tried && password === '' ? t('signIn.passwordMissing') : null}
        />
        {computer.asks && <ComputerQuestion use={computer.use} onChange={computer.setUse} missing={tried} />}
        <RememberBox box={computer.box} />
        {words && <ErrorNotice words={words} {...(words.action === 'retry' ? { onAction: submit } : {})} />}
        <Button type="submit" look="primary" size="large" isPending={signIn.busy}>
          {signIn.busy ? t('signIn.working') : t('signIn.submit')}
        </Button>
        <div className={css.links}>
          <ExternalLink page="forgotten-password">{t('signIn.forgotten')}</ExternalLink>
          <LinkButton onPress={props.onCreate}>{t('signIn.create')}</LinkButton>
        </div>
        {props.hasProfiles && <p className={css.offline}>{t('signIn.offline')}</p>}
      </form>
      {service.kind === 'embedded' && <SampleAccounts accounts={service.sampleAccounts} onPick={fill} />}
      <LegalLinks />
    </EntryPage>
  );
}
