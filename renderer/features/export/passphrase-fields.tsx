import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { passphraseLength } from '../../../contract/domain/export.ts';
import { judgePassword } from '../../lib/password-strength.ts';
import { PasswordStrength } from '../../ui/password-strength.tsx';
import { PasswordField } from '../../ui/text-field.tsx';
import css from './export.module.css';

/** A passphrase that is to be made, typed twice. */
export interface NewPassphrase {
  readonly first: string;
  readonly second: string;
}

/** What is wrong with it. */
export type PassphraseProblem = 'short' | 'weak' | 'different';

/** The least score (0 to 4) of a passphrase that may be tried as quickly as ZIP lets it be. */
const leastScore = 3;

/** What is wrong with a new passphrase; null: nothing. */
export async function problemOf({ first, second }: NewPassphrase): Promise<PassphraseProblem | null> {
  if (first.length < passphraseLength.least) return 'short';
  if ((await judgePassword(first, [])).score < leastScore) return 'weak';
  return first === second ? null : 'different';
}

/** The two fields, how hard it is to guess, and what it cannot do. */
export function PassphraseFields(props: {
  readonly value: NewPassphrase;
  readonly problem: PassphraseProblem | null;
  readonly isDisabled: boolean;
  readonly onChange: (value: NewPassphrase) => void;
}): ReactNode {
  const { t } = useTranslation();
  const { value, problem } = props;
  const eye = { showLabel: t('takeAlong.show'), hideLabel: t('takeAlong.hide') };
  const ofFirst = (): string | null => {
    if (problem === 'short') return t('takeAlong.short', { count: passphraseLength.least });
    return problem === 'weak' ? t('takeAlong.weak') : null;
  };
  return (
    <div className={css.fields}>
      <PasswordField
        {...eye}
        label={t('takeAlong.passphrase')}
        autoComplete="off"
        isRequired
        isDisabled={props.isDisabled}
        maxLength={passphraseLength.most}
        value={value.first}
        problem={ofFirst()}
        onChange={(first) => props.onChange({ ...value, first })}
      />
      <PasswordStrength password={value.first} userInputs={[]} />
      <PasswordField
        {...eye}
        label={t('takeAlong.again')}
        autoComplete="off"
        isRequired
        isDisabled={props.isDisabled}
        maxLength={passphraseLength.most}
        value={value.second}
        problem={problem === 'different' ? t('takeAlong.different') : null}
        onChange={(second) => props.onChange({ ...value, second })}
      />
      <p className={css.small}>{t('takeAlong.limit')}</p>
    </div>
  );
}
