// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { LectureId, NoteId } from '../../../contract/domain/ids.ts';
import type { Marked, SearchAnswer, SearchHit } from '../../../contract/domain/search.ts';
import type { Result } from '../../../contract/result.ts';
import { useJump } from '../../lib/jump.ts';
import type { Answers } from '../../lib/testing/fake-bridge.ts';
import { type RunningApp, renderApp } from '../../lib/testing/render-app.tsx';
import { askedFor } from '../../lib/testing/sample-queue.ts';
import { course, lecture, ok, sampleSettings } from '../../lib/testing/sample-answers.ts';
import { useToasts } from '../../lib/toasts.ts';
import { lecturerPath } from './open-hit.ts';

beforeEach(() => {
  useToasts.setState({ toasts: [] });
  useJump.setState({ to: null });
});
afterEach(cleanup);

const marks = (...pieces: readonly string[]): Marked => pieces.map((text, index) => ({ text, hit: index % 2 === 1 }));
const courseHit: SearchHit = {
  kind: 'course',
  courseId: course.id,
  title: marks('How ', 'Video', ' Finds Its Place'),
  lecturerName: 'Maria Ferrer',
  coverUrl: '',
};
const lectureHit: SearchHit = {
  kind: 'lecture',
  lectureId: lecture.id,
  courseId: course.id,
  title: marks('Where does a ', 'video', ' begin?'),
  courseTitle: course.title,
  durationMs: 100_000,
};
const said = (startMs: number): SearchHit => ({
  kind: 'transcript',
  lectureId: lecture.id,
  courseId: course.id,
  lectureTitle: lecture.title,
  startMs,
  text: marks('a ', 'video', ` of ${String(startMs)}`),
});
const noteHit: SearchHit = {
  kind: 'note',
  noteId: '00000000-0000-4000-8000-000000000001' as NoteId,
  lectureId: 'l2' as LectureId,
  lectureTitle: 'Another one',
  positionMs: 7000,
  text: marks('My ', 'video'),
};
const lecturerHit: SearchHit = { kind: 'lecturer', lecturerId: 'p 1', name: marks('', 'Maria'), courseCount: 2 };
const found = (...hits: readonly SearchHit[]): Result<SearchAnswer> => ok({ hits, corrected: null });

async function open(answers: Answers = {}, path = '/'): Promise<RunningApp> {
  const app = renderApp(answers, path);
  await screen.findByRole('link', { name: course.title });
  fireEvent.keyDown(document.body, { code: 'KeyK', key: 'л', ctrlKey: true });
  await screen.findByRole('combobox', { name: 'Search' });
  return app;
}
const field = (): HTMLElement => screen.getByRole('combobox');
const active = (): string => {
  const id = field().getAttribute('aria-activedescendant');
  return (id === null ? null : document.getElementById(id))?.textContent ?? '';
};
const options = (): readonly (string | null)[] => screen.getAllByRole('option').map(({ textContent }) => textContent);

test('B3 C7: Ctrl and the key K, whatever it writes, opens the field; Esc closes it and gives the focus back', async () => {
  const app = renderApp({}, '/');
  const link = await screen.findByRole('link', { name: course.title });
  act(() => link.focus());
  fireEvent.keyDown(link, { code: 'KeyK', key: 'л', ctrlKey: true, altKey: true });
  fireEvent.keyDown(link, { code: 'KeyK', key: 'л', metaKey: true });
  expect(screen.queryByRole('combobox')).toBeNull();
  fireEvent.keyDown(link, { code: 'KeyK', key: 'л', ctrlKey: true });
  expect(document.activeElement).toBe(field());
  await app.user.keyboard('{Escape}');
  expect(screen.queryByRole('combobox')).toBeNull();
  await waitFor(() => {
    expect(document.activeElement).toBe(link);
  });
});

test('B3: the search in the title bar says its key and opens the field too', async () => {
  const app = renderApp({}, '/');
  const button = await screen.findByRole('button', { name: 'Search' });
  expect(button.textContent).toBe('SearchCtrl+K');
  await app.user.click(button);
  expect(document.activeElement).toBe(field());
});

test('B3: it does not lie over a question that waits for its answer', async () => {
  const app = renderApp({}, '/');
  await app.user.click(await screen.findByRole('button', { name: /anna@lectoroom\.example/u }));
  await app.user.click(await screen.findByRole('menuitem', { name: 'Sign out' }));
  await screen.findByRole('dialog');
  fireEvent.keyDown(document.body, { code: 'KeyK', ctrlKey: true });
  expect(screen.queryByRole('combobox')).toBeNull();
});

