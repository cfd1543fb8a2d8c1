import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Checkbox } from '../../ui/checkbox.tsx';
import css from './create-account.module.css';

/** Under 18: a parent or guardian has to say yes, in sight as soon as the date says so. */
export function GuardianPanel(props: {
  readonly confirmed: boolean;
  readonly onChange: (confirmed: boolean) => void;
}): ReactNode {
  const { t } = useTranslation();
  const titleId = useId();
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    panel.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <div ref={panel} role="group" aria-labelledby={titleId} className={css.guardian}>
      <div role="status" className={css.guardianWords}>
        <h2 id={titleId} className={css.guardianTitle}>
          {t('createAccount.guardian.title')}
        </h2>
        <p>{t('createAccount.guardian.body')}</p>
      </div>
      <Checkbox label={t('createAccount.guardian.confirm')} checked={props.confirmed} onChange={props.onChange} />
    </div>
  );
}
