import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { NoteId } from '../../../../contract/domain/ids.ts';
import type { Note } from '../../../../contract/domain/note.ts';
import type { PlaybackPlan } from '../../../../contract/domain/views.ts';
import { newNote, quoteOf, useNoteActions } from '../../../lib/notes.ts';
import { useRequest } from '../../../lib/requests.ts';
import { NoteMarks } from './note-marks.tsx';
import { NotesPanel } from './notes-panel.tsx';
import { seekVideo } from './seek-video.ts';

/** What notes put into the player. */
export interface PlayerNotes {
  /** For the seek bar. */
  readonly marks: ReactNode;
  /** For the panel at the side. */
  readonly panel: ReactNode;
  /** At this second: a bookmark at once, or a note to write. */
  readonly add: (kind: 'note' | 'bookmark') => void;
  /** Begins a note at a place with words of the lecture in it. */
  readonly quote: (words: string, positionMs: number) => void;
}

/** The notes of the lecture on the stage; `show` opens the panel at them. */
export function usePlayerNotes(input: {
  readonly plan: PlaybackPlan;
  readonly video: HTMLVideoElement | null;
  readonly durationMs: number;
  /** The panel is open at the notes: only there is anything written. */
  readonly shown: boolean;
  readonly show: () => void;
}): PlayerNotes {
  const { video, show } = input;
  const { lectureId } = input.plan;
  const kept = useRequest('notes.ofLecture', { lectureId }).data;
  const pauses = useRequest('settings.read', null).data?.notePauses ?? false;
  const [editingId, setEditingId] = useState<NoteId | null>(null);
  const [draft, setDraft] = useState<Note | null>(null);
  const actions = useNoteActions();

  // The note being begun has its place among the others before anything of it is kept.
  const notes = useMemo(() => {
    const others = kept ?? [];
    if (draft === null || draft.id !== editingId || others.some(({ id }) => id === draft.id)) return others;
    return [...others, draft].toSorted((one, other) => one.positionMs - other.positionMs);
  }, [kept, draft, editingId]);

  const writingId = input.shown ? editingId : null;
  useEffect(() => {
    if (writingId === null || !pauses || video === null || video.paused) return undefined;
    video.pause();
    return () => {
      void video.play().catch(() => undefined);
    };
  }, [writingId, pauses, video]);

  const positionMs = (): number => (video?.currentTime ?? 0) * 1000;
  const write = (note: Note): void => {
    setDraft(note);
    setEditingId(note.id);
    show();
  };
  const begin = (kind: 'note' | 'bookmark'): void => {
    if (kind === 'bookmark') actions.bookmark(lectureId, positionMs());
    else write(newNote(lectureId, positionMs()));
  };
  // The same function for as long as the player stands, so that keys and media keys need not be taken anew.
  const latest = useRef(begin);
  useEffect(() => {
    latest.current = begin;
  });
  const add = useCallback((kind: 'note' | 'bookmark'): void => {
    latest.current(kind);
  }, []);
  const jump = useCallback(
    (toMs: number): void => {
      if (video) seekVideo(video, toMs);
    },
    [video],
  );
  return {
    add,
    quote: (words, atMs) => {
      write(newNote(lectureId, atMs, quoteOf(words)));
    },
    marks: <NoteMarks notes={notes} durationMs={input.durationMs} />,
    panel: (
      <NotesPanel
        lectureId={lectureId}
        notes={notes}
        editingId={editingId}
        onEdit={setEditingId}
        onAdd={add}
        onCopyLink={() => {
          actions.copyLink(lectureId, positionMs());
        }}
        onJump={jump}
      />
    ),
  };
}
