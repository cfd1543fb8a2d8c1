import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Note } from '../../../../contract/domain/note.ts';
import { firstWords } from '../../../lib/notes.ts';
import { wordsOverBar } from '../words-over-bar.ts';
import css from './note-marks.module.css';

/** Where notes are, on the seek bar; the pointer reads their first words, the keyboard reaches them in the list. */
export function NoteMarks(props: { readonly notes: readonly Note[]; readonly durationMs: number }): ReactNode {
  const { t } = useTranslation();
  return props.notes.map((note) => {
    const share = Math.min(1, note.positionMs / props.durationMs);
    return (
      <span key={note.id} aria-hidden data-testid="note-mark">
        <span className={css.mark} style={{ insetInlineStart: `${String(share * 100)}%` }} />
        <span className={css.words} style={wordsOverBar(share)}>
          {firstWords(note, t)}
        </span>
      </span>
    );
  });
}
