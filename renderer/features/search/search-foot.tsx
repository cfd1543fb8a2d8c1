import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useDelayed } from '../../lib/use-delayed.ts';
import { KeyCap } from '../../ui/key-cap.tsx';
import css from './search.module.css';

/** An answer that takes longer than this is said to be on its way, in milliseconds. */
const lateMs = 400;

/** What the keys do, in small letters. */
export function SearchFoot(props: { readonly waiting: boolean; readonly forgets: boolean }): ReactNode {
  const { t } = useTranslation();
  const late = useDelayed(props.waiting, lateMs);
  return (
    <div className={css.foot}>
      <span className={css.hint}>
        <KeyCap>↑</KeyCap>
        <KeyCap>↓</KeyCap>
        {t('search.keyMove')}
      </span>
      <span className={css.hint}>
        <KeyCap>Enter</KeyCap>
        {t('search.keyOpen')}
      </span>
      <span className={css.hint}>
        <KeyCap>Tab</KeyCap>
        {t('search.keyNarrow')}
      </span>
      {props.forgets && (
        <span className={css.hint}>
          <KeyCap>Del</KeyCap>
          {t('search.keyForget')}
        </span>
      )}
      <span className={css.hint}>
        <KeyCap>Esc</KeyCap>
        {t('search.keyClose')}
      </span>
      <span role="status" className={css.late}>
        {late && t('search.waiting')}
      </span>
    </div>
  );
}
