// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { ExportWords } from '../../../contract/domain/export.ts';
import { importedTables, type ImportReport } from '../../../contract/domain/import.ts';
import { fail } from '../../../contract/result.ts';
import type { Answers } from '../../lib/testing/fake-bridge.ts';
import { renderApp } from '../../lib/testing/render-app.tsx';
import { ok } from '../../lib/testing/sample-answers.ts';
import { askedFor } from '../../lib/testing/sample-queue.ts';

afterEach(cleanup);

const none = { added: 0, changed: 0, same: 0, older: 0, left: 0 };
const report = {
  ...(Object.fromEntries(importedTables.map((table) => [table, none])) as ImportReport),
  history: { ...none, added: 1204, older: 3 },
  settings: { ...none, changed: 2 },
};
const written = {
  fileName: 'mine.zip',
  folderName: 'Documents',
  sizeBytes: 2_500_000,
  sha256: 'ab'.repeat(32),
  rowCount: 1234,
  service: 'not-reached' as const,
  encrypted: false,
};
const answers: Answers = {
  'export.preview': () => ok({ kinds: [{ kind: 'history', rowCount: 1204 }], estimatedBytes: 3_000_000 }),
  'export.run': () => ok(written),
  'export.stop': () => ok(null),
  'import.pick': () => ok({ fileName: 'mine.zip', encrypted: false }),
  'import.look': () => ok({ fileName: 'mine.zip', madeAtMs: Date.UTC(2026, 10, 1), report }),
  'import.run': () => ok(report),
  'import.stop': () => ok(null),
};
const press = async (name: string | RegExp): Promise<HTMLElement> => await screen.findByRole('button', { name });

test('G2: says what the file will hold, that it is readable by anybody, and where it lies at the end with its checksum', async () => {
  const app = renderApp(answers, '/privacy/export');
  expect((await screen.findByText('1,204')).closest('div')?.textContent).toContain('What you watched');
  screen.getByText('Whoever has the file can read it');
  await app.user.click(await press('Save…'));
  await screen.findByText(/“mine.zip” in the folder “Documents”.*1,234 records/u);
  screen.getByText('ab'.repeat(32));
  screen.getByText(/^The service could not be reached/u);
  const [sent] = askedFor(app, 'export.run') as { passphrase: string | null; words: unknown }[];
  expect(sent?.passphrase).toBeNull();
  expect(ExportWords.safeParse(sent?.words).success).toBe(true);
});

test('G2: a passphrase that is short, weak or typed otherwise the second time is refused; a good one is sent', async () => {
  const app = renderApp(answers, '/privacy/export');
  await app.user.click(await screen.findByRole('checkbox', { name: 'Protect the file with a passphrase' }));
  const first = screen.getByLabelText(/^Passphrase/u);
  const second = screen.getByLabelText(/^The same once more/u);
  await app.write(first, 'short');
  await app.user.click(await press('Save…'));
  await screen.findByText('At least 12 characters.');
  await app.user.clear(first);
  await app.write(first, 'passwordpassword');
  await app.user.click(await press('Save…'));
  await screen.findByText('This is too easy to guess. Add some words.');
  await app.user.clear(first);
  await app.write(first, 'otter violin granite teacup');
  await app.write(second, 'otter violin granite');
  await app.user.click(await press('Save…'));
  await screen.findByText('The two are not the same.');
  expect(askedFor(app, 'export.run')).toEqual([]);
  await app.write(second, ' teacup');
  await app.user.click(await press('Save…'));
  await waitFor(() =>
    expect(askedFor(app, 'export.run')).toMatchObject([{ passphrase: 'otter violin granite teacup' }]),
  );
});

test('G2: writing shows numbers and can be stopped, which is not an error', async () => {
  let finish: (value: ReturnType<typeof fail>) => void = () => undefined;
  const app = renderApp(
    {
      ...answers,
      'export.run': () => new Promise((resolve) => (finish = resolve)),
      'export.stop': () => {
        finish(fail('cancelled'));
        return ok(null);
      },
    },
    '/privacy/export',
  );
  await app.user.click(await press('Save…'));
  await press('Stop');
  app.bridge.emit('export.progress', { share: 0.5, kind: 'history', rowCount: 600 });
  await screen.findByText('What you watched: 600 records');
  expect(screen.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('50');
  await app.user.click(await press('Stop'));
  await waitFor(() => expect(screen.queryByRole('progressbar')).toBeNull());
  expect(screen.queryByRole('alert')).toBeNull();
});

test('G2: an export is looked at before anything is taken; settings are asked for by themselves', async () => {
  const app = renderApp(answers, '/privacy/export');
  await app.user.click(await press('Choose a file…'));
  const row = (await screen.findByRole('rowheader', { name: 'Watch history' })).closest('tr');
  expect([...(row?.querySelectorAll('td') ?? [])].map(({ textContent }) => textContent)).toEqual([
    '1,204',
    '0',
    '0',
    '3',
    '0',
  ]);
  expect(askedFor(app, 'import.run')).toEqual([]);
  screen.getByText(/^This cannot be undone in one step/u);
  await app.user.click(await press('Take it over'));
  await screen.findByText('1,204 records are new or were changed.');
  expect(askedFor(app, 'import.run')).toEqual([{ settings: false }]);
});

test('G2: a protected export asks for its passphrase, a wrong one is said, and another account’s is refused in words', async () => {
  const results = [fail('passphrase-wrong'), fail('export-of-another')];
  const app = renderApp(
    {
      ...answers,
      'import.pick': () => ok({ fileName: 'mine.zip', encrypted: true }),
      'import.look': () => results.shift() ?? fail('unexpected'),
    },
    '/privacy/export',
  );
  await app.user.click(await press('Choose a file…'));
  await app.write(await screen.findByLabelText(/^Passphrase/u), 'no');
  await app.user.click(await press('See what would change'));
  await screen.findByText('The passphrase does not open this file');
  await app.user.click(await press('See what would change'));
  await screen.findByText('This export is of another account');
  expect(askedFor(app, 'import.look')).toEqual([{ passphrase: 'no' }, { passphrase: 'no' }]);
});
