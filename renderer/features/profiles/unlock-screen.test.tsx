// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { AccountState, Profile, SignOutReport } from '../../../contract/domain/account.ts';
import type { AppErrorCode } from '../../../contract/result.ts';
import type { Answers } from '../../lib/testing/fake-bridge.ts';
import { type RunningApp, renderApp } from '../../lib/testing/render-app.tsx';
import { ok, ownComputer, sampleSettings, signedIn } from '../../lib/testing/sample-answers.ts';

afterEach(cleanup);
const dad: Profile = { number: 1, label: 'Dad', colour: 'blue', remembered: false };
const other: Profile = { number: 2, label: null, colour: 'rose', remembered: false };
const locked: AccountState = { kind: 'locked', reason: 'none', profile: dad, profiles: [dad, other] };
const sent = (app: RunningApp, name: string): unknown => app.bridge.asked.findLast((each) => each.name === name)?.input;

/** Starts at Dad's closed profile with his password typed. */
async function atDads(answers: Answers = {}): Promise<RunningApp> {
  const app = renderApp({ 'account.read': () => ok(locked), ...answers });
  await screen.findByRole('heading', { level: 1, name: 'Dad' });
  await app.user.keyboard('sample-one');
  return app;
}

test('A4 A6: the password opens the chosen profile, with the keyboard alone', async () => {
  const app = await atDads({ 'account.unlock': () => ok(signedIn) });
  screen.getByText(/Works without a network too/u);
  await app.user.keyboard('{Enter}');
  await screen.findByRole('heading', { level: 1, name: 'Hello, Anna' });
  expect(sent(app, 'account.unlock')).toEqual({ password: 'sample-one', remember: true });
});

test('A2: on a shared computer the box is not ticked, on a public one it is not there', async () => {
  const app = await atDads({
    'computer.read': () => ok({ ...ownComputer, use: 'shared', remember: 'offered' }),
    'account.unlock': () => ok(signedIn),
  });
  await app.user.keyboard('{Enter}');
  await screen.findByRole('heading', { level: 1, name: 'Hello, Anna' });
  expect(sent(app, 'account.unlock')).toMatchObject({ remember: false });
  cleanup();
  await atDads({ 'computer.read': () => ok({ ...ownComputer, use: 'public', remember: 'never' }) });
  expect(screen.queryByRole('checkbox')).toBeNull();
  screen.getByText(/Nobody is remembered here/u);
});

test.each<[AppErrorCode, string]>([
  ['wrong-password', 'This password does not open the profile'],
  ['password-changed', 'Your password has been changed'],
  ['too-many-attempts', 'Too many attempts'],
])('A4: %s is told in words, and the e-mail is a way on', async (code, words) => {
  const app = await atDads({ 'account.unlock': () => ({ ok: false, error: { code } }) });
  await app.user.keyboard('{Enter}');
  await screen.findByText(words);
  await app.user.click(screen.getByRole('button', { name: 'Sign in with e-mail instead' }));
  await screen.findByRole('heading', { level: 1, name: 'Sign in' });
  await app.user.click(screen.getByRole('button', { name: 'Back' }));
  await screen.findByRole('heading', { level: 1, name: 'Dad' });
});

test('A6: an empty password asks main nothing', async () => {
  const app = renderApp({ 'account.read': () => ok(locked) });
  await app.user.click(await screen.findByRole('button', { name: 'Open' }));
  screen.getByText('Write your password.');
  expect(sent(app, 'account.unlock')).toBeUndefined();
});

test('A6: somebody else goes back to all profiles', async () => {
  const app = await atDads({
    'account.chooseProfile': () => ok({ kind: 'signed-out', reason: 'none', profiles: [dad, other] }),
  });
  await app.user.click(screen.getByRole('button', { name: 'Someone else' }));
  await screen.findByRole('heading', { level: 1, name: 'Who is learning today?' });
  expect(sent(app, 'account.chooseProfile')).toEqual({ number: null });
});

/** Presses through removing Dad's profile; main answers with this report. */
async function removeDad(remains: SignOutReport['remains'], left: readonly Profile[] = [other]): Promise<RunningApp> {
  const app = await atDads();
  app.bridge.answers['account.eraseProfile'] = () => {
    app.bridge.emit('account.changed', { kind: 'signed-out', reason: 'none', profiles: left });
    return ok({ erased: true, remains });
  };
  await app.user.click(screen.getByRole('button', { name: 'Remove from this computer…' }));
  const sheet = await screen.findByRole('alertdialog', { name: 'Remove “Dad” from this computer?' });
  within(sheet).getByText(/This cannot be undone/u);
  within(sheet).getByText(/What the service knows stays/u);
  await waitFor(() => {
    expect(document.activeElement).toBe(within(sheet).getByRole('button', { name: 'Keep the profile' }));
  });
  expect(sent(app, 'account.eraseProfile')).toBeUndefined();
  await app.user.click(within(sheet).getByRole('button', { name: 'Erase and remove' }));
  return app;
}

test('A6 G4: removing a profile asks first, erases it without its password, and says that it is gone', async () => {
  const app = await removeDad([]);
  await screen.findByText('The profile is gone from this computer');
  expect(sent(app, 'account.eraseProfile')).toEqual({ number: 1 });
  expect(document.body.textContent).not.toContain('Dad');
});

test('A6 G4: what of a removed profile could not be erased is named, also when it was the last one', async () => {
  await removeDad(['lectures', 'library'], []);
  await screen.findByRole('heading', { level: 1, name: 'Sign in' });
  expect((await screen.findByRole('alert')).textContent).toContain(
    'Still on this computer: downloaded lectures and the library with your places.',
  );
});

test('A6: Esc keeps the profile, and a failure is told in the sheet', async () => {
  const app = await atDads({ 'account.eraseProfile': () => ({ ok: false, error: { code: 'disk-failed' } }) });
  const remove = screen.getByRole('button', { name: 'Remove from this computer…' });
  await app.user.click(remove);
  await app.user.click(await screen.findByRole('button', { name: 'Erase and remove' }));
  await screen.findByText('The disk could not be read or written');
  await app.user.keyboard('{Escape}');
  await waitFor(() => {
    expect(screen.queryByRole('alertdialog')).toBeNull();
  });
  screen.getByRole('heading', { level: 1, name: 'Dad' });
});

test('A6: a profile without a label is called by its number, in Russian too', async () => {
  renderApp({
    'account.read': () => ok({ ...locked, profile: other }),
    'settings.read': () => ok({ ...sampleSettings, language: 'ru' }),
  });
  await screen.findByRole('heading', { level: 1, name: 'Профиль 2' });
});

test('A2 A9: whose computer this is is asked where nobody has said so, and told before the profile opens', async () => {
  const app = await atDads({
    'computer.read': () => ok({ ...ownComputer, use: null, remember: 'offered' }),
    'account.unlock': () => ok(signedIn),
  });
  await app.user.keyboard('{Enter}');
  await screen.findByText(/Choose one: it decides what stays here/u);
  expect(sent(app, 'account.unlock')).toBeUndefined();
  await app.user.click(screen.getByRole('radio', { name: 'Shared' }));
  await app.user.click(screen.getByRole('button', { name: 'Open' }));
  await screen.findByRole('heading', { level: 1, name: 'Hello, Anna' });
  expect(sent(app, 'account.unlock')).toEqual({ password: 'sample-one', remember: false });
  const order = app.bridge.asked.map(({ name }) => name);
  expect(order.indexOf('computer.update')).toBeLessThan(order.indexOf('account.unlock'));
});
