import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RememberBox as Box } from '../lib/computer-answer.ts';
import { Checkbox } from './checkbox.tsx';
import css from './computer-question.module.css';

/** "Remember me on this computer" with what it means, or the sentence that says why there is no such box. */
export function RememberBox({ box }: { readonly box: Box }): ReactNode {
  const { t } = useTranslation();
  if (box.kind === 'none') return <p className={css.never}>{t(`signIn.never.${box.because}`)}</p>;
  return (
    <div className={css.remember}>
      <Checkbox
        label={t('signIn.remember')}
        hint={box.ticked ? t('signIn.rememberOn') : t('signIn.rememberOff')}
        checked={box.ticked}
        onChange={box.tick}
      />
    </div>
  );
}
