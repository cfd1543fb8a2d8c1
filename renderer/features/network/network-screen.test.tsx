// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { fail } from '../../../contract/result.ts';
import { renderApp } from '../../lib/testing/render-app.tsx';
import { ok, sampleSettings } from '../../lib/testing/sample-answers.ts';
import { networkEntry, networkSummary } from '../../lib/testing/sample-network.ts';
import { askedFor } from '../../lib/testing/sample-queue.ts';
import { useToasts } from '../../lib/toasts.ts';

afterEach(() => {
  cleanup();
  useToasts.setState({ toasts: [] });
});

const page = (...ids: readonly number[]) =>
  ok({ entries: ids.map((id) => networkEntry(id, { host: `host-${String(id)}` })), nextBeforeId: null });
const rows = (): readonly string[] =>
  within(screen.getByRole('table', { name: 'Request by request' }))
    .getAllByRole('row')
    .slice(1)
    .map((row) => row.textContent.replaceAll(/\s/gu, ' '));

test('F6: all of it in one sentence, with what was refused beside it, by day and purpose, and one by one', async () => {
  renderApp({}, '/privacy/network');
  await screen.findByText('Since November 3, 2026: 1,284 requests, all to lectoroom.example.');
  screen.getByText('The app refused 3 requests');
  screen.getByText('Nothing was sent. They were meant for tracker.example.');
  await screen.findByRole('img', { name: /^In the last 30 days: [\d,]+ requests\./u });
  await screen.findByText('Refused: nobody said what for');
  screen.getByText('The service said no (503)');
  expect(rows()).toHaveLength(4);
  expect(rows()[1]).toMatch(/LecturesEssential.*lectoroom\.example.*48 MB.*Answered 206/u);
});

test('F6: a filter is asked for, stands in the address, and can be taken away', async () => {
  const app = renderApp({}, '/privacy/network?result=refused&host=tracker.example&purpose=nonsense');
  await screen.findByRole('table', { name: 'Request by request' });
  expect(askedFor(app, 'network.list')[0]).toMatchObject({
    source: 'account',
    filter: { result: 'refused', host: 'tracker.example' },
  });
  await app.user.click(screen.getByRole('button', { name: 'Show all' }));
  await waitFor(() => {
    expect(askedFor(app, 'network.list').at(-1)).toMatchObject({ filter: {} });
  });
  await app.user.click(screen.getByRole('radio', { name: 'While nobody was signed in' }));
  await waitFor(() => {
    expect(askedFor(app, 'network.summary').at(-1)).toEqual({ source: 'computer' });
  });
});

test('F6: what is new is shown as it comes; held still, the list stays, says how many came, and shows them when asked', async () => {
  let newest = 5;
  const app = renderApp(
    {
      'network.list': () => page(newest, 4),
      'network.count': ({ afterId }) =>
        ok({ requestCount: afterId === null ? newest : newest - afterId, sentBytes: 0, receivedBytes: 0 }),
    },
    '/privacy/network',
  );
  await screen.findByText('host-5');
  newest = 6;
  app.bridge.emit('network.changed', null);
  await screen.findByText('host-6');
  await app.user.click(screen.getByRole('button', { name: 'Hold still' }));
  screen.getByText(/Every request is still written down: that cannot be switched off/u);
  newest = 18;
  app.bridge.emit('network.changed', null);
  const pill = await screen.findByRole('button', { name: '12 new' });
  screen.getByText('host-6');
  expect(screen.queryByText('host-18')).toBeNull();
  await app.user.click(pill);
  await screen.findByText('host-18');
});

test('F6: earlier ones are read when asked for', async () => {
  const app = renderApp(
    {
      'network.list': ({ beforeId }) =>
        beforeId === null ? ok({ entries: [networkEntry(9, { host: 'newer' })], nextBeforeId: 9 }) : page(3),
    },
    '/privacy/network',
  );
  await app.user.click(await screen.findByRole('button', { name: 'Show earlier ones' }));
  await screen.findByText('host-3');
  screen.getByText('newer');
  expect(screen.queryByRole('button', { name: 'Show earlier ones' })).toBeNull();
});

test('F6: it is exported as it is filtered, cleared after a question, and kept as long as chosen', async () => {
  const app = renderApp({}, '/privacy/network?result=failed');
  await app.user.click(await screen.findByRole('button', { name: 'Export' }));
  await app.user.click(await screen.findByRole('menuitem', { name: 'As JSON, for programs' }));
  await screen.findByText('4 requests written, unencrypted');
  const what = { source: 'account', filter: { result: 'failed' } };
  expect(askedFor(app, 'network.export')).toEqual([{ ...what, format: 'json', title: 'LECTOROOM network' }]);
  await app.user.click(screen.getByRole('button', { name: 'Clear the list' }));
  await app.user.click(await screen.findByRole('button', { name: 'Keep' }));
  expect(askedFor(app, 'network.clear')).toEqual([]);
  await app.user.click(screen.getByRole('button', { name: 'Clear the list' }));
  await app.user.click(await screen.findByRole('button', { name: 'Clear' }));
  await waitFor(() => {
    expect(askedFor(app, 'network.clear')).toEqual([{ source: 'account' }]);
  });
  await app.user.click(screen.getByRole('radio', { name: '7 days' }));
  await waitFor(() => {
    expect(askedFor(app, 'settings.update')).toEqual([{ networkRetentionDays: 7 }]);
  });
});

test('F6: with nothing sent yet that is said, and what could not be read can be tried again', async () => {
  const nothing = { requestCount: 0, refusedCount: 0, failedCount: 0, sentCount: 0, sentBytes: 0, receivedBytes: 0 };
  let isBroken = true;
  const empty = networkSummary({ sinceMs: null, totals: nothing, hosts: [], refusedHosts: [], days: [], purposes: [] });
  const app = renderApp({ 'network.summary': () => (isBroken ? fail('disk-failed') : ok(empty)) }, '/privacy/network');
  await screen.findByRole('alert');
  isBroken = false;
  await app.user.click(screen.getByRole('button', { name: 'Try again' }));
  await screen.findByRole('heading', { level: 2, name: 'Nothing has gone over the network' });
});

test('F6 I1: in Russian, with its own plurals', async () => {
  renderApp({ 'settings.read': () => ok({ ...sampleSettings, language: 'ru' }) }, '/privacy/network');
  await screen.findByText(/^С 3 ноября 2026 г\. — 1.284 запроса, все на lectoroom\.example\.$/u);
  await screen.findByText('Отклонено: никто не сказал зачем');
});
