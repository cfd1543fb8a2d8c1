// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { LectureId } from '../../../contract/domain/ids.ts';
import type { SearchFilter, SearchHit } from '../../../contract/domain/search.ts';
import { useNarrowing, wide } from '../../lib/search-narrowing.ts';
import type { Answers } from '../../lib/testing/fake-bridge.ts';
import { type RunningApp, renderApp } from '../../lib/testing/render-app.tsx';
import { course, ok, sampleSettings } from '../../lib/testing/sample-answers.ts';
import { askedFor } from '../../lib/testing/sample-queue.ts';

beforeEach(() => {
  useNarrowing.setState(wide);
});
afterEach(cleanup);

const lectureHit: SearchHit = {
  kind: 'lecture',
  lectureId: 'l1' as LectureId,
  courseId: course.id,
  title: [{ text: 'Язык кадров', hit: true }],
  courseTitle: 'Кадры',
  durationMs: 1000,
  language: 'ru',
};
const said: SearchHit = {
  kind: 'transcript',
  lectureId: 'l1' as LectureId,
  courseId: course.id,
  lectureTitle: 'Кадры',
  startMs: 1000,
  text: [{ text: 'the language of frames', hit: true }],
  language: 'en',
  lectureLanguage: 'ru',
};
/** A main that looks at the filter. */
const answers: Answers = {
  'search.find': ({ filter }) => {
    const kinds = filter?.kinds ?? [];
    const hits = [lectureHit, said].filter(({ kind }) => kinds.length === 0 || kinds.includes(kind));
    return ok({ hits: filter?.here === true ? [] : hits, corrected: null });
  },
};

async function open(more: Answers = {}): Promise<RunningApp> {
  const app = renderApp({ ...answers, ...more }, '/');
  await screen.findByRole('link', { name: course.title });
  fireEvent.keyDown(document.body, { code: 'KeyK', key: 'k', ctrlKey: true });
  await screen.findByRole('combobox');
  return app;
}
const field = (): HTMLElement => screen.getByRole('combobox');
const chip = (name: string): HTMLElement => screen.getByRole('button', { name });
const options = (): readonly (string | null)[] => screen.queryAllByRole('option').map(({ textContent }) => textContent);
const filters = (app: RunningApp): readonly (SearchFilter | undefined)[] =>
  askedFor(app, 'search.find').map((input) => (input as { readonly filter?: SearchFilter }).filter);

test('B3: where is searched, what is here and the language combine, and the answer follows at once', async () => {
  const app = await open();
  await app.user.type(field(), 'language');
  await waitFor(() => expect(options().length).toBeGreaterThan(2));
  await app.user.click(chip('Lectures'));
  await waitFor(() => expect(options()).toHaveLength(1));
  expect(filters(app).at(-1)).toEqual({ kinds: ['lecture'], language: null, here: false });
  await app.user.click(chip('Transcripts'));
  await waitFor(() => expect(options()).toHaveLength(2));
  await app.user.click(chip('Russian'));
  await app.user.click(chip('On this computer'));
  await waitFor(() => {
    expect(filters(app).at(-1)).toEqual({ kinds: ['lecture', 'transcript'], language: 'ru', here: true });
  });
  await app.user.click(await screen.findByRole('button', { name: 'Search everywhere' }));
  await waitFor(() => expect(options().length).toBeGreaterThan(2));
  expect(filters(app).at(-1)).toBeUndefined();
  expect(document.activeElement).toBe(field());
});

test('B3: settings and commands alone are found without asking main', async () => {
  const app = await open();
  await app.user.click(chip('Settings and commands'));
  await app.user.type(field(), 'language');
  await waitFor(() => expect(options().length).toBeGreaterThan(1));
  expect(options().join(' ')).toContain('Language: English');
  expect(askedFor(app, 'search.find')).toEqual([]);
});

test('B3 I2: by keys alone: Tab goes to the marks, arrows about them, Space presses, typing is in the field again, Backspace takes one back', async () => {
  const app = await open();
  await app.user.tab();
  expect(document.activeElement).toBe(chip('Courses'));
  await app.user.keyboard('{ArrowRight} ');
  expect(chip('Lectures').getAttribute('aria-pressed')).toBe('true');
  await app.user.keyboard('{ArrowRight}');
  expect(document.activeElement).toBe(chip('Lecturers'));
  await app.user.keyboard('x');
  expect(document.activeElement).toBe(field());
  await app.user.clear(field());
  await app.user.keyboard('{Backspace}');
  await waitFor(() => expect(chip('Lectures').getAttribute('aria-pressed')).toBe('false'));
});

test('B3: closed it is wide again; for whoever comes back from what it led to it is as it was', async () => {
  const app = await open();
  await app.user.click(chip('Lectures'));
  await app.user.keyboard('{Escape}');
  fireEvent.keyDown(document.body, { code: 'KeyK', key: 'k', ctrlKey: true });
  await screen.findByRole('combobox');
  expect(chip('Lectures').getAttribute('aria-pressed')).toBe('false');
  await app.user.click(chip('Lectures'));
  await app.user.type(field(), 'language');
  await app.user.click(await screen.findByRole('option', { name: /Язык кадров/u }));
  await waitFor(() => expect(screen.queryByRole('combobox')).toBeNull());
  await waitFor(() => expect(askedFor(app, 'playback.open')).toHaveLength(1));
  fireEvent.keyDown(document.body, { code: 'KeyK', key: 'k', ctrlKey: true });
  await screen.findByRole('combobox');
  expect(chip('Lectures').getAttribute('aria-pressed')).toBe('true');
});

test('B3 I2: what was found is in its language for who listens', async () => {
  const app = await open();
  await app.user.type(field(), 'language');
  const title = await screen.findByText('Язык кадров');
  expect(title.closest('[lang]')?.getAttribute('lang')).toBe('ru');
  const line = screen.getByRole('option', { name: /the language of frames/u });
  expect([...line.querySelectorAll('[lang]')].map((node) => node.getAttribute('lang'))).toEqual(['en', 'ru']);
});

test('B3: where there are courses in one language only, none is offered; in Russian the marks are Russian', async () => {
  await open({
    'search.languages': () => ok(['en']),
    'settings.read': () => ok({ ...sampleSettings, language: 'ru' }),
  });
  chip('Расшифровки');
  chip('На этом компьютере');
  expect(screen.queryByRole('button', { name: /английский/u })).toBeNull();
});
