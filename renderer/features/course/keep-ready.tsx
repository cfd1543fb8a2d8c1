import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CourseDetail } from '../../../contract/domain/views.ts';
import { useDownloadActions } from '../../lib/downloads.ts';
import { Choice } from '../../ui/choice.tsx';
import css from './course.module.css';

const counts = [0, 1, 3, 5, 10];

/** How many of the next lectures come by themselves. */
export function KeepReady({ course }: { readonly course: CourseDetail }): ReactNode {
  const { t } = useTranslation();
  const actions = useDownloadActions();
  const hintId = useId();
  const [chosen, setChosen] = useState<number | null>(null);
  const count = chosen ?? course.keepReadyCount;
  // What another version allowed may be no choice here.
  const choices = [...new Set([...counts, count])].toSorted((one, other) => one - other);
  const choose = async (next: number): Promise<void> => {
    setChosen(next);
    await actions.keepReady(course.id, next);
    setChosen(null);
  };
  return (
    <div className={css.keepReady}>
      <div className={css.keepWords}>
        <p className={css.keepTitle}>{t('courseDownloads.keep')}</p>
        <p id={hintId} className={css.keepHint}>
          {t('courseDownloads.keepHint')}
        </p>
      </div>
      <Choice
        label={t('courseDownloads.keep')}
        hideLabel
        describedBy={hintId}
        className={css.keepChoice ?? ''}
        value={String(count)}
        onChange={(id) => void choose(Number(id))}
        options={choices.map((each) => ({
          id: String(each),
          label: each === 0 ? t('courseDownloads.keepOff') : t('courses.lectures', { count: each }),
        }))}
      />
    </div>
  );
}
