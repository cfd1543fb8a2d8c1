import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { LectureId, NoteId } from '../../contract/domain/ids.ts';
import { lectureLink } from '../../contract/domain/link.ts';
import { type Note, noteLength } from '../../contract/domain/note.ts';
import { ask } from './api.ts';
import { useAttempt } from './attempt.ts';
import { useFormat } from './format.ts';
import { useToasts } from './toasts.ts';

/** What a person can do with notes besides writing; a failure is told as a notice. */
export interface NoteActions {
  /** Keeps the place at once, with a way to undo it. */
  bookmark(lectureId: LectureId, positionMs: number): void;
  /** Deletes a note, with a way to undo it. */
  remove(note: Note): void;
  copyLink(lectureId: LectureId, positionMs: number): void;
}

/** A note at a place that nobody has written in yet; `text` is what it begins with. */
export function newNote(lectureId: LectureId, positionMs: number, text = ''): Note {
  const id = crypto.randomUUID() as NoteId;
  return { id, lectureId, positionMs: Math.max(0, Math.round(positionMs)), text, changedAtMs: 0 };
}

/** Left for one's own words beside a quotation, in UTF-16 code units. */
const ownWordsLength = 500;

/** Words of the lecture as a quotation in Markdown, with room below to write; of very many only the first. */
export function quoteOf(words: string): string {
  const line = words.replaceAll(/\s+/gu, ' ').trim();
  const most = noteLength - ownWordsLength;
  return `> ${line.length > most ? `${cutAt(line, most)}…` : line}\n\n`;
}

/** The beginning of a text, without half a sign at its end. */
function cutAt(text: string, length: number): string {
  return text
    .slice(0, length)
    .toWellFormed()
    .replace(/\uFFFD$/u, '');
}

/** The first words of a note on one line; what a bookmark is called when there are none. */
export function firstWords(note: Note, t: TFunction): string {
  const words = note.text.replaceAll(/\s+/gu, ' ').trim();
  if (words === '') return t('notes.bookmark');
  return words.length > 60 ? `${cutAt(words, 60)}…` : words;
}

/** The note actions. */
export function useNoteActions(): NoteActions {
  const { t } = useTranslation();
  const format = useFormat();
  const show = useToasts((state) => state.show);
  const attempt = useAttempt();
  const change = async (
    work: () => Promise<unknown>,
    told: { readonly text: string; readonly undo: () => Promise<unknown> },
  ): Promise<void> => {
    if (await attempt(work)) show({ text: told.text, undo: () => void attempt(told.undo) });
  };
  return {
    bookmark(lectureId, atMs) {
      const { id, positionMs, text } = newNote(lectureId, atMs);
      void change(() => ask('notes.save', { id, lectureId, positionMs, text }), {
        text: t('notes.bookmarked', { place: format.clock(positionMs) }),
        undo: () => ask('notes.remove', { id }),
      });
    },
    remove({ id, positionMs, text }) {
      const place = format.clock(positionMs);
      void change(() => ask('notes.remove', { id }), {
        text: text.trim() === '' ? t('notes.bookmarkRemoved', { place }) : t('notes.removed', { place }),
        undo: () => ask('notes.restore', { id }),
      });
    },
    copyLink(lectureId, positionMs) {
      navigator.clipboard.writeText(lectureLink(lectureId, positionMs)).then(
        () => show({ text: t('notes.linkCopied', { place: format.clock(positionMs) }) }),
        () => show({ text: t('notes.linkNotCopied') }),
      );
    },
  };
}
