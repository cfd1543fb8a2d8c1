import { lectureLink } from '../../../contract/domain/link.ts';
import type { NoteId } from '../../../contract/domain/ids.ts';
import type { LectureNotes, Note, NotesWords } from '../../../contract/domain/note.ts';

/** Signs that mean something anywhere in a line, in CommonMark, GFM or the note-takers that read these files (tags, maths, comments, marks). */
const signs = /[\\`*_{}[\]<>#&~|$^=%]/g;

/** Signs that only mean something where a line begins: list marks, and the end of a number. */
const lineStart = /^(?:[-+]|\d{1,9}(?=[.)]))/;

/** Control characters, those that turn the direction of reading among them; they have no place in a text file. */
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g; // oxlint-disable-line no-control-regex -- these are what must go.

/** One line of a person's words as Markdown that shows exactly them: CommonMark §2.4 lets a backslash stand before any punctuation. */
function escapeLine(line: string): string {
  const words = line.replaceAll('\t', '    ').trimEnd();
  const text = words.trimStart();
  const escaped = text
    .replaceAll(signs, String.raw`\$&`)
    .replace(lineStart, (mark) => (/\d/.test(mark) ? `${mark}\\` : `\\${mark}`));
  // Indented by four spaces it would be code; these spaces are only space.
  return '\u00a0'.repeat(Math.min(words.length - text.length, 40)) + escaped;
}

/** A title: all of it on one line. */
function escapeTitle(title: string): string {
  return escapeLine(
    title
      .replaceAll(/[\s\u2028\u2029]+/g, ' ')
      .replaceAll(controls, '')
      .trim(),
  );
}

/** Paragraphs and line breaks as they were written. */
export function escapeText(text: string): string {
  const lines = text
    .replaceAll(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replaceAll(controls, '')
    .split('\n')
    .map(escapeLine);
  return lines
    .map((line, index) => {
      const next = lines[index + 1];
      return line !== '' && next !== undefined && next !== '' ? `${line}\\` : line;
    })
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}

/** "1:05:09", "4:07": a place in a lecture. */
export function placeWords(positionMs: number): string {
  const seconds = Math.floor(positionMs / 1000);
  const two = (value: number) => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

function noteLines(note: Note, picture: string | undefined, words: NotesWords): string {
  const place = placeWords(note.positionMs);
  const text = escapeText(note.text);
  const line = `[${place}](${lectureLink(note.lectureId, note.positionMs)}) ${text === '' ? `*${escapeTitle(words.bookmark)}*` : text}`;
  return picture === undefined ? line : `${line}\n\n![${place}](<${picture}>)`;
}

/** The whole file: the course, its lectures as headings, each note behind a link to its second, and its picture where there is one. */
export function notesMarkdown(input: {
  readonly courseTitle: string;
  readonly lectures: readonly LectureNotes[];
  readonly words: NotesWords;
  /** Addresses of pictures relative to the file, percent-encoded. */
  readonly pictures: ReadonlyMap<NoteId, string>;
}): string {
  const parts = [`# ${escapeTitle(input.courseTitle)}`];
  for (const { title, notes } of input.lectures) {
    parts.push(`## ${title === '' ? '…' : escapeTitle(title)}`);
    for (const note of notes) parts.push(noteLines(note, input.pictures.get(note.id), input.words));
  }
  return `${parts.join('\n\n')}\n`;
}
