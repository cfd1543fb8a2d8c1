import { useRouter } from '@tanstack/react-router';
import { NotebookPen } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CourseId, NoteId } from '../../../contract/domain/ids.ts';
import type { LectureNotes, Note } from '../../../contract/domain/note.ts';
import { useErrorWords } from '../../lib/error-words.ts';
import { useJump } from '../../lib/jump.ts';
import { toAppError } from '../../lib/request-failed.ts';
import { useRequest } from '../../lib/requests.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { NoteItem } from '../../ui/note-item.tsx';
import { NotesExportButton } from '../../ui/notes-export.tsx';
import { Block, Page } from '../../ui/page.tsx';
import { Field } from '../../ui/text-field.tsx';
import css from './notes.module.css';

/** Every note of a course, lecture by lecture, with a search in them. */
export function NotesScreen({ courseId }: { readonly courseId: CourseId }): ReactNode {
  const { t } = useTranslation();
  const lectures = useRequest('notes.ofCourse', { courseId });
  const course = useRequest('catalogue.course', { courseId }).data;
  const [words, setWords] = useState('');
  const error = useErrorWords(lectures.error ? toAppError(lectures.error) : null);
  const all = lectures.data ?? [];
  const found = matching(all, words);
  return (
    <Page
      narrow
      title={t('notes.title')}
      {...(course ? { lead: course.title } : {})}
      actions={all.length > 0 && <NotesExportButton scope={{ kind: 'course', courseId }} />}
    >
      {error && <ErrorNotice words={error} onAction={() => void lectures.refetch()} />}
      {lectures.data && all.length === 0 && (
        <EmptyState icon={<NotebookPen size={24} />} title={t('notes.emptyTitle')}>
          {t('notes.emptyBody')}
        </EmptyState>
      )}
      {all.length > 0 && (
        <>
          <div className={css.search}>
            <Field type="search" label={t('notes.search')} value={words} onChange={setWords} />
            <p className={css.count} role="status">
              {t('notes.count', { count: found.reduce((sum, { notes }) => sum + notes.length, 0) })}
            </p>
          </div>
          <Found lectures={found} />
        </>
      )}
    </Page>
  );
}

function Found({ lectures }: { readonly lectures: readonly LectureNotes[] }): ReactNode {
  const { t } = useTranslation();
  const router = useRouter();
  const [editingId, setEditingId] = useState<NoteId | null>(null);
  const watch = ({ lectureId, positionMs }: Note): void => {
    useJump.setState({ to: { lectureId, positionMs } });
    void router.navigate({ to: '/watch/$lectureId', params: { lectureId } });
  };
  if (lectures.length === 0) return <p className={css.nothing}>{t('notes.notFound')}</p>;
  return lectures.map(({ lectureId, title, notes }) => (
    <Block key={lectureId} title={title === '' ? t('notes.goneLecture') : title}>
      <ol>
        {notes.map((note) => (
          <NoteItem
            key={note.id}
            note={note}
            editing={note.id === editingId}
            onJump={watch}
            onEdit={(editing) => {
              setEditingId(editing ? note.id : null);
            }}
          />
        ))}
      </ol>
    </Block>
  ));
}

/** Notes with all of the words in them or in their lecture's title, whatever the case. */
function matching(lectures: readonly LectureNotes[], words: string): readonly LectureNotes[] {
  const wanted = words.toLowerCase().split(/\s+/u).filter(Boolean);
  if (wanted.length === 0) return lectures;
  return lectures
    .map((lecture) => ({
      ...lecture,
      notes: lecture.notes.filter(({ text }) => {
        const all = `${lecture.title} ${text}`.toLowerCase();
        return wanted.every((word) => all.includes(word));
      }),
    }))
    .filter(({ notes }) => notes.length > 0);
}
