import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountState } from '../../../contract/domain/account.ts';
import { Button } from '../../ui/button.tsx';
import { Block } from '../../ui/page.tsx';
import { ChangeEmailSheet } from './change-email-sheet.tsx';
import { ChangePasswordSheet } from './change-password-sheet.tsx';
import { RegionRow } from './region-row.tsx';
import { Row } from './row.tsx';
import { sectionId } from './sections.ts';
import css from './settings.module.css';

/** Who is signed in, and how to change the e-mail and the password. */
export function AccountBlock(props: { readonly account: Extract<AccountState, { kind: 'signed-in' }> }): ReactNode {
  const { t } = useTranslation();
  const { name, email } = props.account;
  const [changing, setChanging] = useState<'email' | 'password' | null>(null);
  const close = (): void => {
    setChanging(null);
  };
  return (
    <Block id={sectionId('account')} title={t('settings.account.title')}>
      <Row title={t('settings.account.name')} hint={<span className={css.value}>{name}</span>} />
      <Row title={t('settings.account.email')} hint={<span className={css.value}>{email}</span>}>
        <Button size="small" onPress={() => setChanging('email')}>
          {t('settings.account.changeEmail')}
        </Button>
      </Row>
      <Row title={t('settings.account.password')} hint={t('settings.account.passwordHint')}>
        <Button size="small" onPress={() => setChanging('password')}>
          {t('settings.account.changePassword')}
        </Button>
      </Row>
      <RegionRow account={props.account} />
      <ChangeEmailSheet email={email} open={changing === 'email'} onClose={close} />
      <ChangePasswordSheet name={name} email={email} open={changing === 'password'} onClose={close} />
    </Block>
  );
}
