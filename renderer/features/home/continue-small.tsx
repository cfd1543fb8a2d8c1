import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContinueItem } from '../../../contract/domain/views.ts';
import { useFormat } from '../../lib/format.ts';
import { Cover } from '../../ui/cover.tsx';
import { ProgressLine } from '../../ui/progress-line.tsx';
import css from './home.module.css';

/** Another lecture begun and not finished, in one line. */
export function ContinueSmall({ item }: { readonly item: ContinueItem }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const leftMs = item.durationMs - item.progress.positionMs;
  return (
    <li className={css.small}>
      <Cover url={item.coverUrl} title={item.lectureTitle} className={css.smallCover ?? ''} />
      <div className={css.smallWords}>
        <h3 className={css.smallTitle}>
          <Link to="/watch/$lectureId" params={{ lectureId: item.lectureId }} className={css.smallLink ?? ''}>
            {item.lectureTitle}
          </Link>
        </h3>
        <p className={css.smallMeta}>
          {[item.courseTitle, t('home.left', { time: format.duration(leftMs) })].join(' · ')}
        </p>
        <ProgressLine share={item.progress.positionMs / item.durationMs} className={css.smallProgress ?? ''} />
      </div>
    </li>
  );
}
