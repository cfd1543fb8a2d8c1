// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { NoteId } from '../../../../contract/domain/ids.ts';
import type { Note } from '../../../../contract/domain/note.ts';
import { fail } from '../../../../contract/result.ts';
import type { Answers } from '../../../lib/testing/fake-bridge.ts';
import { loadedVideo, mockVideo, samplePlan as plan } from '../../../lib/testing/player-bench.ts';
import { renderApp, type RunningApp } from '../../../lib/testing/render-app.tsx';
import { done, lecture, ok, sampleSettings } from '../../../lib/testing/sample-answers.ts';

beforeEach(mockVideo);
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

/** A main that keeps notes. */
function keeping(kept: Note[] = [], more: Answers = {}): RunningApp {
  const removed = new Map<string, Note>();
  const tell = (): void => {
    app.bridge.emit('notes.changed', null);
  };
  const app: RunningApp = renderApp(
    {
      'playback.open': () => ok(plan),
      'notes.ofLecture': () => ok(kept.toSorted((one, other) => one.positionMs - other.positionMs)),
      'notes.save'(note) {
        const index = kept.findIndex(({ id }) => id === note.id);
        const row = { ...note, changedAtMs: 5 };
        if (index < 0) kept.push(row);
        else kept[index] = row;
        tell();
        return ok(row);
      },
      'notes.remove'({ id }) {
        const index = kept.findIndex((note) => note.id === id);
        const [note] = index < 0 ? [] : kept.splice(index, 1);
        if (note) removed.set(id, note);
        tell();
        return done;
      },
      'notes.restore'({ id }) {
        const note = removed.get(id);
        if (note) kept.push(note);
        tell();
        return done;
      },
      ...more,
    },
    '/watch/l1',
  );
  return app;
}

const note = (digit: number, positionMs: number, text: string): Note => ({
  id: `00000000-0000-4000-8000-00000000000${String(digit)}` as NoteId,
  lectureId: lecture.id,
  positionMs,
  text,
  changedAtMs: 1,
});
const saved = (app: RunningApp): readonly unknown[] =>
  app.bridge.asked.filter(({ name }) => name === 'notes.save').map(({ input }) => input);

test('C5 C7: b sets a bookmark at once, in a Cyrillic layout too, and it can be undone', async () => {
  const kept: Note[] = [];
  const app = keeping(kept);
  await loadedVideo();
  fireEvent.keyDown(window, { code: 'KeyB', key: 'и' });
  await screen.findByText('Bookmark at 0:41');
  expect(kept.map(({ positionMs, text }) => [positionMs, text])).toEqual([[41_000, '']]);
  expect(screen.getAllByTestId('note-mark')).toHaveLength(1);
  await app.user.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(() => {
    expect(screen.queryAllByTestId('note-mark')).toHaveLength(0);
  });
  expect(kept).toEqual([]);
});

test('C5 C7: n begins a note at this second while the lecture plays on; it is kept as one types, and Esc is done', async () => {
  const kept: Note[] = [];
  const app = keeping(kept);
  await loadedVideo();
  vi.mocked(HTMLMediaElement.prototype.pause).mockClear();
  fireEvent.keyDown(window, { code: 'KeyN', key: 'n' });
  const field = await screen.findByRole('textbox', { name: 'Note at 0:41' });
  expect(document.activeElement).toBe(field);
  await app.user.type(field, 'Frames k');
  await waitFor(() => {
    expect(kept[0]?.text).toBe('Frames k');
  });
  await app.user.type(field, 'eep');
  await app.user.keyboard('{Escape}');
  await within(await screen.findByRole('list', { name: 'Notes' })).findByText('Frames keep');
  expect(kept).toHaveLength(1);
  expect(kept[0]?.text).toBe('Frames keep');
  expect(HTMLMediaElement.prototype.pause).not.toHaveBeenCalled();
  expect(screen.queryByRole('textbox')).toBeNull();
});

