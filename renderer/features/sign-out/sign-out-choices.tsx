import { useQueryClient } from '@tanstack/react-query';
import { Eraser, LockKeyhole } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { ComputerRules } from '../../../contract/domain/computer.ts';
import { signOut, useSignOut } from '../../lib/sign-out.ts';
import { Button } from '../../ui/button.tsx';
import css from './sign-out.module.css';

/** Keep it locked or erase it, each with what it means; the rules of this computer say which comes first, or that there is only one. */
export function SignOutChoices(props: {
  readonly lectureCount: number;
  readonly rule: ComputerRules['signOut'];
}): ReactNode {
  const { t } = useTranslation();
  const count = props.lectureCount;
  const keep = (
    <SignOutChoice
      key="keep"
      erase={false}
      look={props.rule === 'keep' ? 'primary' : 'plain'}
      icon={<LockKeyhole size={20} aria-hidden />}
      title={t('signOut.keepTitle')}
      meaning={t('signOut.keepMeaning')}
      label={count > 0 ? t('signOut.keep', { count }) : t('signOut.keepAll')}
    />
  );
  const erase = (
    <SignOutChoice
      key="erase"
      erase
      look="danger"
      icon={<Eraser size={20} aria-hidden />}
      title={t('signOut.eraseTitle')}
      meaning={t('signOut.eraseMeaning')}
      label={count > 0 ? t('signOut.erase', { count }) : t('signOut.eraseAll')}
    />
  );
  const orders = { keep: [keep, erase], erase: [erase, keep], 'only-erase': [erase] } as const;
  return <div className={css.choices}>{orders[props.rule]}</div>;
}

function SignOutChoice(props: {
  readonly erase: boolean;
  readonly look: 'primary' | 'plain' | 'danger';
  readonly icon: ReactNode;
  readonly title: string;
  readonly meaning: string;
  readonly label: string;
}): ReactNode {
  const client = useQueryClient();
  const outcome = useSignOut((state) => state.outcome);
  const ids = useId();
  const chosen =
    (outcome.kind === 'working' && outcome.erase === props.erase) ||
    (outcome.kind === 'done' && outcome.report.erased === props.erase);
  const other = (outcome.kind === 'working' || outcome.kind === 'done') && !chosen;
  return (
    <section className={css.choice} aria-labelledby={`${ids}-title`}>
      <h3 id={`${ids}-title`} className={css.choiceTitle}>
        {props.icon}
        {props.title}
      </h3>
      <p id={`${ids}-meaning`} className={css.meaning}>
        {props.meaning}
      </p>
      <Button
        look={props.look}
        className={css.act ?? ''}
        isPending={chosen}
        isDisabled={other}
        aria-describedby={`${ids}-meaning`}
        onPress={() => void signOut(client, props.erase)}
      >
        {props.label}
      </Button>
    </section>
  );
}
