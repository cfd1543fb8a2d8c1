// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { Settings } from '../../../contract/domain/settings.ts';
import type { SyncView } from '../../../contract/domain/sync.ts';
import { type RunningApp, renderApp } from '../../lib/testing/render-app.tsx';
import { ok, sampleSettings, syncOff } from '../../lib/testing/sample-answers.ts';
import { askedFor } from '../../lib/testing/sample-queue.ts';

afterEach(cleanup);

const name = 'Keep what I watch in step between my computers';
const idle: SyncView = { ...syncOff, on: true, phase: 'idle', lastAtMs: Date.now() - 5.5 * 60_000, copy: 'there' };

interface Scene {
  readonly app: RunningApp;
  readonly tell: (next: Partial<SyncView>) => void;
}

function settingsScreen(start: SyncView = syncOff, settings: Settings = sampleSettings): Scene {
  let view = start;
  const app = renderApp(
    {
      'settings.read': () => ok(settings),
      'sync.read': () => ok(view),
      'sync.set'({ on }) {
        view = { ...view, on, phase: on ? 'busy' : 'off' };
        return ok(view);
      },
      'sync.deleteCopy'() {
        view = { ...view, on: false, phase: 'off', copy: 'deleting' };
        return ok(view);
      },
    },
    '/settings',
  );
  return {
    app,
    tell(next) {
      view = { ...view, ...next };
      app.bridge.emit('sync.changed', null);
    },
  };
}
const box = async (): Promise<HTMLInputElement> => await screen.findByRole<HTMLInputElement>('checkbox', { name });
const named = (label: string): HTMLElement => screen.getByRole('button', { name: label });

test('E2 E4: is off at first, says in words what would be sent, and is turned on with one press', async () => {
  const { app, tell } = settingsScreen();
  expect((await box()).checked).toBe(false);
  screen.getByText(/^The service then keeps a copy: .*with the titles.*never sent/u);
  await screen.findByText('Off. Nothing is sent, and nothing is asked for.');
  await app.user.click(await box());
  expect(askedFor(app, 'sync.set')).toEqual([{ on: true }]);
  await screen.findByText('Exchanging now…');
  tell({ phase: 'idle', lastAtMs: Date.now() - 5.5 * 60_000, copy: 'there' });
  await screen.findByText('Everything was exchanged last 5 minutes ago.');
  expect((await box()).checked).toBe(true);
});

test('E4: says what waits, and why it does', async () => {
  const { tell } = settingsScreen({ ...idle, waitingCount: 1 });
  await screen.findByText('Everything was exchanged last 5 minutes ago. 1 change waits to be sent.');
  tell({ phase: 'waiting', error: 'service-unreachable', waitingCount: 1200 });
  await screen.findByText(/^Without the service nothing can be exchanged.* 1.?200 changes wait to be sent\.$/u);
  tell({ phase: 'waiting', error: 'service-failed', lastAtMs: null });
  await screen.findByText(/^The service could not take it.* Nothing has been exchanged yet\./u);
});

test('E4: turned off, it asks about the copy; the safe answer has the focus and changes nothing', async () => {
  const { app } = settingsScreen(idle);
  await app.user.click(await box());
  await screen.findByRole('alertdialog', { name: 'Also delete the copy at the service?' });
  expect(document.activeElement).toBe(named('Leave it on'));
  await app.user.keyboard('{Escape}');
  expect([askedFor(app, 'sync.set'), askedFor(app, 'sync.deleteCopy')]).toEqual([[], []]);
  await app.user.click(await box());
  await app.user.click(await screen.findByRole('button', { name: 'Turn off, keep the copy' }));
  expect(askedFor(app, 'sync.set')).toEqual([{ on: false }]);
  await screen.findByText(/The copy made before is still at the service\.$/u);
  // It can still be deleted.
  await app.user.click(named('Delete the copy…'));
  await app.user.click(await screen.findByRole('button', { name: 'Keep it' }));
  expect(askedFor(app, 'sync.deleteCopy')).toEqual([]);
  await app.user.click(named('Delete the copy…'));
  await screen.findByText(/This cannot be undone\.$/u);
  await app.user.click(await screen.findByRole('button', { name: 'Delete the copy' }));
  expect(askedFor(app, 'sync.deleteCopy')).toEqual([null]);
  await screen.findByText(/The copy at the service is being deleted/u);
  expect(screen.queryByRole('button', { name: 'Delete the copy…' })).toBeNull();
});

test('E4: turned off together with the copy', async () => {
  const { app } = settingsScreen(idle);
  await app.user.click(await box());
  await app.user.click(await screen.findByRole('button', { name: 'Turn off and delete the copy' }));
  expect(askedFor(app, 'sync.deleteCopy')).toEqual([null]);
  await waitFor(async () => {
    expect((await box()).checked).toBe(false);
  });
});

test('E4: a copy that another computer deleted is said, with the way to begin anew', async () => {
  const { app } = settingsScreen({ ...idle, phase: 'copy-deleted', copy: 'none' });
  await screen.findByText('The copy was deleted from another computer');
  await app.user.click(named('Begin anew'));
  expect(askedFor(app, 'sync.set')).toEqual([{ on: true }]);
});

test('E2 E4: with the history off it says that only places are sent from here; in Russian too', async () => {
  const { app } = settingsScreen(idle, { ...sampleSettings, keepHistory: false });
  await screen.findByText(/only how far you are in lectures is sent from here/u);
  app.bridge.emit('settings.changed', { ...sampleSettings, language: 'ru' });
  await screen.findByRole('checkbox', { name: 'Согласовывать просмотры между моими компьютерами' });
  await screen.findByText('Последний полный обмен: 5 минут назад.');
});

test('E4: an answer that fails is told, and the switch stays as it was', async () => {
  const app = renderApp({ 'sync.set': () => ({ ok: false, error: { code: 'disk-full' } }) }, '/settings');
  await screen.findByText('Off. Nothing is sent, and nothing is asked for.');
  await app.user.click(await box());
  await screen.findByText(/^The disk is full/u);
  expect((await box()).checked).toBe(false);
});
