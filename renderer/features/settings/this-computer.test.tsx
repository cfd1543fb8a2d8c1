// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { ComputerRules } from '../../../contract/domain/computer.ts';
import { fail } from '../../../contract/result.ts';
import type { Answers } from '../../lib/testing/fake-bridge.ts';
import { type RunningApp, renderApp } from '../../lib/testing/render-app.tsx';
import { renderSettings } from '../../lib/testing/render-settings.tsx';
import { ok, ownComputer, sampleSettings, signedIn } from '../../lib/testing/sample-answers.ts';
import { ProfileBlock } from './profile-block.tsx';
import { ThisComputerBlock } from './this-computer-block.tsx';

afterEach(cleanup);

const russian: Answers = { 'settings.read': () => ok({ ...sampleSettings, language: 'ru' }) };
const rules = (part: Partial<ComputerRules>): Answers => ({ 'computer.read': () => ok({ ...ownComputer, ...part }) });
const open = (answers: Answers = {}): RunningApp =>
  renderSettings(
    ({ account }) => (
      <>
        <ProfileBlock account={account} />
        <ThisComputerBlock />
      </>
    ),
    answers,
  );
const asked = (app: RunningApp, name: string): readonly unknown[] =>
  app.bridge.asked.filter((each) => each.name === name).map((each) => each.input);
const idleChoice = (): Promise<HTMLElement> =>
  screen.findByRole('button', { name: /Sign out when nobody uses it|Выходить, когда никого нет/u });

test('A9: shared is taken at once and says what it means', async () => {
  const app = open();
  await app.user.click(await screen.findByRole('radio', { name: 'Shared' }));
  await screen.findByText(/every account is locked behind its password/u);
  expect(asked(app, 'computer.update')).toEqual([{ use: 'shared' }]);
  expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Shared' }).checked).toBe(true);
});

test('A9: public is asked about first, Esc leaves all as it is', async () => {
  const app = open();
  await app.user.click(await screen.findByRole('radio', { name: 'Public' }));
  const sheet = await screen.findByRole('alertdialog', { name: 'Make this a public computer?' });
  expect(sheet.textContent).toMatch(/is erased when you quit or sign out, and it will not remember you/u);
  await app.user.keyboard('{Escape}');
  await waitFor(() => {
    expect(screen.queryByRole('alertdialog')).toBeNull();
  });
  expect(asked(app, 'computer.update')).toEqual([]);
  expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Mine' }).checked).toBe(true);
  await app.user.click(screen.getByRole('radio', { name: 'Public' }));
  await app.user.click(await screen.findByRole('button', { name: 'Erase each time I leave' }));
  expect(asked(app, 'computer.update')).toEqual([{ use: 'public' }]);
});

test('A9: nobody has said yet: nothing is chosen', async () => {
  open(rules({ use: null }));
  await screen.findByText(/Nobody has said so far/u);
  for (const name of ['Mine', 'Shared', 'Public']) {
    expect(screen.getByRole<HTMLInputElement>('radio', { name }).checked).toBe(false);
  }
});

test('A9: the idle time is chosen in words, the usual one is marked', async () => {
  const app = open(rules({ use: 'shared', idleMinutes: 15 }));
  await app.user.click(await idleChoice());
  const options = await screen.findAllByRole('option');
  expect(options.map((option) => option.textContent)).toEqual([
    'Never',
    'After 2 minutes',
    'After 5 minutes',
    'After 10 minutes',
    'After 15 minutesusual',
    'After 30 minutes',
    'After 60 minutes',
  ]);
  await app.user.click(screen.getByRole('option', { name: 'After 30 minutes' }));
  expect(asked(app, 'computer.update')).toEqual([{ idleMinutes: 30 }]);
  await app.user.click(await idleChoice());
  await app.user.click(await screen.findByRole('option', { name: /^After 2/u }));
  expect(asked(app, 'computer.update').at(-1)).toEqual({ idleMinutes: 2 });
});

