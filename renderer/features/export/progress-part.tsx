import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format.ts';
import { ProgressLine } from '../../ui/progress-line.tsx';
import css from './export.module.css';
import { kindTitle } from './export-words.ts';
import { useProgress } from './use-progress.ts';

/** How far writing or reading is, with numbers. */
export function ProgressPart(props: { readonly label: string }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const progress = useProgress();
  const words = (): string => {
    if (progress === null) return '';
    if (progress.kind === null) return t('takeAlong.finishing');
    return t('takeAlong.progress', { kind: kindTitle(progress.kind, t), number: format.number(progress.rowCount) });
  };
  return (
    <div className={css.progress}>
      <ProgressLine share={progress?.share ?? 0} label={props.label} />
      <p className={css.numbers}>{words()}</p>
    </div>
  );
}
