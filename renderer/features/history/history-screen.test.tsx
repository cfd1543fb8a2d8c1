// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { DeviceId } from '../../../contract/domain/ids.ts';
import { dayAfter, type LocalDay } from '../../../contract/domain/local-day.ts';
import { fail } from '../../../contract/result.ts';
import { type RunningApp, renderApp } from '../../lib/testing/render-app.tsx';
import { entry, page, three, today, yesterday } from '../../lib/testing/sample-history.ts';
import { askedFor } from '../../lib/testing/sample-queue.ts';
import { computer, ok, sampleSettings, syncOff } from '../../lib/testing/sample-answers.ts';
import { useToasts } from '../../lib/toasts.ts';

const looks: (() => void)[] = [];
beforeEach(() => {
  // Where nothing is laid out, the list has still to know how much of it is in sight.
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(800);
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600);
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(callback: (seen: readonly { readonly isIntersecting: boolean }[]) => void) {
        looks.push(() => callback([{ isIntersecting: true }]));
      }
      observe = (): void => undefined;
      disconnect = (): void => undefined;
    },
  );
});
afterEach(() => {
  cleanup();
  looks.length = 0;
  useToasts.setState({ toasts: [] });
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const day = (name: string): HTMLElement => screen.getByRole('rowgroup', { name });
const titles = (): readonly string[] => screen.getAllByText(/^Lecture \d+$/u).map((node) => node.textContent);

async function pickFromMenu(app: RunningApp, title: string, name: RegExp | string): Promise<void> {
  await app.user.click(await screen.findByRole('button', { name: `What to do with “${title}”` }));
  await app.user.click(await screen.findByRole('menuitem', { name }));
}

test('E1: the history is a place of the rail: by day, with when, how far and how long, in the time of the place where it was', async () => {
  const app = renderApp({ 'history.list': () => ok(three) });
  await app.user.click(await screen.findByRole('link', { name: 'History' }));
  await screen.findByRole('heading', { level: 2, name: 'Today' });
  within(day('Today')).getByText('Lecture 1');
  expect(
    within(day('Yesterday'))
      .getAllByText(/^Lecture/u)
      .map((node) => node.textContent),
  ).toEqual(['Lecture 2', 'Lecture 3']);
  within(day('Today')).getByText('14:04');
  within(day('Today')).getByText('watched 2 min');
  within(day('Today')).getByText('up to 4:07 of 10:00');
  screen.getByText('How Video Finds Its Place · no longer in the catalogue');
});

test('E1: older days are named by their date, in both languages', async () => {
  const older = page(entry(1, '2026-03-12' as LocalDay));
  const app = renderApp({ 'history.list': () => ok(older) }, '/history');
  await screen.findByRole('heading', { level: 2, name: 'Thursday, March 12, 2026' });
  app.bridge.emit('settings.changed', { ...sampleSettings, language: 'ru' });
  await screen.findByRole('heading', { level: 2, name: /^четверг, 12 марта 2026/u });
});

test('E1: a press opens the lecture; one that the catalogue forgot stays where it is', async () => {
  const app = renderApp({ 'history.list': () => ok(three) }, '/history');
  await app.user.click(await screen.findByText('Lecture 3'));
  expect(askedFor(app, 'playback.open')).toEqual([]);
  await app.user.click(screen.getByText('Lecture 2'));
  await waitFor(() => {
    expect(askedFor(app, 'playback.open')).toEqual([{ lectureId: 'l2' }]);
  });
});

test.each([
  ['one', 'Delete this entry', { entryIds: [entry(2, yesterday).id] }],
  ['a day', 'Delete the whole day: Yesterday', { day: yesterday }],
  ['a course', 'Delete everything of this course', { courseId: 'c1' }],
])('E1: %s is deleted from the menu, and Ctrl+Z takes it back', async (_, item, removal) => {
  let isGone = false;
  const app = renderApp(
    {
      'history.list': () => ok(isGone ? page(entry(1, today)) : three),
      'history.remove'() {
        isGone = true;
        return ok({ removalId: 7, count: 2 });
      },
      'history.undo'() {
        isGone = false;
        return ok(null);
      },
    },
    '/history',
  );
  await pickFromMenu(app, 'Lecture 2', item);
  await waitFor(() => {
    expect(titles()).toEqual(['Lecture 1']);
  });
  expect(askedFor(app, 'history.remove')).toEqual([removal]);
  await screen.findByRole('button', { name: 'Undo' });
  fireEvent.keyDown(document.body, { code: 'KeyZ', ctrlKey: true });
  await waitFor(() => {
    expect(titles()).toHaveLength(3);
  });
  expect(askedFor(app, 'history.undo')).toEqual([{ removalId: 7 }]);
});

test('E1 I2: with the keyboard alone: arrows go from line to line, Delete deletes, and too late is said', async () => {
  const app = renderApp({ 'history.list': () => ok(three), 'history.undo': () => fail('not-found') }, '/history');
  await screen.findByText('Lecture 1');
  screen.getByRole('searchbox').focus();
  await app.user.tab();
  await app.user.keyboard('{ArrowDown}{Delete}');
  const [removal] = await waitFor(() => {
    const asked = askedFor(app, 'history.remove');
    expect(asked).toHaveLength(1);
    return asked;
  });
  expect(three.entries.map(({ id }) => ({ entryIds: [id] }))).toContainEqual(removal);
  await app.user.click(await screen.findByRole('button', { name: 'Undo' }));
  await screen.findByText('It is too late to take that back: it is gone for good.');
});

test('E1: all is deleted after a question, which says how much', async () => {
  const app = renderApp(
    { 'history.list': () => ok(three), 'history.state': () => ok({ count: 1240, nextPurgeAtMs: null }) },
    '/history',
  );
  await app.user.click(await screen.findByRole('button', { name: 'Delete all…' }));
  await app.user.click(await screen.findByRole('button', { name: 'Keep it' }));
  expect(askedFor(app, 'history.remove')).toEqual([]);
  await app.user.click(screen.getByRole('button', { name: 'Delete all…' }));
  await app.user.click(await screen.findByRole('button', { name: /^Delete 1.?240 entries$/u }));
  await waitFor(() => {
    expect(askedFor(app, 'history.remove')).toEqual([{ all: true }]);
  });
});

test('E1: is searched by main, and what is not there is said', async () => {
  const app = renderApp(
    { 'history.list': ({ text }) => ok(text === '' ? three : text === 'ure 2' ? page(entry(2, yesterday)) : page()) },
    '/history',
  );
  await screen.findByText('Lecture 1');
  const search = screen.getByRole('searchbox', { name: 'Search in what you watched' });
  await app.user.type(search, 'ure 2');
  await waitFor(() => {
    expect(titles()).toEqual(['Lecture 2']);
  });
  await app.user.type(search, '9');
  await screen.findByText('Nothing you watched has “ure 29” in its title.');
  await app.user.clear(search);
  await screen.findByText('Lecture 1');
});

test('E1: a long history comes piece by piece, and only the lines in sight are in the document', async () => {
  const all = Array.from({ length: 300 }, (_, index) => entry(index, dayAfter(today, -Math.floor(index / 100))));
  const app = renderApp(
    {
      'history.list': ({ before, limit }) => {
        const from = before === null ? 0 : all.findIndex(({ id }) => id === before.id) + 1;
        const last = from + limit < all.length ? all[from + limit - 1] : undefined;
        const next = last ? { day: last.day, endedAtMs: last.endedAtMs, id: last.id } : null;
        return ok({ entries: all.slice(from, from + limit), next });
      },
    },
    '/history',
  );
  await screen.findByText('Lecture 0');
  expect(titles().length).toBeLessThan(40);
  await waitFor(() => {
    expect(looks.length).toBeGreaterThan(0);
  });
  looks.at(-1)?.();
  await waitFor(() => {
    expect(askedFor(app, 'history.list')).toHaveLength(2);
  });
  expect(askedFor(app, 'history.list')[1]).toMatchObject({
    before: { day: all[59]?.day, endedAtMs: all[59]?.endedAtMs, id: all[59]?.id },
  });
  expect(titles().length).toBeLessThan(40);
});

test('E1: a search goes on by itself over parts in which there is nothing', async () => {
  const place = { day: yesterday, endedAtMs: 5, id: entry(9, yesterday).id };
  const app = renderApp(
    {
      'history.list': ({ before, text }) => {
        if (text === '') return ok(three);
        return ok(before === null ? { entries: [], next: place } : page(entry(2, yesterday)));
      },
    },
    '/history',
  );
  await screen.findByText('Lecture 1');
  await app.write(screen.getByRole('searchbox'), 'rare');
  await waitFor(() => {
    expect(titles()).toEqual(['Lecture 2']);
  });
  expect(askedFor(app, 'history.list').at(-1)).toMatchObject({ before: place, text: 'rare' });
});

test('E1 E2: empty, off and unreadable each say so', async () => {
  renderApp({}, '/history');
  await screen.findByRole('heading', { name: 'Nothing watched yet' });
  expect(screen.queryByRole('searchbox')).toBeNull();
  cleanup();
  renderApp({ 'settings.read': () => ok({ ...sampleSettings, keepHistory: false }) }, '/history');
  await screen.findByRole('heading', { name: 'No history is kept' });
  cleanup();
  renderApp({ 'history.list': () => fail('disk-failed') }, '/history');
  await screen.findByRole('alert');
});

test('E3: how long it is kept and when what is too old goes is said, with the way to change it', async () => {
  const next = new Date(2026, 2, 13).getTime();
  const app = renderApp(
    {
      'history.list': () => ok(three),
      'settings.read': () => ok({ ...sampleSettings, historyRetentionDays: 90 }),
      'history.state': () => ok({ count: 3, nextPurgeAtMs: next }),
    },
    '/history',
  );
  await screen.findByText(/for 90 days\. Older entries are deleted next on .*13.*2026/u);
  await app.user.click(screen.getByRole('button', { name: 'Change' }));
  await screen.findByRole('heading', { level: 1, name: 'Settings' });
});

test('E4: while it is exchanged that is said, and an entry of another computer has its name', async () => {
  const theirs = page(entry(1, today, { deviceId: 'device-other' as DeviceId }), entry(2, today), entry(3, yesterday));
  const app = renderApp(
    {
      'history.list': () => ok(theirs),
      'history.state': () => ok({ count: 3, nextPurgeAtMs: null }),
      'sync.read': () => ok({ ...syncOff, on: true, phase: 'idle', copy: 'there' }),
      'devices.list': () =>
        ok([computer(), computer({ deviceId: 'device-other' as DeviceId, name: 'Laptop', current: false })]),
    },
    '/history',
  );
  await screen.findByText('How Video Finds Its Place · Laptop');
  expect(screen.getAllByText('How Video Finds Its Place')).toHaveLength(2);
  await screen.findByText(/at the service, until you delete it/u);
  await app.user.click(screen.getByRole('button', { name: 'Delete all…' }));
  await screen.findByText(/It is deleted at the service and on your other computers too/u);
});

test('E2: without an exchange the service is not asked for names', async () => {
  const app = renderApp({ 'history.list': () => ok(three) }, '/history');
  await screen.findByText('Lecture 1');
  await screen.findByText(/^On this computer only/u);
  expect(askedFor(app, 'devices.list')).toEqual([]);
});
