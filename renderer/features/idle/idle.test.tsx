// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { QueryClientProvider } from '@tanstack/react-query';
import { I18nextProvider } from 'react-i18next';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ComputerRules } from '../../../contract/domain/computer.ts';
import { createI18n } from '../../lib/i18n.ts';
import { createQueryClient } from '../../lib/query-client.ts';
import { keepAnswer } from '../../lib/requests.ts';
import { createFakeBridge, type FakeBridge } from '../../lib/testing/fake-bridge.ts';
import { renderApp } from '../../lib/testing/render-app.tsx';
import { baseAnswers, course, ok, ownComputer, signedIn, signedOut } from '../../lib/testing/sample-answers.ts';
import { IdleWarning } from './idle-warning.tsx';
import { useActivity } from './use-activity.ts';

const shared: ComputerRules = { ...ownComputer, use: 'shared', idleMinutes: 15, signOut: 'erase' };
const open: ComputerRules = { ...shared, use: 'public', idleMinutes: 5, signOut: 'only-erase', erasesOnQuit: true };
let nowMs = 1_000_000;
const now = (): number => nowMs;

beforeEach(() => {
  nowMs = 1_000_000;
  vi.useFakeTimers({ shouldAdvanceTime: true });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

/** Lets so many seconds go by, on the clock and for timers. */
const pass = async (seconds: number): Promise<void> => {
  for (let each = 0; each < seconds; each += 1) {
    nowMs += 1000;
    await act(() => vi.advanceTimersByTimeAsync(1000));
  }
};

function Probe(): null {
  useActivity(now);
  return null;
}

/** The warning and the watching for use, without the rest of the app. */
function start(
  rules: ComputerRules = shared,
  account = signedIn as typeof signedIn | typeof signedOut,
  language: 'en' | 'ru' = 'en',
): FakeBridge {
  const bridge = createFakeBridge(baseAnswers());
  Object.defineProperty(window, 'bridge', { value: bridge, configurable: true });
  const client = createQueryClient(() => undefined);
  keepAnswer(client, 'account.read', null, account);
  keepAnswer(client, 'computer.read', null, rules);
  render(
    <I18nextProvider i18n={createI18n(language)}>
      <QueryClientProvider client={client}>
        <Probe />
        <video data-testid="video">
          <track kind="captions" />
        </video>
        <IdleWarning now={now} />
      </QueryClientProvider>
    </I18nextProvider>,
  );
  return bridge;
}
const told = (bridge: FakeBridge, name = 'computer.active'): number =>
  bridge.asked.filter((each) => each.name === name).length;
const warn = (bridge: FakeBridge, seconds: number | null): void => {
  act(() => {
    bridge.emit('computer.idle', { signsOutAtMs: seconds === null ? null : nowMs + seconds * 1000 });
  });
};
const playing = (state: { paused: boolean; ended: boolean }): void => {
  const video = screen.getByTestId('video');
  Object.defineProperty(video, 'paused', { value: state.paused, configurable: true });
  Object.defineProperty(video, 'ended', { value: state.ended, configurable: true });
};

test('A9: keys, pointer, wheel and touch count as use, told at most every 10 seconds', async () => {
  const bridge = start();
  fireEvent.keyDown(document.body, { key: 'a' });
  fireEvent.pointerMove(document.body);
  expect(told(bridge)).toBe(1);
  await pass(9);
  fireEvent.pointerDown(document.body);
  expect(told(bridge)).toBe(1);
  await pass(1);
  fireEvent.wheel(document.body);
  expect(told(bridge)).toBe(2);
  await pass(10);
  fireEvent.touchStart(document.body);
  expect(told(bridge)).toBe(3);
});

test('A9: a clock that was set back does not silence use', () => {
  const bridge = start();
  fireEvent.keyDown(document.body);
  nowMs -= 3_600_000;
  fireEvent.keyDown(document.body);
  expect(told(bridge)).toBe(2);
});

test('A9: playing counts as use every 10 seconds, a paused or ended video does not', async () => {
  const bridge = start();
  await pass(20);
  expect(told(bridge)).toBe(0);
  playing({ paused: false, ended: false });
  await pass(30);
  expect(told(bridge)).toBe(3);
  playing({ paused: false, ended: true });
  await pass(20);
  expect(told(bridge)).toBe(3);
});

test.each([
  ['nothing signs out', ownComputer, signedIn],
  ['nobody is signed in', shared, signedOut],
] as const)('A9: where %s, nothing is told', async (_why, rules, account) => {
  const bridge = start(rules, account);
  fireEvent.keyDown(document.body);
  playing({ paused: false, ended: false });
  await pass(20);
  expect(told(bridge)).toBe(0);
});

test('A9: the warning counts down, says what will happen and is spoken at 60, 30 and 10 only', async () => {
  const bridge = start();
  warn(bridge, 60);
  const dialog = screen.getByRole('alertdialog', { name: 'Are you still there?' });
  expect(dialog.textContent).toContain('what is yours stays here, locked');
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Stay signed in' }));
  const spoken: string[] = [];
  for (let left = 60; left > 0; left -= 1) {
    expect(screen.getByRole('timer').textContent).toBe(left === 1 ? '1 second' : `${String(left)} seconds`);
    spoken.push(screen.getByRole('status').textContent);
    await pass(1);
  }
  expect([...new Set(spoken)]).toEqual([60, 30, 10].map((left) => `${String(left)} seconds until you are signed out`));
  expect(screen.getByRole('timer').textContent).toBe('Signing out…');
});

test('A9: the countdown goes by the clock: after sleep it is where it should be', async () => {
  const bridge = start();
  warn(bridge, 60);
  nowMs += 44_000;
  await pass(1);
  expect(screen.getByRole('timer').textContent).toBe('15 seconds');
});

test('A9: on a public computer the warning says that everything is erased; in Russian the plurals are right', async () => {
  const bridge = start(open, signedIn, 'ru');
  warn(bridge, 22);
  expect(screen.getByRole('alertdialog').textContent).toContain('сотрёт всё ваше с этого компьютера');
  expect(screen.getByRole('timer').textContent).toBe('22 секунды');
  await pass(1);
  expect(screen.getByRole('timer').textContent).toBe('21 секунда');
  await pass(1);
  expect(screen.getByRole('timer').textContent).toBe('20 секунд');
});

test.each([
  ['the button', () => fireEvent.click(screen.getByRole('button', { name: 'Stay signed in' }))],
  ['Esc', () => fireEvent.keyDown(screen.getByRole('alertdialog'), { key: 'Escape' })],
])('A9: %s means staying', async (_name, press) => {
  const bridge = start();
  warn(bridge, 60);
  press();
  expect(told(bridge, 'computer.stay')).toBe(1);
  await waitFor(() => {
    expect(screen.queryByRole('alertdialog')).toBeNull();
  });
});

test('A9: the warning goes when main takes it back, and stays when main did not hear the answer', async () => {
  const bridge = start();
  warn(bridge, 60);
  warn(bridge, null);
  await waitFor(() => {
    expect(screen.queryByRole('alertdialog')).toBeNull();
  });
  bridge.answers['computer.stay'] = () => ({ ok: false, error: { code: 'unexpected' } });
  warn(bridge, 60);
  fireEvent.click(screen.getByRole('button', { name: 'Stay signed in' }));
  await screen.findByRole('alertdialog');
});

test('A9: the warning stands above every screen, the player and an open sheet among them, and goes with the account', async () => {
  vi.useRealTimers();
  const app = renderApp(
    { 'computer.read': () => ok(shared), 'playback.open': () => new Promise(() => undefined) },
    '/watch/l1',
  );
  await screen.findByRole('status', { name: 'Opening the lecture' });
  const signsOutAtMs = Date.now() + 50_000;
  act(() => {
    app.bridge.emit('computer.idle', { signsOutAtMs });
  });
  await screen.findByRole('alertdialog');
  cleanup();
  const home = renderApp({ 'computer.read': () => ok(shared) });
  await screen.findByRole('link', { name: course.title });
  await home.user.click(screen.getByRole('button', { name: /anna@lectoroom\.example/u }));
  await home.user.click(await screen.findByRole('menuitem', { name: 'Sign out' }));
  await screen.findByRole('dialog');
  act(() => {
    home.bridge.emit('computer.idle', { signsOutAtMs });
  });
  await screen.findByRole('alertdialog');
  await waitFor(() => {
    expect(document.activeElement?.closest('[role="alertdialog"]')).not.toBeNull();
  });
  act(() => {
    home.bridge.emit('account.changed', { ...signedOut, reason: 'idle' } as typeof signedOut);
  });
  await waitFor(() => {
    expect(screen.queryByRole('alertdialog')).toBeNull();
  });
});
