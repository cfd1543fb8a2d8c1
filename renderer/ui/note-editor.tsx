import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type LectureNotes, type Note, noteLength } from '../../contract/domain/note.ts';
import type { AppError } from '../../contract/result.ts';
import { ask } from '../lib/api.ts';
import { useTellFailure } from '../lib/attempt.ts';
import { createAutosave } from '../lib/autosave.ts';
import { useErrorWords } from '../lib/error-words.ts';
import { useFormat } from '../lib/format.ts';
import { Button } from './button.tsx';
import css from './note-list.module.css';

/** How few characters may be left before it is said. */
const fewLeft = 500;

/** A note being written: kept while it is typed, on leaving the field and on leaving the screen. Esc or Ctrl+Enter is done. */
export function NoteEditor(props: { readonly note: Note; readonly onDone: () => void }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { note, onDone } = props;
  const [text, setText] = useState(note.text);
  const [error, setError] = useState<AppError | null>(null);
  const words = useErrorWords(error);
  const field = useRef<HTMLTextAreaElement>(null);
  const client = useQueryClient();
  const tellFailure = useTellFailure();
  const [editing] = useState(() => startEditing(note, client, { onError: setError, onLost: tellFailure }));

  useEffect(() => {
    const area = field.current;
    area?.focus();
    area?.setSelectionRange(area.value.length, area.value.length);
    area?.scrollTo({ top: area.scrollHeight });
    editing.begin();
  }, [editing]);
  useEffect(() => {
    window.addEventListener('pagehide', editing.flush);
    return () => {
      window.removeEventListener('pagehide', editing.flush);
      editing.end();
    };
  }, [editing]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const done = event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey));
    if (!done || event.nativeEvent.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    onDone();
  };
  const left = noteLength - text.length;
  return (
    <div className={css.editor}>
      <textarea
        ref={field}
        className={css.area}
        aria-label={t('notes.at', { place: format.clock(note.positionMs) })}
        maxLength={noteLength}
        rows={4}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          editing.change(event.target.value);
        }}
        onBlur={editing.flush}
        onKeyDown={onKeyDown}
      />
      <div className={css.editorFoot}>
        <p className={css.hint} role="status">
          {words
            ? `${words.title}. ${words.body}`
            : left <= fewLeft
              ? t('notes.left', { count: left })
              : t('notes.kept')}
        </p>
        <Button size="small" onPress={onDone}>
          {t('notes.done')}
        </Button>
      </div>
    </div>
  );
}

/**
 * A new note is kept from its first word on, be it a quotation; one that was begun and left empty goes again. `onError` hears why words could not be kept yet, `onLost`
 * why the last ones never will be.
 */
function startEditing(
  note: Note,
  client: QueryClient,
  told: { readonly onError: (error: AppError | null) => void; readonly onLost: (error: AppError) => void },
) {
  const { id, lectureId, positionMs, changedAtMs } = note;
  const isNew = changedAtMs === 0;
  let isKept = !isNew;
  let last = note.text;
  let isOver = false;
  const renewed = (notes: readonly Note[]): readonly Note[] =>
    notes.map((each) => (each.id === id ? { ...each, text: last } : each));
  const autosave = createAutosave({
    onError: (error) => {
      if (!isOver) told.onError(error);
      else if (error) told.onLost(error);
    },
    save: async (text) => {
      if (!isKept && text.trim() === '') return;
      isKept = true;
      await ask('notes.save', { id, lectureId, positionMs, text });
    },
  });
  const change = (text: string): void => {
    last = text;
    autosave.change(text);
  };
  return {
    flush: autosave.flush,
    change,
    /** What a new note begins with is kept as if it had been typed. */
    begin(): void {
      if (isNew && last.trim() !== '') autosave.change(last);
    },
    end(): void {
      // The room below a quotation, and what else is empty at the end.
      if (last !== last.trimEnd()) change(last.trimEnd());
      isOver = true;
      autosave.end();
      // The lists have these words before main tells them, so that nobody goes on from older ones.
      client.setQueriesData<readonly Note[]>({ queryKey: ['notes.ofLecture'] }, (notes) => notes && renewed(notes));
      client.setQueriesData<readonly LectureNotes[]>({ queryKey: ['notes.ofCourse'] }, (lectures) =>
        lectures?.map((lecture) => ({ ...lecture, notes: renewed(lecture.notes) })),
      );
      if (isNew && isKept && last.trim() === '') void ask('notes.remove', { id }).catch(() => undefined);
    },
  };
}