test('C5: a note that was begun and left empty is not kept, nor one whose words were taken back', async () => {
  const kept: Note[] = [];
  const app = keeping(kept);
  await loadedVideo();
  fireEvent.keyDown(window, { code: 'KeyN', key: 'n' });
  await screen.findByRole('textbox');
  await app.user.keyboard('{Escape}');
  expect(saved(app)).toEqual([]);
  fireEvent.keyDown(window, { code: 'KeyN', key: 'n' });
  await app.user.type(await screen.findByRole('textbox'), 'x');
  await waitFor(() => {
    expect(kept).toHaveLength(1);
  });
  await app.user.keyboard('{Backspace}{Escape}');
  await waitFor(() => {
    expect(kept).toEqual([]);
  });
});

test('C5: what was typed last is kept when the screen goes', async () => {
  const app = keeping();
  await loadedVideo();
  fireEvent.keyDown(window, { code: 'KeyN', key: 'n' });
  fireEvent.change(await screen.findByRole('textbox'), { target: { value: 'last words' } });
  app.unmount();
  expect(saved(app)).toEqual([expect.objectContaining({ text: 'last words', positionMs: 41_000 })]);
});

test('C5: a failure to keep is said, and what was typed stays', async () => {
  const app = keeping([], { 'notes.save': () => fail('disk-full') });
  await loadedVideo();
  fireEvent.keyDown(window, { code: 'KeyN', key: 'n' });
  const field = await screen.findByRole('textbox');
  await app.user.type(field, 'kept here');
  const region = await screen.findByText(/full/iu);
  expect(region).toBeDefined();
  expect((field as HTMLTextAreaElement).value).toBe('kept here');
});

test('C5: the list goes by time, a press jumps, a note is changed in place and deleted with undo', async () => {
  const kept = [note(2, 80_000, 'later'), note(1, 10_000, 'earlier')];
  const app = keeping(kept);
  const video = await loadedVideo();
  await app.user.click(screen.getByRole('button', { name: 'Transcript, notes and chapters' }));
  await app.user.click(await screen.findByRole('tab', { name: 'Notes' }));
  const list = await screen.findByRole('list', { name: 'Notes' });
  const items = within(list).getAllByRole('listitem');
  expect(items.map((item) => item.textContent)).toEqual(['0:10earlier', '1:20later']);
  await app.user.click(within(list).getByRole('button', { name: 'Go to 1:20' }));
  expect(video.currentTime).toBe(80);

  await app.user.click(within(list).getByRole('button', { name: 'What to do with the note at 0:10' }));
  await app.user.click(await screen.findByRole('menuitem', { name: 'Change' }));
  const field = await screen.findByRole('textbox', { name: 'Note at 0:10' });
  expect((field as HTMLTextAreaElement).value).toBe('earlier');
  await app.user.type(field, ' still');
  await app.user.click(screen.getByRole('button', { name: 'Done' }));
  await within(list).findByText('earlier still');
  expect(kept.find(({ id }) => id === note(1, 0, '').id)?.positionMs).toBe(10_000);

  await app.user.click(within(list).getByRole('button', { name: 'What to do with the note at 1:20' }));
  await app.user.click(await screen.findByRole('menuitem', { name: 'Delete' }));
  await screen.findByText('Note at 1:20 deleted');
  expect(within(list).getAllByRole('listitem')).toHaveLength(1);
  await app.user.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(() => {
    expect(within(list).getAllByRole('listitem')).toHaveLength(2);
  });
});

/** A lecture that plays, and a note begun in it by a person who wants it to stand still meanwhile. */
async function writingWhileItPlays(): Promise<RunningApp> {
  vi.spyOn(HTMLMediaElement.prototype, 'paused', 'get').mockReturnValue(false);
  const app = keeping([], { 'settings.read': () => ok({ ...sampleSettings, notePauses: true }) });
  await loadedVideo();
  vi.mocked(HTMLMediaElement.prototype.play).mockClear();
  fireEvent.keyDown(window, { code: 'KeyN', key: 'n' });
  await screen.findByRole('textbox');
  return app;
}

