// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { LectureId, NoteId } from '../../../contract/domain/ids.ts';
import type { LectureNotes } from '../../../contract/domain/note.ts';
import { fail } from '../../../contract/result.ts';
import { useJump } from '../../lib/jump.ts';
import { renderApp } from '../../lib/testing/render-app.tsx';
import { ok } from '../../lib/testing/sample-answers.ts';
import { useToasts } from '../../lib/toasts.ts';

afterEach(() => {
  cleanup();
  useToasts.setState({ toasts: [] });
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

test('C5: changed words are in the list before main has told them, and nobody goes on from older ones', async () => {
  const app = renderApp(
    { 'notes.ofCourse': () => ok(all.slice(0, 1)), 'notes.save': () => new Promise<never>(() => undefined) },
    '/courses/c1/notes',
  );
  const edit = async (): Promise<HTMLElement> => {
    await app.user.click(screen.getByRole('button', { name: 'What to do with the note at 1:00' }));
    await app.user.click(await screen.findByRole('menuitem', { name: 'Change' }));
    return await screen.findByRole('textbox', { name: 'Note at 1:00' });
  };
  await screen.findByText('Key frames');
  await app.user.type(await edit(), ' come first');
  await app.user.keyboard('{Escape}');
  screen.getByText('Key frames come first');
  expect(await edit()).toHaveProperty('value', 'Key frames come first');
});

test('C5: when the last words of a note could not be kept, that is said', async () => {
  const app = renderApp(
    { 'notes.ofCourse': () => ok(all.slice(0, 1)), 'notes.save': () => fail('disk-full') },
    '/courses/c1/notes',
  );
  await app.user.click(await screen.findByRole('button', { name: 'What to do with the note at 1:00' }));
  await app.user.click(await screen.findByRole('menuitem', { name: 'Change' }));
  await app.user.type(await screen.findByRole('textbox', { name: 'Note at 1:00' }), '!');
  await app.user.keyboard('{Escape}');
  const notices = within(screen.getByRole('region', { name: 'Notices' }));
  await notices.findByText(/^The disk is full\. /u);
});

test('C5: a course without notes says how to begin, and its page has no link', async () => {
  renderApp({}, '/courses/c1/notes');
  await screen.findByText('No notes in this course yet');
  expect(screen.queryByRole('button', { name: 'Export…' })).toBeNull();
});
