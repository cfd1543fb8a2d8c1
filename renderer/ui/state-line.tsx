import { CircleCheck, CloudOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '../lib/cx.ts';
import css from './course-state.module.css';

/** Says in one line that something is on this computer, in the words given. */
export function HereLine({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <p className={cx(css.state, css.here)}>
      <CircleCheck size={15} aria-hidden />
      {children}
    </p>
  );
}

/** Says in one line that something needs a network that is not there. */
export function NeedsNetworkLine(): ReactNode {
  const { t } = useTranslation();
  return (
    <p className={css.state}>
      <CloudOff size={15} aria-hidden />
      {t('courseState.needsNetwork')}
    </p>
  );
}
