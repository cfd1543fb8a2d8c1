import { Link } from '@tanstack/react-router';
import { BookOpen } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContinueItem, CourseCard } from '../../../contract/domain/views.ts';
import { inOneLine } from '../../lib/course-facts.ts';
import { useFormat } from '../../lib/format.ts';
import { keyOfThing, thingOf } from '../../lib/my-list.ts';
import { useRequest } from '../../lib/requests.ts';
import { CardGrid } from '../../ui/course-card.tsx';
import { CourseLinkCard } from '../../ui/course-link-card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ListLine } from '../../ui/list-line.tsx';
import { LectureState } from '../../ui/lecture-state.tsx';
import { Block } from '../../ui/page.tsx';
import { SmallItem, SmallItems } from '../../ui/small-item.tsx';
import { ContinueHero } from './continue-hero.tsx';
import { ContinueSmall } from './continue-small.tsx';
import css from './home.module.css';

const smallCount = 4;
const newCount = 8;
const courseCount = 12;

/** What was begun: the newest large, the others in a line each. */
export function ContinueRow({ items }: { readonly items: readonly ContinueItem[] }): ReactNode {
  const { t } = useTranslation();
  const [first, ...more] = items;
  if (!first) return null;
  return (
    <Block title={t('home.continue')}>
      <ContinueHero item={first} />
      {more.length > 0 && (
        <SmallItems>
          {more.slice(0, smallCount).map((item) => (
            <ContinueSmall key={item.lectureId} item={item} />
          ))}
        </SmallItems>
      )}
    </Block>
  );
}

/** The next lecture of each course that the person is in the middle of. */
export function NextUpRow(): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const items = useRequest('catalogue.nextUp', null).data ?? [];
  if (items.length === 0) return null;
  return (
    <Block title={t('home.nextUp')}>
      <SmallItems>
        {items.slice(0, smallCount).map((item) => (
          <SmallItem
            key={item.lectureId}
            title={item.lectureTitle}
            coverUrl={item.coverUrl}
            meta={inOneLine([item.courseTitle, format.duration(item.durationMs)])}
            state={<LectureState lectureId={item.lectureId} />}
            link={(content, className) => (
              <Link to="/watch/$lectureId" params={{ lectureId: item.lectureId }} className={className}>
                {content}
              </Link>
            )}
          />
        ))}
      </SmallItems>
    </Block>
  );
}

/** The newest of the person's own list. */
export function MyListRow(): ReactNode {
  const { t } = useTranslation();
  const items = useRequest('list.read', null).data ?? [];
  if (items.length === 0) return null;
  return (
    <Block
      title={t('frame.myList')}
      aside={
        <Link to="/list" className={css.all ?? ''}>
          {t('home.wholeList', { count: items.length })}
        </Link>
      }
    >
      <SmallItems>
        {items.slice(0, smallCount).map((item) => (
          <ListLine key={keyOfThing(thingOf(item))} item={item} />
        ))}
      </SmallItems>
    </Block>
  );
}

/** What was not there when the person was at home before. */
export function NewRow({ courses }: { readonly courses: readonly CourseCard[] }): ReactNode {
  const { t } = useTranslation();
  if (courses.length === 0) return null;
  return (
    <Block title={t('home.new')}>
      <Cards courses={courses.slice(0, newCount)} areNew />
    </Block>
  );
}

/** The other courses, newest first, and the way to all of them. */
export function CoursesRow({
  courses,
  isAll,
}: {
  readonly courses: readonly CourseCard[];
  readonly isAll: boolean;
}): ReactNode {
  const { t } = useTranslation();
  if (courses.length === 0 && !isAll) return null;
  return (
    <Block
      title={t('home.courses')}
      aside={
        courses.length > 0 && (
          <Link to="/courses" className={css.all ?? ''}>
            {t('home.allCourses')}
          </Link>
        )
      }
    >
      {courses.length === 0 ? (
        <EmptyState icon={<BookOpen size={24} />} title={t('courses.emptyTitle')}>
          {t('courses.emptyBody')}
        </EmptyState>
      ) : (
        <Cards courses={courses.slice(0, courseCount)} />
      )}
    </Block>
  );
}

function Cards({
  courses,
  areNew = false,
}: {
  readonly courses: readonly CourseCard[];
  readonly areNew?: boolean;
}): ReactNode {
  return (
    <CardGrid>
      {courses.map((course) => (
        <CourseLinkCard key={course.id} course={course} isNew={areNew} />
      ))}
    </CardGrid>
  );
}
