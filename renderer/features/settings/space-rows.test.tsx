// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { Settings } from '../../../contract/domain/settings.ts';
import type { RunningApp } from '../../lib/testing/render-app.tsx';
import { renderSettings } from '../../lib/testing/render-settings.tsx';
import { ok, sampleSettings } from '../../lib/testing/sample-answers.ts';
import { SpaceRows } from './space-rows.tsx';

afterEach(cleanup);

const gb = 1_000_000_000;

function open(part: Partial<Settings> = {}, downloadedBytes = 0): RunningApp {
  let settings: Settings = { ...sampleSettings, ...part };
  const app = renderSettings(SpaceRows, {
    'settings.read': () => ok(settings),
    'settings.update': (change) => {
      settings = { ...settings, ...change };
      app.bridge.emit('settings.changed', settings);
      return ok(settings);
    },
    'storage.read': () => ok({ downloadedBytes, freeBytes: 41 * gb, totalBytes: 256 * gb, courses: [], binBytes: 0 }),
  });
  return app;
}
const changes = (app: RunningApp): readonly unknown[] =>
  app.bridge.asked.filter(({ name }) => name === 'settings.update').map(({ input }) => input);
async function choose(app: RunningApp, choice: RegExp, option: RegExp): Promise<void> {
  await app.user.click(await screen.findByRole('button', { name: choice }));
  await app.user.click(await screen.findByRole('option', { name: option }));
}

test('D7: the most that downloads may take, and what is to stay free', async () => {
  const app = open();
  await choose(app, /The most downloads may take/u, /^20.GB$/u);
  await choose(app, /Keep free on the drive/u, /^5.GB$/u);
  await choose(app, /The most downloads may take/u, /^No limit$/u);
  expect(changes(app)).toEqual([
    { downloadCapBytes: 20 * gb },
    { downloadFloorBytes: 5 * gb },
    { downloadCapBytes: null },
  ]);
});

test('D7: a number of one’s own, with a comma too; nonsense is said and changes nothing', async () => {
  const app = open();
  await choose(app, /The most downloads may take/u, /^Another number…$/u);
  const field = await screen.findByRole('textbox', { name: 'The most downloads may take, GB' });
  expect(document.activeElement).toBe(field);
  await app.user.type(field, 'much{Enter}');
  await screen.findByText('A number of gigabytes, 0.1 or more.');
  expect(changes(app)).toEqual([]);
  await app.user.clear(field);
  await app.user.type(field, '7,5{Enter}');
  expect(changes(app)).toEqual([{ downloadCapBytes: 7.5 * gb }]);
  await screen.findByRole('button', { name: /7\.5.GB/u });
  expect(screen.queryByRole('textbox', { name: /GB$/u })).toBeNull();
});

test('D7: a limit below what is here says that nothing is deleted, and shows what could go', async () => {
  const app = open({}, 12 * gb);
  await screen.findByRole('button', { name: /The most downloads may take/u });
  expect(screen.queryByText(/more than that/u)).toBeNull();
  await choose(app, /The most downloads may take/u, /^10.GB$/u);
  await screen.findByText(/^Downloads take 12.GB, more than that$/u);
  await app.user.click(screen.getByRole('button', { name: 'Make room…' }));
  await screen.findByRole('dialog', { name: 'Remove watched lectures' });
});

test('D7: what becomes of a lecture after watching', async () => {
  const app = open();
  await choose(app, /After watching/u, /^Remove it at once$/u);
  await choose(app, /After watching/u, /^Remove it after a week$/u);
  await choose(app, /After watching/u, /^Keep it$/u);
  expect(changes(app)).toEqual([
    { removeWatchedAfterDays: 0 },
    { removeWatchedAfterDays: 7 },
    { removeWatchedAfterDays: null },
  ]);
});