test('B3: what is found stands under its heading, the words marked, and the number is spoken', async () => {
  const app = await open({ 'search.find': () => found(said(1000), courseHit, lecturerHit, lectureHit, noteHit) });
  await app.user.type(field(), 'video');
  await screen.findByRole('option', { name: /^How Video Finds Its Place/u });
  expect(screen.getAllByRole('group').map((group) => within(group).getAllByRole('option').length)).toEqual([
    1, 1, 1, 1, 1,
  ]);
  for (const name of ['Courses', 'Lectures', 'Lecturers', 'Said in lectures', 'Your notes'])
    screen.getByRole('group', { name });
  expect([...document.querySelectorAll('mark')].map(({ textContent }) => textContent)).toEqual([
    'Video',
    'video',
    'Maria',
    'video',
    'video',
  ]);
  screen.getByText('5 results');
  expect(askedFor(app, 'search.find').at(-1)).toEqual({ text: 'video', limit: 7 });
});

test('B3 I2: arrows, Home, End and the page keys move, Enter opens', async () => {
  const app = await open({
    'search.find': () => found(courseHit, said(1000), said(2000), said(3000), said(4000), said(5000), lectureHit),
  });
  await app.user.type(field(), 'vid');
  await waitFor(() => {
    expect(active()).toContain('How Video');
  });
  await app.user.keyboard('{ArrowDown}{ArrowDown}');
  expect(active()).toContain('of 1000');
  await app.user.keyboard('{End}');
  expect(active()).toContain('of 5000');
  await app.user.keyboard('{ArrowDown}');
  expect(active()).toContain('How Video');
  await app.user.keyboard('{ArrowUp}');
  expect(active()).toContain('of 5000');
  await app.user.keyboard('{PageUp}');
  expect(active()).toContain('How Video');
  await app.user.keyboard('{PageDown}{Home}');
  expect(active()).toContain('How Video');
  expect(document.activeElement).toBe(field());
  await app.user.keyboard('{Enter}');
  await screen.findByRole('heading', { level: 1, name: course.title });
  expect(screen.queryByRole('combobox')).toBeNull();
});

test('B3: an answer that comes after a newer one is passed over; results stay until the new ones are there', async () => {
  const answers = new Map<string, (answer: Result<SearchAnswer>) => void>();
  const app = await open({
    'search.find': ({ text }) =>
      new Promise<Result<SearchAnswer>>((resolve) => {
        answers.set(text, resolve);
      }),
  });
  const answer = async (text: string, ...hits: readonly SearchHit[]): Promise<void> => {
    await waitFor(() => {
      expect(answers.has(text)).toBe(true);
    });
    await act(async () => {
      answers.get(text)?.(found(...hits));
      await Promise.resolve();
    });
  };
  await app.write(field(), 'one');
  await answer('one', courseHit);
  await screen.findByRole('option', { name: /^How Video/u });
  await app.write(field(), ' two');
  await app.write(field(), ' three');
  screen.getByRole('option', { name: /^How Video/u });
  await answer('one two three', noteHit);
  await screen.findByRole('option', { name: /^My video/u });
  await answer('one two', lectureHit);
  expect(options().join()).toContain('My video');
  expect(options().join()).not.toContain('Where does');
});

test('B3: Enter before the answer opens the first of that very answer', async () => {
  let give: (answer: Result<SearchAnswer>) => void = () => undefined;
  const app = await open({
    'search.find': ({ text }) =>
      text === 'a'
        ? found(said(1000))
        : new Promise<Result<SearchAnswer>>((resolve) => {
            give = resolve;
          }),
  });
  await app.write(field(), 'a');
  await screen.findByRole('option', { name: /of 1000/u });
  await app.write(field(), 'b');
  await app.user.keyboard('{Enter}');
  expect(screen.queryByRole('combobox')).not.toBeNull();
  act(() => give(found(courseHit)));
  await screen.findByRole('heading', { level: 1, name: course.title });
});

