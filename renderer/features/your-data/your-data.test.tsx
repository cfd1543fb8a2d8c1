// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { dataKinds, fileKinds, keptDays, type Keeping, keptKinds } from '../../../contract/domain/data-kinds.ts';
import { defaultSettings } from '../../../contract/domain/settings.ts';
import { fail } from '../../../contract/result.ts';
import { renderApp } from '../../lib/testing/render-app.tsx';
import { ok, sampleSettings } from '../../lib/testing/sample-answers.ts';
import { heldHere } from '../../lib/testing/sample-personal-data.ts';
import { askedFor } from '../../lib/testing/sample-queue.ts';
import en from '../../locales/en.json' with { type: 'json' };

afterEach(cleanup);
const plain = (text: string | null): string => (text ?? '').replaceAll(/\u00a0|\u202f/gu, ' ');

test('G1: what is here and what the service has stand side by side, in words and numbers', async () => {
  renderApp({}, '/privacy/data');
  await screen.findByRole('button', { name: /^What you watched 1,204 entries\s· since November 3, 2025$/u });
  screen.getByRole('button', { name: /^Files of lectures 14 entries\s· 2\.4.GB$/u });
  screen.getByText(/^Nothing kept now: What you searched for and Speeds you chose for courses\.$/u);
  const you = await screen.findByRole('region', { name: 'About you' });
  const words = plain(you.textContent);
  for (const value of [
    'Anna Litvin',
    'April 2, 1990',
    'anna@lectoroom.example',
    '+49 30 1234567',
    'Lindenallee 5, Berlin',
    '10117',
    'https://social.example/anna',
    'Germany',
  ])
    expect(words).toContain(value);
  within(screen.getByRole('region', { name: 'Payment' })).getByText('Visa, ending in 4242');
  expect(plain(screen.getByRole('region', { name: 'Contacts with support' }).textContent)).toContain(
    'The picture stood still.',
  );
  expect(plain(screen.getByRole('region', { name: 'Payment' }).textContent)).toContain('120 EUR');
  expect(within(you).getByRole('link', { name: 'Correct' }).getAttribute('href')).toBe('/privacy/profile');
});

test('G1: opened, a kind shows its newest entries, its size, and where it is corrected, taken along and erased', async () => {
  const app = renderApp(
    {
      'data.samples': () =>
        ok([
          { atMs: Date.parse('2026-03-11T12:00:00Z'), title: 'Clouds', fact: { kind: 'played', durationMs: 300_000 } },
          { atMs: null, title: '', fact: { kind: 'completed' } },
        ]),
    },
    '/privacy/data',
  );
  const row = await screen.findByRole('button', { name: /^What you watched/u });
  expect([row.getAttribute('aria-expanded'), askedFor(app, 'data.samples')]).toEqual(['false', []]);
  await app.user.click(row);
  const samples = await screen.findByRole('list', { name: 'The newest of them' });
  expect(
    within(samples)
      .getAllByRole('listitem')
      .map((item) => plain(item.textContent)),
  ).toEqual([
    expect.stringMatching(/^CloudsMarch 11, 2026.+ · watched 5 min$/u),
    'No longer in the catalogueto the end',
  ]);
  await screen.findByText(/Takes 81\.9.kB on the disk\./u);
  expect(askedFor(app, 'data.size')).toEqual([{ kind: 'history' }]);
  const item = row.closest('li') as HTMLElement;
  expect(
    within(item)
      .getAllByRole('link')
      .map((link) => link.getAttribute('href')),
  ).toEqual(['/history', '/privacy/export', '/privacy/erase']);
  await app.user.click(row);
  expect(screen.queryByRole('list', { name: 'The newest of them' })).toBeNull();
});

test('G1: without the service its side says when it was last asked, and shows nothing of before', async () => {
  const app = renderApp({}, '/privacy/data');
  await screen.findByRole('region', { name: 'About you' });
  app.bridge.answers['data.service'] = () => fail('service-unreachable');
  app.bridge.answers['data.overview'] = () => ok({ ...heldHere, serviceAskedAtMs: Date.parse('2026-03-12T09:00:00Z') });
  await app.user.click(screen.getByRole('button', { name: 'Ask again' }));
  await screen.findByText('The service cannot be asked now');
  screen.getByText(/^It was last asked on .+ so there is nothing old to show\.$/u);
  expect(screen.queryByRole('region', { name: 'About you' })).toBeNull();
  expect(document.body.textContent).not.toContain('Lindenallee');
});

test('G1: what cannot be counted is said, and asked again', async () => {
  const app = renderApp({ 'data.overview': () => fail('disk-failed') }, '/privacy/data');
  const alert = await screen.findByRole('alert');
  app.bridge.answers['data.overview'] = () => ok(heldHere);
  await app.user.click(within(alert).getByRole('button'));
  await screen.findByRole('button', { name: /^What you watched/u });
});

test('G1 E3: the table has a line for each kind with the very days that the purge goes by', async () => {
  const settings = { ...sampleSettings, historyRetentionDays: 90 } as const;
  renderApp(
    {
      'settings.read': () => ok(settings),
      'data.retention': () =>
        ok({
          nextPurgeAtMs: Date.parse('2026-03-13T00:00:00Z'),
          registry: [
            {
              name: 'lr_usage',
              kind: 'cookie',
              category: 'functional',
              purpose: { en: 'Counts functions', ru: 'Считает функции' },
              retentionDays: 30,
              reader: { en: 'The service', ru: 'Сервис' },
            },
          ],
        }),
    },
    '/privacy/retention',
  );
  const table = await screen.findByRole('table', { name: 'Kept by this app' });
  const lines = within(table)
    .getAllByRole('row')
    .slice(1)
    .map((row) => [...row.children].map((cell) => cell.textContent));
  const names = [...Object.keys(dataKinds), ...Object.keys(fileKinds)] as (keyof typeof keptKinds)[];
  expect(lines.map(([what]) => what)).toEqual(names.map((name) => en.dataKinds[name].title));
  for (const [index, name] of names.entries()) {
    const keeping: Keeping = keptKinds[name].keeping;
    const days = keptDays(keeping, settings);
    const said = lines[index]?.[2] ?? '';
    const isRight = days === null ? !/\bdays?\b/u.test(said) : said.startsWith(`${String(days)} days`);
    expect([name, said, isRight]).toEqual([name, said, true]);
  }
  expect(lines[names.indexOf('history')]?.[2]).toBe('90 days, as you set it');
  expect(defaultSettings.historyRetentionDays).toBeNull();
  const service = await screen.findByRole('table', { name: 'Set by the service' });
  expect(plain(service.textContent)).toContain('lr_usageCounts functions30 daysThe service');
  screen.getByText(/^What is too old is deleted at each start and every day; next on March 13, 2026/u);
});

test('G1 F2: with the service silent the table of the app is there all the same', async () => {
  renderApp({ 'data.retention': () => ok({ nextPurgeAtMs: null, registry: null }) }, '/privacy/retention');
  await screen.findByRole('table', { name: 'Kept by this app' });
  await screen.findByText(/^The service cannot be asked now/u);
  screen.getByRole('table', { name: 'What the service keeps' });
});
