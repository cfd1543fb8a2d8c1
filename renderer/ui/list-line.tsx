import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListItem } from '../../contract/domain/browse.ts';
import { courseFacts, inOneLine } from '../lib/course-facts.ts';
import { useFormat } from '../lib/format.ts';
import { thingOf } from '../lib/my-list.ts';
import { CourseState } from './course-state.tsx';
import { LectureState } from './lecture-state.tsx';
import { ListButton } from './list-button.tsx';
import { SmallItem } from './small-item.tsx';

/** Something on the person's own list, in one line; `acts` when it can be taken off there. */
export function ListLine(props: {
  readonly item: ListItem;
  readonly acts?: boolean;
  readonly headingLevel?: 'h2' | 'h3';
}): ReactNode {
  const { item } = props;
  const title = item.kind === 'course' ? item.course.title : item.lectureTitle;
  const common = {
    headingLevel: props.headingLevel ?? 'h3',
    ...(props.acts ? { action: <ListButton thing={thingOf(item)} title={title} /> } : {}),
  } as const;
  return item.kind === 'course' ? <CourseLine item={item} {...common} /> : <LectureLine item={item} {...common} />;
}

interface Common {
  readonly headingLevel: 'h2' | 'h3';
  readonly action?: ReactNode;
}

function CourseLine({ item, ...common }: Common & { readonly item: ListItem & { kind: 'course' } }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { course } = item;
  return (
    <SmallItem
      {...common}
      title={course.title}
      coverUrl={course.coverUrl}
      meta={courseFacts(course, t, format)}
      share={course.completedCount > 0 ? course.completedCount / course.lectureCount : null}
      state={<CourseState course={course} />}
      link={(content, className) => (
        <Link to="/courses/$courseId" params={{ courseId: course.id }} className={className} lang={course.language}>
          {content}
        </Link>
      )}
    />
  );
}

function LectureLine({ item, ...common }: Common & { readonly item: ListItem & { kind: 'lecture' } }): ReactNode {
  const format = useFormat();
  const { progress } = item;
  const begun = progress !== null && !progress.completed && progress.positionMs > 0;
  return (
    <SmallItem
      {...common}
      title={item.lectureTitle}
      coverUrl={item.coverUrl}
      meta={inOneLine([item.courseTitle, format.duration(item.durationMs)])}
      share={begun ? progress.positionMs / item.durationMs : null}
      state={<LectureState lectureId={item.lectureId} />}
      link={(content, className) => (
        <Link to="/watch/$lectureId" params={{ lectureId: item.lectureId }} className={className}>
          {content}
        </Link>
      )}
    />
  );
}
