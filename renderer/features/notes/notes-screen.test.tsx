// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { LectureId, NoteId } from '../../../contract/domain/ids.ts';
import type { LectureNotes } from '../../../contract/domain/note.ts';
import { useJump } from '../../lib/jump.ts';
import { renderApp } from '../../lib/testing/render-app.tsx';
import { ok } from '../../lib/testing/sample-answers.ts';

afterEach(() => {
  cleanup();
  useJump.setState({ to: null });
});

const lectureNotes = (id: string, title: string, ...texts: string[]): LectureNotes => ({
  lectureId: id as LectureId,
  title,
  notes: texts.map((text, index) => ({
    id: `00000000-0000-4000-8000-0000000000${id}${String(index)}` as NoteId,
    lectureId: id as LectureId,
    positionMs: (index + 1) * 60_000,
    text,
    changedAtMs: 1,
  })),
});
const all = [lectureNotes('l1', 'Where does a frame begin?', 'Key frames', ''), lectureNotes('l2', '', 'Звук и кадр')];

test('C5: a course with notes leads to all of them, lecture by lecture; they are searched', async () => {
  const app = renderApp({ 'notes.ofCourse': () => ok(all) }, '/courses/c1');
  await app.user.click(await screen.findByRole('link', { name: 'Notes (3)' }));
  await screen.findByRole('heading', { name: 'Where does a frame begin?' });
  screen.getByRole('heading', { name: 'A lecture that is no longer in the catalogue' });
  screen.getByText('3 notes');
  const search = screen.getByRole('searchbox', { name: 'Search in these notes' });
  await app.user.type(search, 'КАДР звук');
  screen.getByText('1 note');
  expect(screen.queryByText('Key frames')).toBeNull();
  await app.user.type(search, ' nothing');
  screen.getByText('No note has these words.');
  await app.user.clear(search);
  await app.user.click(screen.getByRole('button', { name: 'Go to 2:00' }));
  await waitFor(() => {
    expect(app.bridge.asked.some(({ name }) => name === 'playback.open')).toBe(true);
  });
  expect(useJump.getState().to).toEqual({ lectureId: 'l1', positionMs: 120_000 });
});

test('C5: a course without notes says how to begin, and its page has no link', async () => {
  renderApp({}, '/courses/c1/notes');
  await screen.findByText('No notes in this course yet');
  expect(screen.queryByRole('button', { name: 'Export…' })).toBeNull();
});
