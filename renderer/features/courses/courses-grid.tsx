import { useRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { GridLayout, GridList, GridListItem, Size, Virtualizer } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { BrowseCard } from '../../../contract/domain/browse.ts';
import { courseFacts } from '../../lib/course-facts.ts';
import { useFormat } from '../../lib/format.ts';
import { useIsNewCourse } from '../../lib/new-courses.ts';
import { CoverCard } from '../../ui/course-card.tsx';
import { CourseState } from '../../ui/course-state.tsx';
import { Popularity } from '../../ui/popularity.tsx';
import { ListButton } from '../../ui/list-button.tsx';
import css from './courses-grid.module.css';

/** Half of the gap between two cards, on each side of a cell. */
const sidePx = 12;
/** Under the cover: two lines of title, one of meta and one of state; another line of meta reaches into the gap. */
const wordsPx = 100;
/** The line about all learners, where any course has one. */
const figuresPx = 22;
const cellSize = (cardPx: number, underPx: number): Size =>
  new Size(cardPx + 2 * sidePx, Math.ceil((cardPx * 9) / 16) + underPx);
/** The layout goes from the least to the most in a straight line, and so does a 16:9 cover over words of one height. */
const layoutOf = (underPx: number) => ({
  minItemSize: cellSize(232, underPx),
  maxItemSize: cellSize(400, underPx),
  minSpace: new Size(0, 28),
  preserveAspectRatio: true,
});
const layouts = { plain: layoutOf(wordsPx), withFigures: layoutOf(wordsPx + figuresPx) };

/** Any number of courses as cards, of which only those in sight are there; arrows go about, letters find a title. */
export function CoursesGrid({ courses }: { readonly courses: readonly BrowseCard[] }): ReactNode {
  const { t } = useTranslation();
  const router = useRouter();
  const hasFigures = courses.some(({ popularity }) => popularity !== undefined);
  return (
    <Virtualizer layout={GridLayout} layoutOptions={hasFigures ? layouts.withFigures : layouts.plain}>
      <GridList
        aria-label={t('courses.title')}
        layout="grid"
        className={css.grid ?? ''}
        items={courses}
        onAction={(key) => void router.navigate({ to: '/courses/$courseId', params: { courseId: String(key) } })}
      >
        {(course) => (
          <GridListItem id={course.id} textValue={course.title} className={css.cell ?? ''}>
            <Card course={course} />
          </GridListItem>
        )}
      </GridList>
    </Virtualizer>
  );
}

function Card({ course }: { readonly course: BrowseCard }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const isNew = useIsNewCourse(course.id);
  return (
    <>
      <CoverCard
        even
        isNew={isNew && course.begunCount === 0}
        headingLevel="h2"
        title={course.title}
        language={course.language}
        coverUrl={course.coverUrl}
        meta={courseFacts(course, t, format)}
        share={course.completedCount > 0 ? course.completedCount / course.lectureCount : null}
        state={
          <>
            <Popularity short popularity={course.popularity} />
            <CourseState course={course} />
          </>
        }
        link={(content) => content}
      />
      <ListButton thing={{ kind: 'course', courseId: course.id }} title={course.title} className={css.list ?? ''} />
    </>
  );
}
