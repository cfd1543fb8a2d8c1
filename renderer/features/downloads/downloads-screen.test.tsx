// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import type { DownloadItem, WaitReason } from '../../../contract/domain/download.ts';
import { fail } from '../../../contract/result.ts';
import { useToasts } from '../../lib/toasts.ts';
import { renderApp, type RunningApp } from '../../lib/testing/render-app.tsx';
import { download, ok, sampleSettings } from '../../lib/testing/sample-answers.ts';
import { askedFor, named, three, titlesShown } from '../../lib/testing/sample-queue.ts';

afterEach(() => {
  useToasts.setState({ toasts: [] });
  cleanup();
});

const open = (items: readonly DownloadItem[], answers: Parameters<typeof renderApp>[0] = {}): RunningApp =>
  renderApp({ 'downloads.list': () => ok(items), ...answers }, '/downloads');
const words = (): string => document.body.textContent.replaceAll(/\s/gu, ' ');

const at = new Date(2026, 0, 15, 23, 0).getTime();
const reasons: Readonly<Record<WaitReason['kind'], readonly [WaitReason, string, string]>> = {
  turn: [{ kind: 'turn' }, 'Waiting its turn', 'Ждёт очереди'],
  'all-paused': [{ kind: 'all-paused' }, 'Everything is paused', 'Всё приостановлено'],
  offline: [{ kind: 'offline' }, 'Waiting for the network', 'Ждёт сети'],
  service: [
    { kind: 'service', untilMs: at },
    'Waiting for the service, tries again at 23:00',
    'Ждёт ответа службы, новая попытка в 23:00',
  ],
  night: [{ kind: 'night', untilMs: at }, 'Waiting for the night: from 23:00', 'Ждёт ночи: с 23:00'],
  'disk-full': [{ kind: 'disk-full' }, 'Waiting for room on the disk', 'Ждёт места на диске'],
  'drive-away': [{ kind: 'drive-away' }, 'Waiting for its drive', 'Ждёт своего диска'],
  moving: [{ kind: 'moving' }, 'Waiting for the folder', 'Ждёт переноса папки'],
  metered: [{ kind: 'metered' }, 'Waiting for another network', 'Ждёт другой сети'],
  cap: [{ kind: 'cap' }, 'Over your limit', 'Сверх вашего предела'],
  floor: [{ kind: 'floor' }, 'Too little free space', 'Мало свободного места'],
};

describe('D5: the queue on screen', () => {
  test.each(Object.values(reasons))('D5: %o is said in both languages', async (waitsFor, english, russian) => {
    const app = open([named('One', 1, { state: 'waiting', waitsFor })]);
    await screen.findByRole('heading', { name: 'One' });
    expect(words()).toContain(`${english} · `);
    app.bridge.emit('settings.changed', { ...sampleSettings, language: 'ru' });
    await screen.findByRole('heading', { level: 1, name: 'Загрузки' });
    expect(words()).toContain(`${russian} · `);
  });

  test('D1 D5: the head sums up what is on its way, and pauses all of it', async () => {
    const app = open([download({}), named('Two', 2)]);
    const bar = await screen.findByRole('progressbar', { name: 'Everything on the way' });
    expect(bar.getAttribute('aria-valuenow')).toBe('21');
    expect(words()).toContain('2 lectures, 12.4 of 60 MB · 1.2 MB/s · 40 s left');
    await app.user.click(screen.getByRole('button', { name: 'Pause all' }));
    expect(askedFor(app, 'downloads.pauseAll')).toEqual([null]);
    app.bridge.emit('settings.changed', { ...sampleSettings, downloadsPaused: true });
    await app.user.click(await screen.findByRole('button', { name: 'Resume all' }));
    expect(askedFor(app, 'downloads.resumeAll')).toEqual([null]);
  });

  test('D5: each line says where it can go: the first not up, the last not down, one alone nowhere', async () => {
    const app = open(three);
    const entries = async (title: string): Promise<readonly string[]> => {
      await app.user.click(await screen.findByRole('button', { name: `Move in the queue: ${title}` }));
      const items = within(await screen.findByRole('menu')).getAllByRole('menuitem');
      const names = items.map((item) => item.textContent.replace(/Alt.*/u, ''));
      await app.user.keyboard('{Escape}');
      return names;
    };
    expect(await entries('One')).toEqual(['Down', 'To the end']);
    expect(await entries('Two')).toEqual(['To the top', 'Up', 'Down', 'To the end']);
    expect(await entries('Three')).toEqual(['To the top', 'Up']);
    app.bridge.emit('downloads.changed', [named('One', 1)]);
    await waitFor(() => {
      expect(screen.queryByRole('button', { name: /^Move in the queue/u })).toBeNull();
    });
  });

  test('D5: the menu moves a line', async () => {
    const app = open(three);
    await app.user.click(await screen.findByRole('button', { name: 'Move in the queue: Three' }));
    await app.user.click(await screen.findByRole('menuitem', { name: /^To the top/u }));
    expect(askedFor(app, 'downloads.move')).toEqual([{ lectureId: 'Three', to: 'first' }]);
  });

  test('D5 I2: Alt and the arrows move the line that has the focus; the focus stays and the new place is said', async () => {
    const app = open(three);
    const button = await screen.findByRole('button', { name: 'Pause the download: One' });
    button.focus();
    await app.user.keyboard('{Alt>}{ArrowUp}{/Alt}');
    expect(askedFor(app, 'downloads.move')).toEqual([]);
    await app.user.keyboard('{Alt>}{ArrowDown}{/Alt}');
    expect(askedFor(app, 'downloads.move')).toEqual([{ lectureId: 'One', to: 'later' }]);
    app.bridge.emit('downloads.changed', [named('Two', 1), named('One', 2), named('Three', 3)]);
    await screen.findByText('One: place 2 of 3');
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Pause the download: One');
    expect(titlesShown()).toEqual(['Two', 'One', 'Three']);
  });

  test('D5 I2: what could not be moved is not said to have moved when its place changes later', async () => {
    const app = open(three, { 'downloads.move': () => fail('not-found') });
    (await screen.findByRole('button', { name: 'Pause the download: Two' })).focus();
    await app.user.keyboard('{Alt>}{ArrowDown}{/Alt}');
    await waitFor(() => {
      expect(useToasts.getState().toasts).toHaveLength(1);
    });
    app.bridge.emit('downloads.changed', [named('Two', 1), named('Three', 2)]);
    await waitFor(() => {
      expect(titlesShown()).toEqual(['Two', 'Three']);
    });
    expect(screen.queryByText(/^Two: place/u)).toBeNull();
  });

  test('D5: what is complete has no place to move to', async () => {
    open([named('One', null, { state: 'complete', waitsFor: null }), named('Two', 1)]);
    await screen.findByRole('heading', { name: 'One' });
    expect(screen.queryByRole('button', { name: /^Move in the queue/u })).toBeNull();
  });
});
