import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Note } from '../../../../contract/domain/note.ts';
import { firstWords } from '../../../lib/notes.ts';
import css from './note-marks.module.css';

/** Where notes are, on the seek bar; the pointer reads their first words, the keyboard reaches them in the list. */
export function NoteMarks(props: { readonly notes: readonly Note[]; readonly durationMs: number }): ReactNode {
  const { t } = useTranslation();
  return props.notes.map((note) => {
    const share = Math.min(1, note.positionMs / props.durationMs) * 100;
    return (
      <span key={note.id} aria-hidden data-testid="note-mark">
        <span className={css.mark} style={{ insetInlineStart: `${String(share)}%` }} />
        <span className={css.words} style={{ insetInlineStart: `clamp(100px, ${String(share)}%, calc(100% - 100px))` }}>
          {firstWords(note, t)}
        </span>
      </span>
    );
  });
}
