import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, type SyntheticEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountState } from '../../../contract/domain/account.ts';
import type { AppAbout, SampleAccount } from '../../../contract/domain/views.ts';
import { useErrorWords } from '../../lib/error-words.ts';
import { takeAccount } from '../../lib/live.ts';
import { toAppError } from '../../lib/request-failed.ts';
import { useAsk } from '../../lib/requests.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Field, PasswordField } from '../../ui/text-field.tsx';
import { ReadingRoom } from './reading-room.tsx';
import { SampleAccounts } from './sample-accounts.tsx';
import { SignOutNotice } from './sign-out-notice.tsx';
import css from './sign-in.module.css';

type SignedOut = Extract<AccountState, { kind: 'signed-out' }>;

/** E-mail, password, and one box that says what it means. */
export function SignInScreen(props: { readonly account: SignedOut; readonly about: AppAbout }): ReactNode {
  const { t } = useTranslation();
  const client = useQueryClient();
  const signIn = useAsk('account.signIn');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [remember, setRemember] = useState(false);
  const [tried, setTried] = useState(false);
  const words = useErrorWords(signIn.error ? toAppError(signIn.error) : null);
  const { service } = props.about;

  const submit = (event?: SyntheticEvent): void => {
    event?.preventDefault();
    setTried(true);
    if (email.trim() === '' || password === '') return;
    signIn.mutate(
      { email: email.trim(), password, remember },
      {
        onSuccess: (account) => {
          takeAccount(client, account);
        },
      },
    );
  };
  const fill = (sample: SampleAccount): void => {
    signIn.reset();
    setEmail(sample.email);
    setPassword(sample.password);
  };

  return (
    <div className={css.screen}>
      <main className={css.side}>
        <div className={css.column}>
          <h1 className={css.title}>{t('signIn.title')}</h1>
          <p className={css.lead}>
            {service.kind === 'embedded' ? t('signIn.leadSample') : t('signIn.lead', { host: service.host })}
          </p>
          {props.account.reason !== 'none' && (
            <Notice title={t(`signIn.reason.${props.account.reason}.title`)}>
              {t(`signIn.reason.${props.account.reason}.body`)}
            </Notice>
          )}
          <SignOutNotice />
          <form className={css.form} onSubmit={submit} noValidate aria-label={t('signIn.title')}>
            <Field
              label={t('signIn.email')}
              type="email"
              name="email"
              autoComplete="username"
              isRequired
              // oxlint-disable-next-line jsx-a11y/no-autofocus -- the screen is this form and nothing else.
              autoFocus
              value={email}
              onChange={setEmail}
              problem={tried && email.trim() === '' ? t('signIn.emailMissing') : null}
            />
            <PasswordField
              label={t('signIn.password')}
              name="password"
              autoComplete="current-password"
              isRequired
              value={password}
              onChange={setPassword}
              showLabel={t('signIn.showPassword')}
              hideLabel={t('signIn.hidePassword')}
              problem={tried && password === '' ? t('signIn.passwordMissing') : null}
            />
            <Checkbox
              label={t('signIn.remember')}
              hint={remember ? t('signIn.rememberOn') : t('signIn.rememberOff')}
              checked={remember}
              onChange={setRemember}
            />
            {words && (
              <ErrorNotice
                words={words}
                {...(words.action === 'retry'
                  ? {
                      onAction: () => {
                        submit();
                      },
                    }
                  : {})}
              />
            )}
            <Button type="submit" look="primary" size="large" isPending={signIn.isPending}>
              {signIn.isPending ? t('signIn.working') : t('signIn.submit')}
            </Button>
            {props.account.hasLockedAccounts && <p className={css.offline}>{t('signIn.offline')}</p>}
          </form>
          {service.kind === 'embedded' && <SampleAccounts accounts={service.sampleAccounts} onPick={fill} />}
        </div>
      </main>
      <aside className={css.picture} aria-hidden>
        <ReadingRoom />
        <p className={css.motto}>{t('signIn.motto')}</p>
      </aside>
    </div>
  );
}
