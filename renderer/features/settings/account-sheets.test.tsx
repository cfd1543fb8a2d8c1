// @vitest-environment jsdom
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fail } from '../../../contract/result.ts';
import type { Answers } from '../../lib/testing/fake-bridge.ts';
import { renderApp, type RunningApp } from '../../lib/testing/render-app.tsx';
import { renderSettings } from '../../lib/testing/render-settings.tsx';
import { download, ok, profile, sampleSettings, signedIn } from '../../lib/testing/sample-answers.ts';
import { useToasts } from '../../lib/toasts.ts';
import { AccountBlock } from './account-block.tsx';
import { ProfileBlock } from './profile-block.tsx';

beforeEach(() => {
  useToasts.setState({ toasts: [] });
});
afterEach(cleanup);

const long = 'a long enough one';
const asked = (app: RunningApp, name: string): readonly unknown[] =>
  app.bridge.asked.filter((each) => each.name === name).map((each) => each.input);

const blocks = (answers: Answers): RunningApp =>
  renderSettings(
    ({ account }) => (
      <>
        <ProfileBlock account={account} />
        <AccountBlock account={account} />
      </>
    ),
    answers,
  );
/** The same beside everything else that shows the person. */
const wholeApp = (answers: Answers): RunningApp => renderApp(answers, '/settings');

/** Opens a sheet of the settings. */
async function open(button: string, answers: Answers = {}, start = blocks): Promise<RunningApp> {
  const app = start(answers);
  await app.user.click(await screen.findByRole('button', { name: button }));
  await screen.findByRole('dialog');
  return app;
}
const openPassword = (answers: Answers = {}): Promise<RunningApp> => open('Change password…', answers);
const openEmail = (answers: Answers = {}): Promise<RunningApp> => open('Change e-mail…', answers);
const openProfile = (answers: Answers = {}): Promise<RunningApp> => open('Change your profile', answers);

/** Writes both passwords and presses Enter. */
async function changePassword(app: RunningApp, current: string, next: string): Promise<void> {
  if (current) await app.write(screen.getByLabelText('Current password'), current);
  await app.write(screen.getByLabelText('New password'), next);
  await app.user.keyboard('{Enter}');
}

test('A1: a changed password says what became of the other computers', async () => {
  const app = await openPassword();
  await changePassword(app, 'old one', long);
  await screen.findByText(/Your other computers are signed out; their downloads stay there, locked\./u);
  await waitFor(() => {
    expect(screen.queryByRole('dialog')).toBeNull();
  });
  expect(asked(app, 'account.changePassword')).toEqual([{ currentPassword: 'old one', newPassword: long }]);
});

test('A1 A4: when this computer still opens with the old password without a network, it says so in amber until read', async () => {
  const app = await openPassword({ 'account.changePassword': () => ok({ offlineSignIn: 'stale' }) });
  await changePassword(app, 'old one', long);
  await screen.findByText(/Without a network this computer still opens with the old password/u);
  await app.user.click(screen.getByRole('button', { name: 'Understood' }));
  await waitFor(() => {
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Change password…' }));
  });
});

test('A1: a wrong current password is a problem of its field, and what was written stays', async () => {
  const app = await openPassword({ 'account.changePassword': () => fail('wrong-credentials') });
  await changePassword(app, 'not mine', long);
  await screen.findByText('This is not your current password.');
  const current = screen.getByLabelText<HTMLInputElement>('Current password');
  expect(document.activeElement).toBe(current);
  expect(current.value).toBe('not mine');
  expect(screen.getByLabelText<HTMLInputElement>('New password').value).toBe(long);
  await app.user.type(current, 'x');
  expect(screen.queryByText('This is not your current password.')).toBeNull();
});

test('A1: a short, a missing and the same password never leave this computer', async () => {
  const app = await openPassword();
  await changePassword(app, '', 'short');
  await screen.findByText('Write your current password.');
  screen.getByText('It is too short: at least 10 characters, please.');
  await app.write(screen.getByLabelText('Current password'), long);
  await app.user.clear(screen.getByLabelText('New password'));
  await app.write(screen.getByLabelText('New password'), long);
  await app.user.keyboard('{Enter}');
  await screen.findByText('This is the password you have now. Write another one.');
  expect(asked(app, 'account.changePassword')).toEqual([]);
});

test('A1: without the service it is a sentence, and what was written stays', async () => {
  const app = await openPassword({ 'account.changePassword': () => fail('service-unreachable') });
  await changePassword(app, 'old one', long);
  expect((await screen.findByRole('alert')).textContent).toContain('This needs the service');
  expect(screen.getByLabelText<HTMLInputElement>('New password').value).toBe(long);
});

test('A1: it cannot be sent twice, nor closed while it is under way', async () => {
  const app = await openPassword({ 'account.changePassword': () => new Promise(() => undefined) });
  await changePassword(app, 'old one', long);
  await app.user.keyboard('{Enter}{Enter}');
  await screen.findByRole('button', { name: 'Changing…' });
  await app.user.keyboard('{Escape}{Enter}');
  screen.getByRole('dialog');
  expect(asked(app, 'account.changePassword')).toHaveLength(1);
});

