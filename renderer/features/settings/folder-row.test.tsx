// @vitest-environment jsdom
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { DownloadFolderView } from '../../../contract/domain/folder.ts';
import { fail } from '../../../contract/result.ts';
import type { Answers } from '../../lib/testing/fake-bridge.ts';
import { renderApp, type RunningApp } from '../../lib/testing/render-app.tsx';
import { renderSettings } from '../../lib/testing/render-settings.tsx';
import { ok } from '../../lib/testing/sample-answers.ts';
import { driveCandidate, driveFolder, usualFolder } from '../../lib/testing/sample-folder.ts';
import { FolderRow } from './folder-row.tsx';

afterEach(cleanup);

const open = (answers: Answers = {}): RunningApp => renderSettings(FolderRow, answers);
const asked = (app: RunningApp): readonly string[] =>
  app.bridge.asked.map(({ name }) => name).filter((name) => /^folder\.(?!read)/u.test(name));
const tell = (app: RunningApp, view: DownloadFolderView): void => {
  act(() => {
    app.bridge.emit('folder.changed', view);
  });
};
const copying = { doneBytes: 6_200_000_000, totalBytes: 12_400_000_000, phase: 'copying', waitsFor: null } as const;

test('D6: another folder is picked, agreed to, and the move is seen to its end', async () => {
  const app = open({
    'folder.pick': () => ok(driveCandidate),
    'folder.move': () => ok({ ...usualFolder, move: { ...copying, doneBytes: 0 } }),
  });
  await screen.findByText(/^The app’s own folder · 41.3.GB free$/u);
  expect(screen.queryByRole('button', { name: 'Back to the usual folder' })).toBeNull();
  await app.user.click(screen.getByRole('button', { name: 'Change…' }));
  await screen.findByRole('alertdialog', { name: 'Keep lectures in “Lectures on Travel”?' });
  screen.getByText(/^12.4.GB will be moved there/u);
  await app.user.click(screen.getByRole('button', { name: 'Move' }));
  const line = await screen.findByRole('progressbar', { name: 'Moving lectures' });
  expect(screen.queryByRole('button', { name: 'Change…' })).toBeNull();
  tell(app, { ...usualFolder, move: copying });
  await waitFor(() => expect(line.getAttribute('aria-valuenow')).toBe('50'));
  tell(app, { ...driveFolder, move: { ...copying, phase: 'deleting' } });
  await screen.findByText(/^Everything is in the new folder/u);
  expect(screen.queryByRole('button', { name: 'Stop' })).toBeNull();
  tell(app, driveFolder);
  await screen.findByText(/^Lectures on Travel · /u);
  expect(asked(app)).toEqual(['folder.pick', 'folder.move']);
});

test('D6: Esc leaves everything where it is; so does a dialog that was closed', async () => {
  let candidate: typeof driveCandidate | null = driveCandidate;
  const app = open({ 'folder.pick': () => ok(candidate) });
  await app.user.click(await screen.findByRole('button', { name: 'Change…' }));
  await screen.findByRole('alertdialog');
  await app.user.keyboard('{Escape}');
  expect(screen.queryByRole('alertdialog')).toBeNull();
  candidate = null;
  await app.user.click(screen.getByRole('button', { name: 'Change…' }));
  expect(screen.queryByRole('alertdialog')).toBeNull();
  expect(asked(app)).toEqual(['folder.pick', 'folder.pick']);
});

test('D6: where it does not fit there is no button to move', async () => {
  const app = open({ 'folder.pick': () => ok({ ...driveCandidate, fits: false, freeBytes: 800_000_000 }) });
  await app.user.click(await screen.findByRole('button', { name: 'Change…' }));
  await screen.findByText('There is not enough room');
  screen.getByText(/^12.4.GB are needed, 800.MB are free/u);
  expect(screen.queryByRole('button', { name: 'Move' })).toBeNull();
});

test('D6: a folder that will not do is said in words', async () => {
  const app = open({ 'folder.pick': () => fail('folder-unfit') });
  await app.user.click(await screen.findByRole('button', { name: 'Change…' }));
  await screen.findByText('This folder cannot hold lectures');
});

test('D6: a move says why it waits, and can be called off', async () => {
  const app = open({
    'folder.read': () => ok({ ...usualFolder, move: { ...copying, waitsFor: 'disk-full' } }),
    'folder.stopMove': () => ok(usualFolder),
  });
  await screen.findByText('The disk is full');
  await app.user.click(screen.getByRole('button', { name: 'Stop' }));
  await screen.findByRole('button', { name: 'Change…' });
  expect(asked(app)).toEqual(['folder.stopMove']);
});

test('D6: a move that cannot be called off says why', async () => {
  const answers: Answers = {
    'folder.read': () => ok({ ...usualFolder, move: copying }),
    'folder.stopMove': () => fail('disk-failed'),
  };
  const app = renderApp(answers, '/settings');
  await app.user.click(await screen.findByRole('button', { name: 'Stop' }));
  await within(screen.getByRole('main')).findByRole('alert');
});

test('D6: a drive that is not connected is named; the usual folder is offered and says that nothing can be moved', async () => {
  const app = open({
    'folder.read': () => ok({ ...driveFolder, state: 'away', freeBytes: null }),
    'folder.pick': () => ok({ ...driveCandidate, isUsual: true, name: null, driveName: null, moveBytes: 0 }),
    'folder.move': () => ok(usualFolder),
  });
  await screen.findByText('Travel is not connected');
  await app.user.click(screen.getByRole('button', { name: 'Back to the usual folder' }));
  await screen.findByText(/^The drive with your lectures is not connected, so nothing can be moved/u);
  await app.user.click(screen.getByRole('button', { name: 'Use this folder' }));
  await screen.findByText(/^The app’s own folder/u);
  expect(app.bridge.asked.filter(({ name }) => name === 'folder.pick').map(({ input }) => input)).toEqual([
    { usual: true },
  ]);
});