test.each([
  ['what was said', said(61_000), { lectureId: lecture.id, positionMs: 61_000 }],
  ['a note', noteHit, { lectureId: 'l2', positionMs: 7000 }],
  ['a lecture', lectureHit, null],
])('B3: %s opens in the player, at its second', async (_, hit, jump) => {
  const app = await open({
    'search.find': () => found(hit),
    'playback.open': () => ({ ok: false, error: { code: 'not-downloaded' } }),
  });
  await app.write(field(), 'video');
  await app.user.click(await screen.findByRole('option', { name: /video/u }));
  await waitFor(() => {
    expect(askedFor(app, 'playback.open')).toEqual([{ lectureId: hit.kind === 'note' ? 'l2' : lecture.id }]);
  });
  expect(useJump.getState().to).toEqual(jump);
});

test('B3: a lecturer has an address, whatever the service calls them', () => {
  expect(lecturerPath('p 1/2')).toBe('/lecturers/p%201%2F2');
});

test('B3: more of one kind comes when asked for', async () => {
  const many = Array.from({ length: 9 }, (_, index) => said((index + 1) * 1000));
  const app = await open({ 'search.find': ({ limit }) => found(courseHit, ...many.slice(0, limit)) });
  await app.write(field(), 'video');
  await app.user.click(await screen.findByRole('option', { name: 'Show more' }));
  await waitFor(() => {
    expect(options().filter((each) => each?.includes('of '))).toHaveLength(9);
  });
  expect(active()).toContain('of 7000');
  expect(askedFor(app, 'search.find').at(-1)).toEqual({ text: 'video', limit: 50 });
  expect(screen.queryByRole('option', { name: 'Show more' })).toBeNull();
});

test('B3: what was searched for instead is said, with the word', async () => {
  const app = await open({ 'search.find': () => ok({ hits: [courseHit], corrected: 'video' }) });
  await app.write(field(), 'vidoe');
  expect((await screen.findAllByText('Nothing for “vidoe”. Shown: “video”.', { exact: false })).length).toBe(2);
});

test('B3: nothing at all is said in plain words, with what else to try', async () => {
  const app = await open();
  await app.write(field(), 'qwrtz');
  await screen.findByText(/^Try fewer words/u);
  expect(screen.getAllByText(/Nothing found for “qwrtz”/u)).toHaveLength(2);
  expect(screen.queryByRole('listbox')).toBeNull();
  expect(field().getAttribute('aria-expanded')).toBe('false');
});

test('B3: a failure is said with its next step, and the app itself is searched all the same', async () => {
  let works = false;
  const app = await open({
    'search.find': () => (works ? found(courseHit) : { ok: false, error: { code: 'disk-failed' } }),
  });
  await app.write(field(), 'down');
  await screen.findByText('The disk could not be read or written');
  screen.getByRole('group', { name: 'Commands' });
  works = true;
  await app.user.click(screen.getByRole('button', { name: 'Try again' }));
  await screen.findByRole('option', { name: /^How Video/u });
  expect(screen.queryByText('The disk could not be read or written')).toBeNull();
});

test('B3: what looks like markup is text, in what is typed, found and corrected', async () => {
  const evil = '<img src=x onerror=alert(1)>';
  const app = await open({
    'search.find': () => ok({ hits: [{ ...courseHit, title: marks(evil, evil) }], corrected: evil }),
  });
  await app.write(field(), evil);
  await screen.findByRole('option', { name: new RegExp(`^${'<img src=x onerror=alert\\(1\\)>'.repeat(2)}`, 'u') });
  expect(document.querySelector('[role="dialog"] img')).toBeNull();
});

test('B3 I1: settings are found in Russian by the beginning of a word, ё as е, and the setting takes the focus', async () => {
  const app = renderApp({ 'settings.read': () => ok({ ...sampleSettings, language: 'ru' }) }, '/');
  await screen.findByRole('link', { name: 'Курсы' });
  fireEvent.keyDown(document.body, { code: 'KeyK', ctrlKey: true });
  await app.write(await screen.findByRole('combobox', { name: 'Поиск' }), 'лекцию без нажат');
  await app.user.click(await screen.findByRole('option', { name: /^Включать следующую лекцию/u }));
  await waitFor(() => {
    expect(document.activeElement).toBe(screen.getByRole('checkbox', { name: /^Включать следующую/u }));
  });
  fireEvent.keyDown(document.body, { code: 'KeyK', ctrlKey: true });
  await app.write(screen.getByRole('combobox', { name: 'Поиск' }), 'ТЕМНОЕ');
  await screen.findByRole('option', { name: /^Оформление: тёмное/u });
});
