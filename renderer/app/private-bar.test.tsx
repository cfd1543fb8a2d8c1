// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { mockVideo, samplePlan, shownVideo } from '../lib/testing/player-bench.ts';
import { renderApp } from '../lib/testing/render-app.tsx';
import { ok, sampleSettings, signedOut } from '../lib/testing/sample-answers.ts';

beforeEach(mockVideo);
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});
const tint = (): string | undefined => document.documentElement.dataset['private'];

test('E2: a private session is begun at the person, tints the frame, says so on every screen, and is ended there', async () => {
  const app = renderApp();
  await app.user.click(await screen.findByRole('button', { name: /anna@lectoroom\.example/u }));
  await app.user.click(await screen.findByRole('menuitem', { name: 'Private session' }));
  await screen.findByText('Private session: nothing is recorded');
  expect(tint()).toBe('on');
  await app.user.click(screen.getByRole('link', { name: 'Courses' }));
  screen.getByText('Private session: nothing is recorded');
  await app.user.click(screen.getByRole('button', { name: 'End private session' }));
  await waitFor(() => {
    expect(tint()).toBeUndefined();
  });
  expect(screen.queryByText('Private session: nothing is recorded')).toBeNull();
  expect(app.bridge.asked.filter(({ name }) => name === 'session.private').map(({ input }) => input)).toEqual([
    { on: true },
    { on: false },
  ]);
});

test('E2: what main says of it holds, and nothing of it is left when somebody is out', async () => {
  const app = renderApp();
  await screen.findByRole('button', { name: /anna@lectoroom\.example/u });
  app.bridge.emit('session.changed', { on: true });
  await screen.findByText('Private session: nothing is recorded');
  app.bridge.emit('session.changed', { on: false });
  app.bridge.emit('account.changed', signedOut);
  await screen.findByRole('heading', { name: 'Sign in' });
  expect(tint()).toBeUndefined();
});

test.each([
  ['with the history off', 'Not recording', { keepHistory: false }, false],
  ['in a private session', 'Private session: not recording', {}, true],
] as const)('E2: the player says so %s', async (_, words, part, on) => {
  renderApp(
    {
      'settings.read': () => ok({ ...sampleSettings, ...part }),
      'session.read': () => ok({ on }),
      'playback.open': () => ok(samplePlan),
    },
    '/watch/l1',
  );
  await shownVideo();
  screen.getByText(words);
});

test('E2: the player says nothing of it while the history is kept', async () => {
  renderApp({ 'playback.open': () => ok(samplePlan) }, '/watch/l1');
  await shownVideo();
  expect(screen.queryByText(/recording/iu)).toBeNull();
});
