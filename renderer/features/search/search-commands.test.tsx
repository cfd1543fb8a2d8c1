// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Settings } from '../../../contract/domain/settings.ts';
import type { Answers } from '../../lib/testing/fake-bridge.ts';
import { type RunningApp, renderApp } from '../../lib/testing/render-app.tsx';
import { askedFor } from '../../lib/testing/sample-queue.ts';
import { course, done, download, ok, ownComputer, sampleSettings } from '../../lib/testing/sample-answers.ts';
import { useToasts } from '../../lib/toasts.ts';

beforeEach(() => {
  useToasts.setState({ toasts: [] });
});
afterEach(cleanup);

async function open(answers: Answers = {}): Promise<RunningApp> {
  const app = renderApp(answers, '/');
  await screen.findByRole('link', { name: course.title });
  return reopen(app);
}
async function reopen(app: RunningApp): Promise<RunningApp> {
  fireEvent.keyDown(document.body, { code: 'KeyK', ctrlKey: true });
  await screen.findByRole('combobox', { name: 'Search' });
  return app;
}
const field = (): HTMLElement => screen.getByRole('combobox');
async function pick(app: RunningApp, words: string, option: RegExp): Promise<void> {
  await app.write(field(), words);
  await app.user.click(await screen.findByRole('option', { name: option }));
}

test('B3: before anything is typed the most useful commands are there, and no history', async () => {
  const app = await open();
  expect(screen.getAllByRole('group')).toHaveLength(1);
  within(screen.getByRole('group', { name: 'Commands' })).getByRole('option', { name: /^Settings/u });
  expect(askedFor(app, 'search.find')).toEqual([]);
  expect(askedFor(app, 'search.history')).toEqual([]);
});

test('B3: commands lead to places, change the look and the language', async () => {
  const app = await open({ 'settings.update': (part) => ok({ ...sampleSettings, ...part }) });
  await pick(app, 'night', /^Theme: dark/u);
  await waitFor(() => {
    expect(document.documentElement.dataset['theme']).toBe('dark');
  });
  await reopen(app);
  await pick(app, 'free space', /^Space on this computer/u);
  await screen.findByRole('heading', { level: 1, name: 'Space' });
  await waitFor(() => {
    expect(document.activeElement).toBe(screen.getByRole('main'));
  });
  await reopen(app);
  await pick(app, 'russian', /^Language: Русский/u);
  await screen.findByRole('link', { name: 'Загрузки' });
  expect(askedFor(app, 'settings.update')).toEqual([{ theme: 'dark' }, { language: 'ru' }]);
});

test('B3 D5: downloads are paused and gone on with from the search, where there are any', async () => {
  const app = await open();
  await app.write(field(), 'pause');
  await screen.findByRole('option', { name: /^Skip silence/u });
  expect(screen.queryByRole('option', { name: /^Pause all/u })).toBeNull();
  cleanup();
  const other = await open({ 'downloads.list': () => ok([download({})]) });
  await pick(other, 'pause', /^Pause all downloads/u);
  await waitFor(() => {
    expect(askedFor(other, 'downloads.pauseAll')).toEqual([null]);
  });
  cleanup();
  const paused = await open({
    'downloads.list': () => ok([download({})]),
    'settings.read': () => ok({ ...sampleSettings, downloadsPaused: true }),
  });
  await pick(paused, 'resume', /^Go on with all downloads/u);
  await waitFor(() => {
    expect(askedFor(paused, 'downloads.resumeAll')).toEqual([null]);
  });
});

test('B3 A7: signing out is asked for by the search like by the menu, and closing gives the focus back', async () => {
  const app = await open();
  await app.user.keyboard('{Escape}');
  const link = screen.getByRole('link', { name: course.title });
  link.focus();
  await reopen(app);
  await pick(app, 'log out', /^Sign out/u);
  await screen.findByRole('heading', { name: 'Sign out?' });
  await app.user.keyboard('{Escape}');
  await waitFor(() => {
    expect(document.activeElement).toBe(link);
  });
});

