// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { renderApp } from '../../lib/testing/render-app.tsx';
import { ok, sampleSettings, signedIn, signedOut } from '../../lib/testing/sample-answers.ts';

afterEach(cleanup);
const out = { 'account.read': () => ok(signedOut) };

test('A1 A2: a person signs in with a sample account, the box is unchecked unless they check it', async () => {
  const app = renderApp({ ...out, 'account.signIn': () => ok(signedIn) });
  await app.user.click(await screen.findByRole('button', { name: /Anna Litvin/u }));
  const box = screen.getByRole<HTMLInputElement>('checkbox', { name: 'Remember me on this computer' });
  expect(box.checked).toBe(false);
  await app.user.click(screen.getByRole('button', { name: 'Sign in' }));
  await screen.findByRole('heading', { level: 1, name: 'Hello, Anna' });
  expect(app.bridge.asked.find((each) => each.name === 'account.signIn')?.input).toEqual({
    email: 'anna@lectoroom.example',
    password: 'sample-one',
    remember: false,
  });
});

test('A2: a checked box is what main is told, and the sentence under it changes', async () => {
  const app = renderApp({ ...out, 'account.signIn': () => ok(signedIn) });
  await app.user.click(await screen.findByRole('button', { name: /Anna Litvin/u }));
  await app.user.click(screen.getByRole('checkbox'));
  screen.getByText(/The next start needs no password/u);
  await app.user.click(screen.getByRole('button', { name: 'Sign in' }));
  await waitFor(() => {
    expect(app.bridge.asked.find((each) => each.name === 'account.signIn')?.input).toMatchObject({ remember: true });
  });
});

test('A1: nothing is asked of main while a field is empty, and the field says so', async () => {
  const app = renderApp(out);
  await app.user.click(await screen.findByRole('button', { name: 'Sign in' }));
  screen.getByText('Write your e-mail address.');
  screen.getByText('Write your password.');
  expect(app.bridge.asked.some((each) => each.name === 'account.signIn')).toBe(false);
});

test('A1: too many attempts say in words when to try again, in English and Russian', async () => {
  const answers = {
    ...out,
    'account.signIn': () => ({ ok: false, error: { code: 'too-many-attempts', retryAfterMs: 300_000 } }) as const,
  };
  const english = renderApp(answers);
  await english.user.click(await screen.findByRole('button', { name: /Anna Litvin/u }));
  await english.user.click(screen.getByRole('button', { name: 'Sign in' }));
  expect((await screen.findByRole('alert')).textContent).toContain('Try again in 5 minutes.');
  cleanup();
  const russian = renderApp({ ...answers, 'settings.read': () => ok({ ...sampleSettings, language: 'ru' }) });
  await russian.user.click(await screen.findByRole('button', { name: /Anna Litvin/u }));
  await russian.user.click(await screen.findByRole('button', { name: 'Войти' }));
  expect((await screen.findByRole('alert')).textContent).toContain('Попробуйте через 5 минут.');
});

test('A3: when the keychain refuses, the person is in and is told why they were not remembered', async () => {
  renderApp({ 'account.read': () => ok({ ...signedIn, remembered: 'refused' }) });
  await screen.findByText('You are signed in, but could not be remembered');
});

test('A5: an ended session says why the person is asked again', async () => {
  renderApp({ 'account.read': () => ok({ kind: 'signed-out', reason: 'expired', hasLockedAccounts: false }) });
  await screen.findByText('The service has ended your session');
});

test('A4: where accounts are kept, the screen says that signing in works without a network', async () => {
  renderApp({ 'account.read': () => ok({ ...signedOut, hasLockedAccounts: true }) });
  await screen.findByText(/No network\? Whoever has signed in here before/u);
  cleanup();
  renderApp(out);
  await screen.findByRole('heading', { name: 'Sign in' });
  expect(screen.queryByText(/No network\?/u)).toBeNull();
});

test('A4: a password that opens nothing here is told apart from one the service refused', async () => {
  const app = renderApp({
    'account.read': () => ok({ ...signedOut, hasLockedAccounts: true }),
    'account.signIn': () => ({ ok: false, error: { code: 'offline-refused' } }),
  });
  await app.user.click(await screen.findByRole('button', { name: /Anna Litvin/u }));
  await app.user.click(screen.getByRole('button', { name: 'Sign in' }));
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain('The service cannot be reached, and no account kept on this computer opens');
  expect(alert.querySelector('button')).toBeNull();
});

test('A8: a computer signed out from another one says that everything here was erased, in English and Russian', async () => {
  const answers = {
    'account.read': () => ok({ kind: 'signed-out', reason: 'erased', hasLockedAccounts: false } as const),
  };
  renderApp(answers);
  await screen.findByText('This computer was signed out from another one');
  screen.getByText(/Everything of yours here has been erased/u);
  cleanup();
  renderApp({ ...answers, 'settings.read': () => ok({ ...sampleSettings, language: 'ru' }) });
  await screen.findByText('Сеанс здесь завершён с другого компьютера');
  screen.getByText(/Всё ваше на этом компьютере стёрто/u);
});
