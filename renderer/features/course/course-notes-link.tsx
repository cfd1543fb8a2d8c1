import { Link } from '@tanstack/react-router';
import { NotebookPen } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CourseId } from '../../../contract/domain/ids.ts';
import { useRequest } from '../../lib/requests.ts';
import css from './course-notes-link.module.css';

/** The way to the person's notes of this course, where there are any. */
export function CourseNotesLink({ courseId }: { readonly courseId: CourseId }): ReactNode {
  const { t } = useTranslation();
  const lectures = useRequest('notes.ofCourse', { courseId }).data ?? [];
  const count = lectures.reduce((sum, { notes }) => sum + notes.length, 0);
  if (count === 0) return null;
  return (
    <Link to="/courses/$courseId/notes" params={{ courseId }} className={css.link}>
      <NotebookPen size={18} aria-hidden />
      {t('notes.ofCourse', { count })}
    </Link>
  );
}
