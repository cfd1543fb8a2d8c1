import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { StudyStatistics } from '../../../contract/domain/statistics.ts';
import { cx } from '../../lib/cx.ts';
import { useFormat } from '../../lib/format.ts';
import { PlotBlock } from '../../ui/plot/plot-block.tsx';
import css from '../../ui/plot/plot.module.css';

const rowHeight = 40;

/** The courses of the period, those watched longest first, and all others in one line. */
export function CoursesPlot({ statistics }: { readonly statistics: StudyStatistics }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { courses, others, totals } = statistics;
  const [longest] = courses;
  if (longest === undefined) return null;
  const titleOf = (title: string): string => (title === '' ? t('statistics.unknownCourse') : title);
  const lines = [
    ...courses.map(({ courseId, title, language, watchedMs }) => ({
      key: courseId as string,
      name: titleOf(title),
      value: format.duration(watchedMs),
      watchedMs,
      language: language ?? undefined,
      shown:
        language === null ? (
          titleOf(title)
        ) : (
          <Link to="/courses/$courseId" params={{ courseId }} className={css.link ?? ''} lang={language}>
            {titleOf(title)}
          </Link>
        ),
    })),
    ...(others.courseCount > 0
      ? [
          {
            key: 'others',
            name: t('statistics.others', { count: others.courseCount }),
            value: format.duration(others.watchedMs),
            watchedMs: others.watchedMs,
          },
        ]
      : []),
  ];
  const most = Math.max(...lines.map(({ watchedMs }) => watchedMs));
  const sentence = t('statistics.courseSentence', {
    count: totals.courseCount,
    title: titleOf(longest.title),
    time: format.duration(longest.watchedMs),
  });
  return (
    <PlotBlock
      title={t('statistics.courses')}
      sentence={sentence}
      headings={[t('statistics.course'), t('statistics.watched')]}
      rows={lines}
      cursorLabel={t('statistics.courseCursor')}
      steps={{ across: 1, down: 1 }}
      marks={lines}
      markAt={(_, y) => {
        const index = Math.floor(y / rowHeight);
        return index >= 0 && index < lines.length ? index : null;
      }}
      draw={(active) => (
        <div role="img" aria-label={sentence} className={css.courses}>
          {lines.map((line, index) => (
            <div key={line.key} className={cx(css.course, active === index && css.courseActive)}>
              <span className={css.courseName} {...('language' in line ? { lang: line.language } : {})}>
                {line.name}
              </span>
              <span className={css.courseTime}>{line.value}</span>
              <svg className={css.courseBar} width="100%" height={6} aria-hidden>
                <rect className={css.cell} width="100%" height={6} rx={3} />
                <rect className={css.bar} width={`${String((line.watchedMs / most) * 100)}%`} height={6} rx={3} />
              </svg>
            </div>
          ))}
        </div>
      )}
    />
  );
}
