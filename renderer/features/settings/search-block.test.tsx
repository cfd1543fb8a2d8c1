// @vitest-environment jsdom
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Settings } from '../../../contract/domain/settings.ts';
import { useSettingsPlace } from '../../lib/settings-place.ts';
import { renderApp, type RunningApp } from '../../lib/testing/render-app.tsx';
import { renderSettings } from '../../lib/testing/render-settings.tsx';
import { askedFor } from '../../lib/testing/sample-queue.ts';
import { done, ok, sampleSettings } from '../../lib/testing/sample-answers.ts';
import { useToasts } from '../../lib/toasts.ts';
import en from '../../locales/en.json' with { type: 'json' };
import { settingRows } from './setting-rows.ts';
import { sectionId } from './sections.ts';
import { SearchBlock } from './search-block.tsx';

beforeEach(() => {
  useToasts.setState({ toasts: [] });
});
afterEach(cleanup);

function open(part: Partial<Settings> = {}, fails = false): RunningApp {
  let settings: Settings = { ...sampleSettings, ...part };
  let texts = ['key frame', '<b>maps</b>'];
  return renderSettings(SearchBlock, {
    'settings.read': () => ok(settings),
    'settings.update': (change) => {
      if (fails) return { ok: false, error: { code: 'disk-full' } };
      settings = { ...settings, ...change };
      return ok(settings);
    },
    'search.history': () => ok(texts),
    'search.forget': ({ text }) => {
      texts = text === null ? [] : texts.filter((each) => each !== text);
      return done;
    },
  });
}
const box = (): Promise<HTMLElement> => screen.findByRole('checkbox', { name: 'Remember what I search for' });
const list = (): HTMLElement => screen.getByRole('list', { name: 'Recent searches' });

test('B8: remembering is off until a person switches it on; what is kept is shown and deleted one by one or all', async () => {
  const app = open();
  const remember = await box();
  expect((remember as HTMLInputElement).checked).toBe(false);
  expect(askedFor(app, 'search.history')).toEqual([]);
  await app.user.click(remember);
  expect(askedFor(app, 'settings.update')).toEqual([{ searchHistory: true }]);
  await screen.findByText('<b>maps</b>');
  await app.user.click(within(list()).getByRole('button', { name: 'Forget “key frame”' }));
  await waitFor(() => {
    expect(within(list()).getAllByRole('listitem')).toHaveLength(1);
  });
  await app.user.click(screen.getByRole('button', { name: 'Forget all' }));
  await screen.findByText(/^Nothing is remembered so far/u);
  expect(askedFor(app, 'search.forget')).toEqual([{ text: 'key frame' }, { text: null }]);
});

test('B8: switching it off says that what was kept is deleted, and it is gone from the screen', async () => {
  const app = open({ searchHistory: true });
  await screen.findByText('key frame');
  await app.user.click(await box());
  await screen.findByText('Searches are no longer remembered. Those that were are deleted.');
  expect(screen.queryByText('key frame')).toBeNull();
});

test('B8: what could not be switched off says so and stays on', async () => {
  const app = open({ searchHistory: true }, true);
  await screen.findByText('key frame');
  await app.user.click(await box());
  await screen.findByText(/^The disk is full/u);
  expect(((await box()) as HTMLInputElement).checked).toBe(true);
  expect(screen.queryByText(/no longer remembered/u)).toBeNull();
});

const wordsFor = (key: string): string =>
  String(key.split('.').reduce<unknown>((part, name) => (part as Record<string, unknown>)[name], en));

test('B3: every setting on the screen is in the list that is searched, and every one of the list is on the screen', async () => {
  renderApp({}, '/settings');
  await box();
  await screen.findByText('Where lectures are kept');
  const shown = [...document.querySelectorAll('main h3, main label:has(input[type="checkbox"])')]
    .map(({ textContent }) => textContent)
    .toSorted();
  // The name of one's own profile is no setting, and the names of computers are not either.
  const names = new Set(['Profile 1', 'Anna’s desk']);
  expect(shown.filter((title) => !names.has(title))).toEqual(
    settingRows.map(({ title }) => wordsFor(title)).toSorted(),
  );
});

/** One of each kind of control, and a fact without one. */
const someRows = [
  'settings.theme',
  'settings.profile.remember',
  'settings.computer.idle',
  'settings.account.name',
  'keys.every',
];

test('B3 I2: the search leads to a setting and gives it the focus, whatever its control', async () => {
  renderApp({}, '/settings');
  await screen.findByText('Where lectures are kept');
  for (const { section, title: key } of settingRows.filter(({ title }) => someRows.includes(title))) {
    const title = wordsFor(key);
    act(() => {
      useSettingsPlace.setState({ to: { section: sectionId(section), title } });
    });
    const focused = document.activeElement;
    expect(document.getElementById(sectionId(section))?.contains(focused)).toBe(true);
    // One's own name has no control: that leads to its part.
    const row = focused?.closest('[data-row]') ?? focused?.closest('label') ?? focused;
    expect(row?.textContent).toContain(title);
    expect(useSettingsPlace.getState().to).toBeNull();
  }
});
