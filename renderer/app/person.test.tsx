// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fail } from '../../contract/result.ts';
import type { Answers } from '../lib/testing/fake-bridge.ts';
import { type RunningApp, renderApp } from '../lib/testing/render-app.tsx';
import { course, ok, ownComputer, profile, sampleSettings, signedIn } from '../lib/testing/sample-answers.ts';
import { useToasts } from '../lib/toasts.ts';
import { useNamingClosed } from './name-profile.tsx';

beforeEach(() => {
  useToasts.setState({ toasts: [] });
  useNamingClosed.setState({ numbers: [] });
});
afterEach(cleanup);

const others: Answers = {
  'account.read': () => ok({ ...signedIn, profile: { ...profile, number: 2 }, otherProfileCount: 1 }),
};
const title = /^Before you sign in, this computer shows you as “Profile 2”\.$/u;

async function openMenu(answers: Answers = {}): Promise<RunningApp> {
  const app = renderApp(answers);
  await app.user.click(await screen.findByRole('button', { name: /anna@lectoroom\.example/u }));
  await screen.findByRole('menu');
  return app;
}

test('A6: the person’s menu leads to the settings, to another profile and out', async () => {
  const app = await openMenu();
  expect(screen.getAllByRole('menuitem').map((item) => item.textContent)).toEqual([
    'Settings',
    'Private session',
    'Switch profile',
    'Sign out',
  ]);
  await app.user.click(screen.getByRole('menuitem', { name: 'Switch profile' }));
  await waitFor(() => {
    expect(app.bridge.asked.some((each) => each.name === 'account.switchProfile')).toBe(true);
    expect(document.body.textContent).not.toContain(course.title);
  });
});

test('A9: on a public computer there is no switching: it would erase without a question', async () => {
  await openMenu({ 'computer.read': () => ok({ ...ownComputer, use: 'public', signOut: 'only-erase' }) });
  await screen.findByRole('menuitem', { name: 'Sign out' });
  await waitFor(() => {
    expect(screen.queryByRole('menuitem', { name: 'Switch profile' })).toBeNull();
  });
});

test('A6: a switch that fails says why, and nothing changes', async () => {
  const app = await openMenu({ 'account.switchProfile': () => fail('disk-failed') });
  await app.user.click(screen.getByRole('menuitem', { name: 'Switch profile' }));
  await screen.findByText(/The disk could not be read or written/u);
  screen.getByRole('link', { name: course.title });
});

test('A6: the mark in the rail is the profile’s', async () => {
  renderApp({ 'account.read': () => ok({ ...signedIn, profile: { ...profile, label: 'ёж', colour: 'rose' } }) });
  const button = await screen.findByRole('button', { name: /anna@lectoroom\.example/u });
  expect(button.firstElementChild?.textContent).toBe('Ё');
});

test('A6: with others on this computer, a person without a name is offered one, and the notice goes with it', async () => {
  const app = renderApp(others);
  await screen.findByText(title);
  await app.user.click(screen.getByRole('button', { name: 'Choose a name' }));
  await app.user.type(await screen.findByRole('textbox', { name: 'Name' }), 'Anya{Enter}');
  await waitFor(() => {
    expect(screen.queryByText(title)).toBeNull();
    expect(screen.queryByRole('dialog')).toBeNull();
  });
  await waitFor(() => {
    expect(document.activeElement?.tagName).toBe('MAIN');
  });
});

test('A6: the offer is closed for this run, and is only on Home', async () => {
  const app = renderApp(others);
  await screen.findByText(title);
  await app.user.click(screen.getByRole('link', { name: 'Courses' }));
  await screen.findByRole('heading', { level: 1, name: 'Courses' });
  expect(screen.queryByText(title)).toBeNull();
  await app.user.click(screen.getByRole('link', { name: 'Home' }));
  await screen.findByText(title);
  await app.user.click(screen.getByRole('button', { name: 'Close' }));
  expect(screen.queryByText(title)).toBeNull();
  cleanup();
  renderApp(others);
  await screen.findByRole('link', { name: course.title });
  expect(screen.queryByText(title)).toBeNull();
});

test('A6: alone on an own computer nobody is asked for a name; on a shared one everybody is, in Russian too', async () => {
  renderApp();
  await screen.findByRole('link', { name: course.title });
  expect(screen.queryByRole('button', { name: 'Choose a name' })).toBeNull();
  cleanup();
  renderApp({
    'computer.read': () => ok({ ...ownComputer, use: 'shared' }),
    'settings.read': () => ok({ ...sampleSettings, language: 'ru' }),
  });
  await screen.findByText('До входа этот компьютер показывает вас как «Профиль 1».');
});