test('A9: a public computer always signs out; in Russian the minutes have the right plural', async () => {
  const app = open({ ...rules({ use: 'public', idleMinutes: 1 }), ...russian });
  await app.user.click(await idleChoice());
  const options = await screen.findAllByRole('option');
  expect(options.map((option) => option.textContent)).toEqual([
    'Через 1 минуту',
    'Через 2 минуты',
    'Через 5 минутобычно',
    'Через 10 минут',
    'Через 15 минут',
    'Через 30 минут',
    'Через 60 минут',
  ]);
});

test('A9: what the policy file decides cannot be changed, and it says who decided', async () => {
  open(
    rules({
      use: 'public',
      idleMinutes: 5,
      remember: 'never',
      fixed: { use: true, idleMinutes: true, remember: true },
    }),
  );
  const radio = await screen.findByRole<HTMLInputElement>('radio', { name: 'Mine' });
  expect(radio.disabled).toBe(true);
  expect((await idleChoice()).hasAttribute('disabled')).toBe(true);
  expect(screen.getAllByText(/Whoever looks after this computer decided this\./u)).toHaveLength(3);
  expect(screen.queryByRole('checkbox', { name: 'Remember me on this computer' })).toBeNull();
});

test('A9: a policy file with a mistake is named in words, in both languages', async () => {
  open(rules({ policy: { kind: 'wrong', fields: ['idleMinutes', 'allowRemember'] } }));
  await screen.findByText(/What makes no sense: the time without use and whether it may remember people\./u);
  cleanup();
  open({ ...rules({ policy: { kind: 'wrong', fields: [] } }), ...russian });
  await screen.findByText(/Файл с ними не читается/u);
});

test('A9: a change that the policy refuses says so and nothing changes', async () => {
  const app = open({ 'computer.update': () => fail('not-allowed') });
  await app.user.click(await screen.findByRole('radio', { name: 'Shared' }));
  expect((await screen.findByRole('alert')).textContent).toBe('Whoever looks after this computer decided this.');
  expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Mine' }).checked).toBe(true);
});

test('A9: rules that change elsewhere change here', async () => {
  const app = open();
  await screen.findByRole('radio', { name: 'Shared' });
  app.bridge.emit('computer.changed', { ...ownComputer, use: 'shared', idleMinutes: 15 });
  await screen.findByText(/every account is locked behind its password/u);
});

test('A2: the box asks main, and the keychain that refuses is told where the box is', async () => {
  const app = renderApp({ 'account.setRemembered': () => ok({ ...signedIn, remembered: 'refused' }) }, '/settings');
  const box = await screen.findByRole<HTMLInputElement>('checkbox', { name: 'Remember me on this computer' });
  expect(box.checked).toBe(false);
  screen.getByText('Nothing that opens your account stays here after you quit.');
  await app.user.click(box);
  expect(asked(app, 'account.setRemembered')).toEqual([{ remember: true }]);
  expect((await screen.findAllByText('You are signed in, but could not be remembered')).length).toBe(1);
  expect(box.checked).toBe(false);
});

test('A2: remembered can be taken back', async () => {
  const app = open({ 'account.read': () => ok({ ...signedIn, remembered: 'yes' }) });
  const box = await screen.findByRole<HTMLInputElement>('checkbox', { name: 'Remember me on this computer' });
  expect(box.checked).toBe(true);
  await app.user.click(box);
  await waitFor(() => {
    expect(box.checked).toBe(false);
  });
  expect(asked(app, 'account.setRemembered')).toEqual([{ remember: false }]);
});

test('A2 A9: a public computer has no box but a sentence', async () => {
  open(rules({ use: 'public', idleMinutes: 5, remember: 'never' }));
  await screen.findByText('A public computer remembers nobody: each start asks for the password.');
  expect(screen.queryByRole('checkbox', { name: /^Remember me/u })).toBeNull();
});

test('I2: the list of parts leads to each of them', async () => {
  const app = renderApp({}, '/settings');
  await app.user.click(await screen.findByRole('button', { name: 'Account' }));
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Account');
  expect(screen.getByRole('button', { name: 'Account' }).getAttribute('aria-current')).toBe('true');
});
