import { type ReactNode, useId } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { type ComputerUse, computerUses } from '../../contract/domain/computer.ts';
import { cx } from '../lib/cx.ts';
import css from './computer-question.module.css';

/** "Whose computer is this?": three answers in sight, and a line that says what the chosen one means. */
export function ComputerQuestion(props: {
  readonly use: ComputerUse | null;
  readonly onChange: (use: ComputerUse) => void;
  /** Was to be answered and is not. */
  readonly missing: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const lineId = useId();
  const { use } = props;
  const problem = props.missing && use === null;
  return (
    <RadioGroup
      className={css.question ?? ''}
      orientation="horizontal"
      isRequired
      isInvalid={problem}
      aria-describedby={lineId}
      value={use}
      onChange={(value) => {
        const chosen = computerUses.find((each) => each === value);
        if (chosen) props.onChange(chosen);
      }}
    >
      <Label className={css.label ?? ''}>{t('signIn.whose.title')}</Label>
      <div className={cx(css.answers, problem && css.wrong)}>
        {computerUses.map((each) => (
          <Radio key={each} value={each} className={css.answer ?? ''}>
            {t(`signIn.whose.${each}.label`)}
          </Radio>
        ))}
      </div>
      <p id={lineId} className={cx(css.line, problem && css.problem)} aria-live="polite">
        {problem ? t('signIn.whose.missing') : use === null ? t('signIn.whose.hint') : t(`signIn.whose.${use}.meaning`)}
      </p>
    </RadioGroup>
  );
}
