import { Bookmark, Ellipsis, Link, Pencil, Trash2 } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Note } from '../../contract/domain/note.ts';
import { useFormat } from '../lib/format.ts';
import { useNoteActions } from '../lib/notes.ts';
import { IconButton } from './icon-button.tsx';
import { Menu } from './menu.tsx';
import { NoteEditor } from './note-editor.tsx';
import css from './note-list.module.css';

/** One note in a list: its place jumps, its words are changed where they stand. */
export function NoteItem(props: {
  readonly note: Note;
  readonly editing: boolean;
  /** On the dark stage of the player. */
  readonly stage?: boolean;
  readonly onJump: (note: Note) => void;
  /** True to change it, false when that is done. */
  readonly onEdit: (editing: boolean) => void;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const actions = useNoteActions();
  const jump = useRef<HTMLButtonElement>(null);
  const wasEditing = useRef(props.editing);
  const { note, editing, onEdit } = props;
  const place = format.clock(note.positionMs);

  // Whoever was writing goes on at the note, not at the top of the window.
  useEffect(() => {
    if (wasEditing.current && !editing && document.activeElement === document.body) jump.current?.focus();
    wasEditing.current = editing;
  }, [editing]);

  const pick = (id: string): void => {
    if (id === 'edit') onEdit(true);
    if (id === 'link') actions.copyLink(note.lectureId, note.positionMs);
    if (id === 'remove') actions.remove(note);
  };
  return (
    <li className={css.item}>
      <button
        ref={jump}
        type="button"
        className={css.place}
        aria-label={t('notes.jump', { place })}
        onClick={() => {
          props.onJump(note);
        }}
      >
        {place}
      </button>
      {editing ? (
        <NoteEditor
          key={note.id}
          note={note}
          onDone={() => {
            onEdit(false);
          }}
        />
      ) : (
        <>
          {note.text.trim() === '' ? (
            <p className={css.bookmark}>
              <Bookmark size={16} aria-hidden />
              {t('notes.bookmark')}
            </p>
          ) : (
            <p className={css.text}>{note.text}</p>
          )}
          <Menu
            label={t('notes.actions', { place })}
            placement="bottom end"
            {...(props.stage ? { stage: true } : {})}
            trigger={
              <IconButton label={t('notes.actions', { place })} size="small">
                <Ellipsis size={18} aria-hidden />
              </IconButton>
            }
            entries={[
              {
                id: 'edit',
                label: note.text.trim() === '' ? t('notes.write') : t('notes.edit'),
                icon: <Pencil size={16} aria-hidden />,
              },
              { id: 'link', label: t('notes.copyLink'), icon: <Link size={16} aria-hidden /> },
              { id: 'remove', label: t('notes.remove'), icon: <Trash2 size={16} aria-hidden /> },
            ]}
            onPick={pick}
          />
        </>
      )}
    </li>
  );
}