test('B3 A9: where switching profiles would erase, the search does not offer it either', async () => {
  const app = await open({ 'computer.read': () => ok({ ...ownComputer, use: 'public', signOut: 'only-erase' }) });
  await app.write(field(), 'profile');
  await screen.findByRole('option', { name: /^Your profile here/u });
  expect(screen.queryByRole('option', { name: /^Switch profile/u })).toBeNull();
});

test('B3 C7: the list of keys opens from everywhere and names the key of the search', async () => {
  const app = await open();
  await pick(app, 'hotkeys', /^Keyboard shortcuts/u);
  const sheet = await screen.findByRole('dialog', { name: 'Keyboard shortcuts' });
  expect(within(sheet).getByText('Ctrl+K').closest('div')?.textContent).toContain('Search');
});

const kept = ['key frame', 'old maps'];
function withHistory(part: Partial<Settings> = { searchHistory: true }): Answers {
  let settings: Settings = { ...sampleSettings, ...part };
  let texts = kept;
  return {
    'settings.read': () => ok(settings),
    'settings.update': (change) => {
      settings = { ...settings, ...change };
      return ok(settings);
    },
    'search.history': () => ok(texts),
    'search.forget': ({ text }) => {
      texts = text === null ? [] : texts.filter((each) => each !== text);
      return done;
    },
    'search.find': ({ text }) =>
      ok({
        hits: [
          {
            kind: 'course',
            courseId: course.id,
            title: [{ text: 'Found', hit: true }],
            lecturerName: text,
            coverUrl: '',
          },
        ],
        corrected: text === 'vidoe' ? 'video' : null,
      }),
  };
}
const recent = (): readonly (string | null)[] =>
  within(screen.getByRole('group', { name: 'Recent searches' }))
    .getAllByRole('option')
    .map(({ textContent }) => textContent);

test('B8: by default no search is remembered', async () => {
  const app = await open(withHistory({}));
  await pick(app, 'video', /^Found/u);
  await screen.findByRole('heading', { level: 1, name: course.title });
  await reopen(app);
  expect(screen.queryByRole('group', { name: 'Recent searches' })).toBeNull();
  expect(askedFor(app, 'search.remember')).toEqual([]);
  expect(askedFor(app, 'search.history')).toEqual([]);
});

test('B8: when it is on, a search that led somewhere is remembered as it was found, and one that led nowhere is not', async () => {
  const app = await open(withHistory());
  await app.write(field(), 'nowhere');
  await screen.findByRole('option', { name: /^Found/u });
  await app.user.keyboard('{Escape}');
  await reopen(app);
  await pick(app, 'vidoe', /^Found/u);
  await waitFor(() => {
    expect(askedFor(app, 'search.remember')).toEqual([{ text: 'video' }]);
  });
});

test('B8: a recent search is searched for again; each is forgotten by its cross or by Del, or all at once', async () => {
  const app = await open(withHistory());
  await screen.findByRole('option', { name: 'key frame' });
  expect(recent()).toEqual(['key frame', 'old maps', 'Forget all recent searches']);
  await app.user.keyboard('{Delete}');
  expect(askedFor(app, 'search.forget')).toEqual([]);
  await app.user.keyboard('{ArrowDown}{Delete}');
  await waitFor(() => {
    expect(recent()).toEqual(['key frame', 'Forget all recent searches']);
  });
  await app.user.click(screen.getByRole('option', { name: 'key frame' }));
  expect((field() as HTMLInputElement).value).toBe('key frame');
  await screen.findByRole('option', { name: /^Found/u });
  await app.user.click(screen.getByRole('button', { name: 'Clear' }));
  await app.user.click(screen.getByTitle('Forget “key frame”'));
  await waitFor(() => {
    expect(screen.queryByRole('group', { name: 'Recent searches' })).toBeNull();
  });
  expect(askedFor(app, 'search.forget')).toEqual([{ text: 'old maps' }, { text: 'key frame' }]);
});

test('B8: all recent searches are forgotten at once', async () => {
  const app = await open(withHistory());
  await app.user.click(await screen.findByRole('option', { name: 'Forget all recent searches' }));
  await waitFor(() => {
    expect(screen.queryByRole('group', { name: 'Recent searches' })).toBeNull();
  });
  expect(askedFor(app, 'search.forget')).toEqual([{ text: null }]);
});
