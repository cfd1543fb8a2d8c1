import { Info } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SignOutPreview } from '../../../contract/domain/account.ts';
import { useFormat } from '../../lib/format.ts';
import css from './sign-out.module.css';

/** What of the person is on this computer, in numbers; null when it could not be counted. `onlyErase`: nothing of it can be kept. */
export function SignOutFacts(props: {
  readonly here: SignOutPreview | null;
  readonly unfinished: number;
  readonly onlyErase: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { here, unfinished, onlyErase } = props;
  return (
    <>
      {here === null ? (
        <p>{onlyErase ? t('signOut.uncountedErase') : t('signOut.uncounted')}</p>
      ) : (
        <>
          <p className={css.factsTitle}>{t('signOut.here')}</p>
          <ul className={css.facts}>
            <Fact number={String(here.lectureCount)} words={t('signOut.lectures', { count: here.lectureCount })} />
            <Fact number={format.bytes(here.sizeBytes)} words={t('signOut.onDisk')} />
            <Fact number={String(here.placeCount)} words={t('signOut.places', { count: here.placeCount })} />
            {here.historyDays > 0 && (
              <Fact number={String(here.historyDays)} words={t('signOut.days', { count: here.historyDays })} />
            )}
          </ul>
        </>
      )}
      {unfinished > 0 && (
        <p className={css.unfinished}>
          <Info size={16} aria-hidden className={css.unfinishedIcon} />
          <span>
            {onlyErase
              ? t('signOut.unfinishedErase', { count: unfinished })
              : t('signOut.unfinished', { count: unfinished })}
          </span>
        </p>
      )}
    </>
  );
}

function Fact(props: { readonly number: string; readonly words: string }): ReactNode {
  return (
    <li className={css.fact}>
      <span className={css.number}>{props.number}</span> <span className={css.words}>{props.words}</span>
    </li>
  );
}
