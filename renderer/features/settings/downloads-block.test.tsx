// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { Settings } from '../../../contract/domain/settings.ts';
import type { RunningApp } from '../../lib/testing/render-app.tsx';
import { renderSettings } from '../../lib/testing/render-settings.tsx';
import { ok, sampleSettings } from '../../lib/testing/sample-answers.ts';
import { DownloadsBlock } from './downloads-block.tsx';

afterEach(cleanup);

function open(part: Partial<Settings> = {}): RunningApp {
  let settings: Settings = { ...sampleSettings, ...part };
  return renderSettings(DownloadsBlock, {
    'settings.read': () => ok(settings),
    'settings.update': (change) => {
      settings = { ...settings, ...change };
      return ok(settings);
    },
  });
}
const changes = (app: RunningApp): readonly unknown[] =>
  app.bridge.asked.filter(({ name }) => name === 'settings.update').map(({ input }) => input);
async function choose(app: RunningApp, choice: RegExp, option: RegExp): Promise<void> {
  await app.user.click(await screen.findByRole('button', { name: choice }));
  await app.user.click(await screen.findByRole('option', { name: option }));
}

test('D5: how many at a time and how fast', async () => {
  const app = open();
  await choose(app, /At the same time/u, /^4 lectures$/u);
  await choose(app, /Speed limit/u, /^500.kB\/s$/u);
  await choose(app, /Speed limit/u, /^No limit$/u);
  expect(changes(app)).toEqual([
    { downloadConcurrency: 4 },
    { downloadLimitBytesPerSecond: 500_000 },
    { downloadLimitBytesPerSecond: null },
  ]);
});

test('D5: the hours: off, the usual night, another beginning, off again', async () => {
  const app = open();
  expect(screen.queryByRole('button', { name: /From/u })).toBeNull();
  await app.user.click(await screen.findByRole('radio', { name: 'At set hours' }));
  await choose(app, /From/u, /^22:30$/u);
  await app.user.click(screen.getByRole('radio', { name: 'Always' }));
  expect(changes(app)).toEqual([
    { downloadNight: { fromMinute: 1380, toMinute: 360 } },
    { downloadNight: { fromMinute: 1350, toMinute: 360 } },
    { downloadNight: null },
  ]);
});

test('D5: the two ends of the night cannot be the same; what is no usual choice is shown all the same', async () => {
  const app = open({ downloadNight: { fromMinute: 1387, toMinute: 360 }, downloadLimitBytesPerSecond: 123_000 });
  await app.user.click(await screen.findByRole('button', { name: /23:07.*From|From.*23:07/u }));
  expect(screen.queryByRole('option', { name: '06:00' })).toBeNull();
  screen.getByRole('option', { name: '23:07' });
  await app.user.keyboard('{Escape}');
  screen.getByRole('button', { name: /123.kB\/s/u });
});

test('D1: awake and notified', async () => {
  const app = open();
  await app.user.click(await screen.findByRole('checkbox', { name: /^Keep the computer awake/u }));
  await app.user.click(screen.getByRole('checkbox', { name: /^Tell me when/u }));
  expect(changes(app)).toEqual([{ downloadKeepsAwake: true }, { downloadNotifies: false }]);
});

test('D5: what happens where the network is charged by the amount, and whether this one is', async () => {
  const app = open();
  await app.user.click(await screen.findByRole('radio', { name: 'Wait' }));
  await app.user.click(screen.getByRole('radio', { name: 'Yes' }));
  expect(changes(app)).toEqual([{ downloadMetered: 'never' }, { lineIsMetered: 'yes' }]);
});
