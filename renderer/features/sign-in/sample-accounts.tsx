import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { SampleAccount } from '../../../contract/domain/views.ts';
import css from './sign-in.module.css';

/** The accounts of the app's own sample service, one press each. */
export function SampleAccounts(props: {
  readonly accounts: readonly SampleAccount[];
  readonly onPick: (account: SampleAccount) => void;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <section className={css.samples} aria-label={t('signIn.samples')}>
      <p className={css.samplesTitle}>{t('signIn.samples')}</p>
      <p className={css.samplesHint}>{t('signIn.samplesHint')}</p>
      <ul className={css.sampleList}>
        {props.accounts.map((account) => (
          <li key={account.email}>
            <Button
              className={css.sample ?? ''}
              onPress={() => {
                props.onPick(account);
              }}
            >
              <span className={css.sampleName}>{account.name}</span>
              <span className={css.sampleMail}>{account.email}</span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