test('A1: Esc closes the sheet, gives the focus back and forgets what was written', async () => {
  const app = await openPassword();
  await app.user.type(screen.getByLabelText('Current password'), 'old one');
  await app.user.keyboard('{Escape}');
  const button = await screen.findByRole('button', { name: 'Change password…' });
  await waitFor(() => {
    expect(document.activeElement).toBe(button);
  });
  await app.user.click(button);
  expect((await screen.findByLabelText<HTMLInputElement>('Current password')).value).toBe('');
});

test('A1: a changed e-mail shows at once', async () => {
  const app = await open('Change e-mail…', {}, wholeApp);
  await app.write(screen.getByRole('textbox', { name: 'New e-mail address' }), ' new@lectoroom.example ');
  await app.user.type(screen.getByLabelText('Password'), 'mine{Enter}');
  await screen.findByText(/From now on you sign in with the new one/u);
  expect(asked(app, 'account.changeEmail')).toEqual([{ email: 'new@lectoroom.example', password: 'mine' }]);
  expect(screen.getAllByText('new@lectoroom.example').length).toBeGreaterThanOrEqual(2);
});

test('A1: with a new e-mail it is still the same person: what is on screen stays and goes on changing', async () => {
  const app = await open('Change e-mail…', {}, wholeApp);
  act(() => {
    app.bridge.emit('account.changed', { ...signedIn, email: 'new@lectoroom.example' });
  });
  act(() => {
    app.bridge.emit('downloads.changed', [download({})]);
  });
  await waitFor(() => {
    const entry = document.querySelector('a[href$="/downloads"]');
    expect(entry?.getAttribute('aria-description')).toBe('1 not finished');
  });
});

test.each([
  ['email-taken', 'Another account has this e-mail address.', 'New e-mail address'],
  ['wrong-credentials', 'This is not your password.', 'Password'],
] as const)('A1: a change of e-mail that ends with %s is a problem of its field', async (code, words, label) => {
  const app = await openEmail({ 'account.changeEmail': () => fail(code) });
  await app.write(screen.getByRole('textbox', { name: 'New e-mail address' }), 'new@lectoroom.example');
  await app.user.type(screen.getByLabelText('Password'), 'mine{Enter}');
  await screen.findByText(words);
  expect(document.activeElement).toBe(screen.getByLabelText(label));
});

test('A1: an e-mail without an @ or the one there is never leaves this computer', async () => {
  const app = await openEmail();
  const field = screen.getByRole('textbox', { name: 'New e-mail address' });
  await app.user.type(field, 'nonsense{Enter}');
  await screen.findByText(/has an @ in the middle/u);
  screen.getByText('Write your password.');
  await app.user.clear(field);
  await app.write(field, 'ANNA@lectoroom.example');
  await app.user.keyboard('{Enter}');
  await screen.findByText('This is your e-mail address already.');
  expect(asked(app, 'account.changeEmail')).toEqual([]);
});

test('A6: a profile gets a name and a colour, shown as it is written', async () => {
  const app = await openProfile();
  const sheet = screen.getByRole('dialog');
  within(sheet).getByText('Profile 1');
  await app.user.type(screen.getByRole('textbox', { name: 'Name' }), ' Anya ');
  within(sheet).getByText('Anya');
  await app.user.click(screen.getByRole('radio', { name: 'Rose' }));
  await app.user.click(screen.getByRole('button', { name: 'Save' }));
  expect(asked(app, 'account.updateProfile')).toEqual([{ label: 'Anya', colour: 'rose' }]);
  await screen.findByRole('heading', { level: 3, name: 'Anya' });
});

test('A6: the name can be taken back to the number', async () => {
  const named = { ...signedIn, profile: { ...profile, number: 2, label: 'Anya' } };
  const app = await openProfile({ 'account.read': () => ok(named) });
  await app.user.click(screen.getByRole('button', { name: 'Back to “Profile 2”' }));
  await app.user.click(screen.getByRole('button', { name: 'Save' }));
  expect(asked(app, 'account.updateProfile')).toEqual([{ label: null, colour: 'green' }]);
});

test('A6: the e-mail address is kindly refused as a name', async () => {
  const app = await openProfile();
  await app.write(screen.getByRole('textbox', { name: 'Name' }), 'Anna@Lectoroom.example');
  await app.user.keyboard('{Enter}');
  await screen.findByText(/everybody who uses this computer would see it\. Choose another name/u);
  expect(asked(app, 'account.updateProfile')).toEqual([]);
});

test('A6: the eight colours have names in Russian', async () => {
  await open('Изменить профиль', { 'settings.read': () => ok({ ...sampleSettings, language: 'ru' }) });
  const colours = within(screen.getByRole('radiogroup', { name: 'Цвет' })).getAllByRole('radio');
  expect(colours.map((each) => each.closest('label')?.textContent?.slice(1))).toEqual([
    'Зелёный', 'Синий', 'Лиловый', 'Розовый', 'Охра', 'Бирюзовый', 'Ржавый', 'Серый',
  ]); // prettier-ignore
});
