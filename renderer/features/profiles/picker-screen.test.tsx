// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { AccountState, Profile } from '../../../contract/domain/account.ts';
import { renderApp } from '../../lib/testing/render-app.tsx';
import { ok, ownComputer, sampleSettings, signedIn } from '../../lib/testing/sample-answers.ts';

afterEach(cleanup);
const anna: Profile = { number: 2, label: 'Anna', colour: 'rose', remembered: true };
const unnamed: Profile = { number: 3, label: null, colour: 'blue', remembered: false };
const profiles = [anna, unnamed];
const out: AccountState = { kind: 'signed-out', reason: 'none', profiles };
const picker = { 'account.read': () => ok(out) };

test('A6: whose profiles are kept here is shown by label, or by number, and by nothing else', async () => {
  renderApp(picker);
  await screen.findByRole('heading', { level: 1, name: 'Who is learning today?' });
  const cards = screen.getAllByRole('listitem').map((each) => each.textContent);
  expect(cards).toEqual([
    'AAnna opens without a password',
    '3Profile 3 needs its password',
    'Add an account sign in or create one',
  ]);
  cleanup();
  renderApp({ ...picker, 'settings.read': () => ok({ ...sampleSettings, language: 'ru' }) });
  await screen.findByRole('button', { name: 'Профиль 3 нужен пароль' });
  screen.getByRole('button', { name: 'Anna открывается без пароля' });
});

test('A6: a remembered profile opens with one press, and main is asked once', async () => {
  const app = renderApp({ ...picker, 'account.chooseProfile': () => ok(signedIn) });
  await app.user.dblClick(await screen.findByRole('button', { name: /Anna/u }));
  await screen.findByRole('heading', { level: 1, name: 'Hello, Anna' });
  expect(app.bridge.asked.filter((each) => each.name === 'account.chooseProfile')).toEqual([
    { name: 'account.chooseProfile', input: { number: 2 } },
  ]);
});

test('A6 I2: arrows move between the cards, and Enter opens', async () => {
  const app = renderApp({
    ...picker,
    'account.chooseProfile': () => ok({ kind: 'locked', reason: 'none', profile: unnamed, profiles }),
  });
  const first = await screen.findByRole('button', { name: /Anna/u });
  expect(document.activeElement).toBe(first);
  await app.user.keyboard('{ArrowLeft}{ArrowRight}{ArrowRight}');
  expect(document.activeElement).toBe(screen.getByRole('button', { name: /Add an account/u }));
  await app.user.keyboard('{Home}{End}{ArrowLeft}{Enter}');
  await screen.findByRole('heading', { level: 1, name: 'Profile 3' });
});

test('A6: a profile that does not open says why, and trying again asks for the same one', async () => {
  const app = renderApp({
    ...picker,
    'account.chooseProfile': () => ({ ok: false, error: { code: 'disk-failed' } }),
  });
  await app.user.click(await screen.findByRole('button', { name: /Profile 3/u }));
  await screen.findByText('The disk could not be read or written');
  await app.user.click(screen.getByRole('button', { name: 'Try again' }));
  await waitFor(() => {
    expect(app.bridge.asked.filter((each) => each.name === 'account.chooseProfile').at(1)?.input).toEqual({
      number: 3,
    });
  });
});

test('A6: “Add an account” leads to the sign-in form and back again, also from a new account', async () => {
  const app = renderApp(picker);
  await app.user.click(await screen.findByRole('button', { name: /Add an account/u }));
  await app.user.click(await screen.findByRole('button', { name: 'Create an account' }));
  await screen.findByRole('heading', { level: 1, name: 'Create an account' });
  await app.user.click(screen.getByRole('button', { name: 'Back' }));
  await screen.findByRole('heading', { level: 1, name: 'Sign in' });
  await app.user.click(screen.getByRole('button', { name: 'Back' }));
  await screen.findByRole('heading', { level: 1, name: 'Who is learning today?' });
});

test('A6: which form was open is forgotten once somebody was in', async () => {
  const app = renderApp(picker);
  await app.user.click(await screen.findByRole('button', { name: /Add an account/u }));
  await screen.findByRole('heading', { level: 1, name: 'Sign in' });
  app.bridge.emit('account.changed', signedIn);
  await screen.findByRole('heading', { level: 1, name: 'Hello, Anna' });
  app.bridge.emit('account.changed', out);
  await screen.findByRole('heading', { level: 1, name: 'Who is learning today?' });
});

test('A9: why nobody is signed in and what is wrong with the computer stand above the cards', async () => {
  renderApp({
    'account.read': () => ok({ ...out, reason: 'idle' }),
    'computer.read': () => ok({ ...ownComputer, policy: { kind: 'wrong', fields: [] }, remains: ['logs'] }),
  });
  await screen.findByText('You were signed out because nobody used the computer');
  screen.getByText(/Its policy file cannot be read\. Until it is mended, the strictest rules hold/u);
  screen.getByText(/Still on this computer: the app’s logs\./u);
});