test('C5: who wants it so, the lecture stands still while a note is written, and goes on after', async () => {
  const app = await writingWhileItPlays();
  expect(HTMLMediaElement.prototype.pause).toHaveBeenCalledTimes(1);
  await app.user.keyboard('{Escape}');
  expect(HTMLMediaElement.prototype.play).toHaveBeenCalledTimes(1);
});

test('C5: the lecture goes on when the panel is closed upon what is being written', async () => {
  const app = await writingWhileItPlays();
  await app.user.click(screen.getByRole('button', { name: 'Close the panel' }));
  expect(HTMLMediaElement.prototype.play).toHaveBeenCalledTimes(1);
});

test('C5 C6: a note begun in theatre or in the mini window makes room for itself', async () => {
  const app = keeping();
  await loadedVideo();
  fireEvent.keyDown(window, { code: 'KeyT', key: 't' });
  expect(document.querySelector('[data-mode="theatre"]')).not.toBeNull();
  fireEvent.keyDown(window, { code: 'KeyN', key: 'n' });
  const field = await screen.findByRole('textbox', { name: 'Note at 0:41' });
  expect(document.activeElement).toBe(field);
  await app.user.keyboard('{Escape}');
  act(() => {
    app.bridge.emit('window.changed', { mini: true, screenReader: false });
  });
  await screen.findByRole('button', { name: 'Back to the usual window' });
  fireEvent.keyDown(window, { code: 'KeyN', key: 'n' });
  await waitFor(() => {
    expect(app.bridge.asked).toContainEqual({ name: 'window.mini', input: { on: false } });
  });
  act(() => {
    app.bridge.emit('window.changed', { mini: false, screenReader: false });
  });
  const again = await screen.findByRole('textbox', { name: 'Note at 0:41' });
  expect(document.activeElement).toBe(again);
});

test('C5: the export says that the file is in clear, shows how far it is and can be stopped', async () => {
  let end: (answer: ReturnType<typeof fail>) => void = () => undefined;
  const app = keeping([note(1, 10_000, 'one')], {
    'notes.export': () =>
      new Promise((resolve) => {
        end = resolve;
      }),
    'notes.stopExport'() {
      end(fail('cancelled'));
      return done;
    },
  });
  await loadedVideo();
  await app.user.click(screen.getByRole('button', { name: 'Transcript, notes and chapters' }));
  await app.user.click(await screen.findByRole('tab', { name: 'Notes' }));
  await app.user.click(await screen.findByRole('button', { name: 'Export…' }));
  const sheet = await screen.findByRole('dialog', { name: 'Export notes as Markdown' });
  within(sheet).getByText(/^The file is not encrypted/u);
  await app.user.click(within(sheet).getByRole('checkbox', { name: 'Add the picture of each second' }));
  await app.user.click(within(sheet).getByRole('button', { name: 'Choose where…' }));
  app.bridge.emit('notes.exporting', { doneCount: 1, totalCount: 2 });
  const line = await within(sheet).findByRole('progressbar', { name: 'Taking pictures' });
  await waitFor(() => {
    expect(line.getAttribute('aria-valuenow')).toBe('50');
  });
  await app.user.click(within(sheet).getByRole('button', { name: 'Stop' }));
  await within(sheet).findByRole('button', { name: 'Cancel' });
  expect(within(sheet).queryByRole('alert')).toBeNull();
  const asked = app.bridge.asked.find(({ name }) => name === 'notes.export')?.input;
  expect(asked).toEqual({
    scope: { kind: 'lecture', lectureId: 'l1' },
    pictures: true,
    words: { notes: 'Notes', bookmark: 'Bookmark' },
  });
});

test('C5: the link to this second is copied', async () => {
  const app = keeping();
  await loadedVideo();
  await app.user.click(screen.getByRole('button', { name: 'Transcript, notes and chapters' }));
  await app.user.click(await screen.findByRole('tab', { name: 'Notes' }));
  await app.user.click(await screen.findByRole('button', { name: 'Copy link to this second' }));
  await screen.findByText('Link to 0:41 copied');
  expect(await navigator.clipboard.readText()).toBe('lectoroom://lecture/l1?t=41');
});
