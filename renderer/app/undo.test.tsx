// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import type { DownloadItem } from '../../contract/domain/download.ts';
import type { LectureId } from '../../contract/domain/ids.ts';
import { useToasts } from '../lib/toasts.ts';
import { renderApp, type RunningApp } from '../lib/testing/render-app.tsx';
import { download, ok, sampleSettings } from '../lib/testing/sample-answers.ts';

afterEach(() => {
  useToasts.setState({ toasts: [] });
  cleanup();
  vi.useRealTimers();
});

const waiting = download({ state: 'queued', waitsFor: { kind: 'turn' } });
const open = (item: DownloadItem, isStillThere = false, isLost = false): RunningApp => {
  let isGone = false;
  return renderApp(
    {
      'downloads.list': () => ok(isGone ? [] : [item]),
      'space.remove': () => {
        isGone = !isStillThere;
        return ok(null);
      },
      'bin.restore': () => {
        isGone = isGone && isLost;
        return ok(null);
      },
    },
    '/downloads',
  );
};
const changes = (app: RunningApp): readonly unknown[] =>
  app.bridge.asked
    .filter(({ name }) => /^(space\.remove|bin\.|downloads\.start)/u.test(name))
    .map(({ name, input }) => [name, input]);
const l1 = { lectureIds: ['l1'] };

test('D5: a download that was cancelled comes back from the bin by the notice', async () => {
  const app = open(waiting);
  await app.user.click(await screen.findByRole('button', { name: /^Cancel the download/u }));
  await screen.findByText(/^Cancelled: Where does/u);
  await app.user.click(screen.getByRole('button', { name: 'Undo' }));
  expect(changes(app)).toEqual([
    ['space.remove', l1],
    ['bin.restore', l1],
  ]);
  expect(screen.queryByText(/^Cancelled/u)).toBeNull();
  await screen.findByRole('button', { name: /^Cancel the download/u });
  expect(screen.queryByText(/needed meanwhile/u)).toBeNull();
});

test('D7: what gave way to a download meanwhile does not come back, and that is said', async () => {
  const app = open(download({ state: 'complete' }), false, true);
  await app.user.click(await screen.findByRole('button', { name: /^Remove from this computer/u }));
  await app.user.click(await screen.findByRole('button', { name: 'Undo' }));
  await screen.findByText(/^The space was needed meanwhile/u);
});

test('D2 D5: cancelled while the old quality stays, undoing asks for the new one again', async () => {
  const app = open(waiting, true);
  await app.user.click(await screen.findByRole('button', { name: /^Cancel the download/u }));
  await app.user.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(() => {
    expect(changes(app).at(-1)).toEqual(['downloads.start', { ...l1, quality: '720p' }]);
  });
});

test.each(['{Control>}z{/Control}', '{Meta>}z{/Meta}'])('D5 I2: %s undoes it too, once', async (keys) => {
  const app = open(download({ state: 'complete' }));
  await app.user.click(await screen.findByRole('button', { name: /^Remove from this computer/u }));
  await screen.findByText(/^In the bin: Where does/u);
  await app.user.keyboard(keys);
  await app.user.keyboard(keys);
  await waitFor(() => {
    expect(changes(app)).toEqual([
      ['space.remove', l1],
      ['bin.restore', l1],
    ]);
  });
});

test('C5 D5: the key undoes what was told last, whatever it was; a box with the focus does not keep it, a line does', () => {
  const app = open(waiting);
  const undone: string[] = [];
  const { show } = useToasts.getState();
  act(() => {
    show({ text: 'Older', undo: () => undone.push('older') });
    show({ text: 'Newer', undo: () => undone.push('newer') });
    show({ text: 'A fact' });
  });
  const pressIn = (tag: 'input' | 'textarea', type = ''): void => {
    const field = app.container.appendChild(document.createElement(tag));
    if (type !== '') field.setAttribute('type', type);
    fireEvent.keyDown(field, { code: 'KeyZ', ctrlKey: true });
    field.remove();
  };
  pressIn('input', 'text');
  pressIn('textarea');
  expect(undone).toEqual([]);
  pressIn('input', 'checkbox');
  pressIn('input', 'range');
  expect(undone).toEqual(['newer', 'older']);
});

test('D5 I3: the notice is spoken, stays twelve seconds, and as long as it has the focus', () => {
  vi.useFakeTimers();
  open(download({ state: 'complete' }));
  const shown = (): boolean => screen.queryByText('In the bin: a') !== null;
  const show = (): void => {
    act(() => {
      useToasts.getState().show({ text: 'In the bin: a', undo: () => undefined });
    });
  };
  const pass = (ms: number): void => {
    act(() => {
      vi.advanceTimersByTime(ms);
    });
  };
  show();
  expect(screen.getByText('In the bin: a').closest('[role="status"]')).not.toBeNull();
  pass(11_900);
  expect(shown()).toBe(true);
  act(() => {
    screen.getByRole('button', { name: 'Undo' }).focus();
  });
  pass(60_000);
  expect(shown()).toBe(true);
  act(() => {
    screen.getByRole('button', { name: 'Undo' }).blur();
  });
  pass(12_100);
  expect(shown()).toBe(false);
});

test.each([
  ['en', [['l1', 'One']], 'Watched, now in the bin: One'],
  ['ru', [['l1', 'Раз']], 'Просмотрено, теперь в корзине: Раз'],
  ['ru', [['l1'], ['l2']], '2 просмотренные лекции теперь в корзине'],
] as const)(
  'D7: what went by itself after watching is told and can be called back (%s)',
  async (language, lectures, words) => {
    const app = renderApp({ 'settings.read': () => ok({ ...sampleSettings, language }) }, '/downloads');
    await screen.findByRole('heading', { level: 1 });
    const lectureIds = lectures.map(([id]) => id as LectureId);
    act(() => {
      app.bridge.emit('space.removed', { lectureIds, lectureTitle: lectures[0][1] ?? null });
    });
    await screen.findByText(words);
    await app.user.click(screen.getByRole('button', { name: language === 'en' ? 'Undo' : 'Вернуть' }));
    expect(changes(app)).toEqual([['bin.restore', { lectureIds }]]);
  },
);
