// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { Settings } from '../../../contract/domain/settings.ts';
import { renderApp, type RunningApp } from '../../lib/testing/render-app.tsx';
import { renderSettings } from '../../lib/testing/render-settings.tsx';
import { askedFor } from '../../lib/testing/sample-queue.ts';
import { ok, sampleSettings } from '../../lib/testing/sample-answers.ts';
import { HistoryBlock } from './history-block.tsx';

afterEach(cleanup);

function historyBlock(nextPurgeAtMs: number | null = null): RunningApp {
  let settings: Settings = sampleSettings;
  return renderSettings(HistoryBlock, {
    'settings.read': () => ok(settings),
    'settings.update': (part) => {
      settings = { ...settings, ...part };
      return ok(settings);
    },
    'history.state': () =>
      ok({ count: 3, nextPurgeAtMs: settings.historyRetentionDays === null ? null : nextPurgeAtMs }),
  });
}

test('E2: keeping a history is a switch of its own', async () => {
  const app = historyBlock();
  const name = 'Keep a history of what I watch';
  await app.user.click(await screen.findByRole('checkbox', { name }));
  await waitFor(() => {
    expect(askedFor(app, 'settings.update')).toEqual([{ keepHistory: false }]);
  });
  expect(screen.getByRole<HTMLInputElement>('checkbox', { name }).checked).toBe(false);
});

test('E3: how long entries are kept is chosen, and the next time that old ones go is told', async () => {
  const app = historyBlock(new Date(2026, 2, 13).getTime());
  await screen.findByText('Nothing is deleted by itself.');
  await app.user.click(screen.getByRole('button', { name: /Keep entries for/u }));
  expect((await screen.findAllByRole('option')).map((option) => option.textContent)).toEqual([
    '30 days',
    '90 days',
    '1 year',
    'Until I delete them',
  ]);
  await app.user.click(screen.getByRole('option', { name: '1 year' }));
  await waitFor(() => {
    expect(askedFor(app, 'settings.update')).toEqual([{ historyRetentionDays: 365 }]);
  });
  app.bridge.emit('settings.changed', { ...sampleSettings, historyRetentionDays: 365 });
  await screen.findByText(/^Older entries are deleted at each start and every day; next on .*13.*2026/u);
});

test('E2: a private session is begun here, and asks main for nothing that is written down', async () => {
  const app = renderApp({}, '/settings');
  await app.user.click(await screen.findByRole('checkbox', { name: 'Private session' }));
  await screen.findByText('Private session: nothing is recorded');
  expect(askedFor(app, 'session.private')).toEqual([{ on: true }]);
  expect(askedFor(app, 'settings.update')).toEqual([]);
});
