// @vitest-environment jsdom
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { SignedInComputer } from '../../../contract/domain/account.ts';
import type { SessionId } from '../../../contract/domain/ids.ts';
import { fail } from '../../../contract/result.ts';
import type { Answers } from '../../lib/testing/fake-bridge.ts';
import { type RunningApp, renderApp } from '../../lib/testing/render-app.tsx';
import { renderSettings } from '../../lib/testing/render-settings.tsx';
import { computer, done, ok, profile, sampleSettings, signedIn, signedOut } from '../../lib/testing/sample-answers.ts';
import { useToasts } from '../../lib/toasts.ts';
import { ComputersBlock } from './computers-block.tsx';

const minuteMs = 60_000;
const other = (id: string, name: string, agoMs: number): SignedInComputer =>
  computer({ id: id as SessionId, name, platform: 'windows', current: false, lastSeenAtMs: Date.now() - agoMs });
const laptop = other('session-laptop', 'Laptop', 5 * minuteMs);
const library = other('session-library', 'Library', 21 * 24 * 60 * minuteMs);
const three: Answers = { 'devices.list': () => ok([computer(), laptop, library]) };
const russian: Answers = { 'settings.read': () => ok({ ...sampleSettings, language: 'ru' }) };

beforeEach(() => {
  useToasts.setState({ toasts: [] });
});
afterEach(cleanup);

const open = (answers: Answers = three): RunningApp => renderSettings(ComputersBlock, answers);
const asked = (app: RunningApp, name: string): readonly unknown[] =>
  app.bridge.asked.filter((each) => each.name === name).map((each) => each.input);
const names = (): readonly (string | null)[] =>
  within(screen.getByRole('list', { name: /^(Computers|Компьютеры)$/u }))
    .queryAllByRole('heading', { level: 3 })
    .map((each) => each.textContent);

/** Opens the name of the laptop for writing. */
async function edit(app: RunningApp): Promise<HTMLElement> {
  await app.user.click(await screen.findByRole('button', { name: 'Rename: Laptop' }));
  return screen.findByRole('textbox', { name: 'Name of the computer' });
}

/** Asks to sign the laptop out and says yes. */
async function signOutLaptop(app: RunningApp): Promise<void> {
  await app.user.click(await screen.findByRole('button', { name: 'Sign out: Laptop' }));
  await app.user.click(await screen.findByRole('button', { name: 'Sign out and erase there' }));
}

test('A8: each computer says its name, its system and when it was last there', async () => {
  open();
  await screen.findByRole('heading', { level: 3, name: 'Laptop' });
  const lines = screen.getByRole('list', { name: 'Computers' }).querySelectorAll('li');
  expect([...lines].map((line) => line.textContent)).toEqual([
    'Anna’s deskThis computerLinux · in use now',
    'LaptopWindows · last seen 5 minutes agoSign out',
    'LibraryWindows · last seen 3 weeks agoSign out',
  ]);
  expect(screen.getByText('last seen 5 minutes ago').title).toMatch(/\d{4}.*\d:\d\d/u);
});

test('A8: the list in Russian', async () => {
  open({ ...three, ...russian });
  await screen.findByRole('heading', { level: 3, name: 'Laptop' });
  within(screen.getByRole('list', { name: 'Компьютеры' })).getByText('Этот компьютер');
  screen.getByText('был на связи 5 минут назад');
  screen.getByText('был на связи 3 недели назад');
  screen.getByRole('button', { name: 'Завершить сеансы на всех остальных' });
});

test('A8: Enter saves a name at once, before the service has answered, and the focus is back on the pencil', async () => {
  const app = open({ ...three, 'devices.rename': () => new Promise(() => undefined) });
  await edit(app);
  await app.user.keyboard('  Train laptop {Enter}');
  await screen.findByRole('heading', { level: 3, name: 'Train laptop' });
  expect(asked(app, 'devices.rename')).toEqual([{ id: 'session-laptop', name: 'Train laptop' }]);
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Rename: Train laptop' }));
});

test('A8: Esc leaves the name, an unchanged one is not sent, an empty one is told', async () => {
  const app = open();
  await edit(app);
  await app.user.keyboard('Other{Escape}');
  expect(document.activeElement).toBe(await screen.findByRole('button', { name: 'Rename: Laptop' }));
  await edit(app);
  await app.user.keyboard('{Enter}');
  await screen.findByRole('heading', { level: 3, name: 'Laptop' });
  await app.user.clear(await edit(app));
  await app.user.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByText('Write a name.');
  await app.user.click(screen.getByRole('button', { name: 'Leave it' }));
  await screen.findByRole('heading', { level: 3, name: 'Laptop' });
  expect(asked(app, 'devices.rename')).toEqual([]);
});

test('A8: a name the service did not take goes back, with the reason', async () => {
  const app = open({ ...three, 'devices.rename': () => fail('service-unreachable') });
  await edit(app);
  await app.user.keyboard('New{Enter}');
  await screen.findByText(/“Laptop” keeps its name\. The service cannot be reached/u);
  expect(names()).toEqual(['Anna’s desk', 'Laptop', 'Library']);
});

test('A8: signing one out says plainly what is erased and when, and the safe answer asks nothing', async () => {
  const app = open();
  await app.user.click(await screen.findByRole('button', { name: 'Sign out: Laptop' }));
  const sheet = await screen.findByRole('alertdialog', { name: 'Sign out “Laptop”?' });
  expect(sheet.textContent).toMatch(
    /erases everything of yours there.*at its next contact with the service, also if that comes weeks later/u,
  );
  expect(document.activeElement).toBe(within(sheet).getByRole('button', { name: 'Leave it signed in' }));
  await app.user.keyboard('{Escape}');
  await waitFor(() => {
    expect(screen.queryByRole('alertdialog')).toBeNull();
  });
  expect(asked(app, 'devices.signOut')).toEqual([]);
});

test('A8: a computer that was signed out leaves the list, a notice says so, and the keyboard stays in the list', async () => {
  const app = open();
  await signOutLaptop(app);
  await screen.findByText(
    '“Laptop” is signed out. It erases everything of yours at its next contact with the service.',
  );
  expect(asked(app, 'devices.signOut')).toEqual([{ id: 'session-laptop' }]);
  expect(names()).toEqual(['Anna’s desk', 'Library']);
  await waitFor(() => {
    expect(document.activeElement).toBe(screen.getByRole('list', { name: 'Computers' }));
  });
});

test('A8: a sign-out that failed keeps the computer in the list and says why', async () => {
  const app = open({ ...three, 'devices.signOut': () => fail('service-failed') });
  await signOutLaptop(app);
  await screen.findByText(/“Laptop” could not be signed out\. The service could not answer/u);
  expect(names()).toContain('Laptop');
  screen.getByRole('button', { name: 'Sign out: Laptop' });
});

test('A8: a computer that was gone already leaves the list', async () => {
  const app = open({ ...three, 'devices.signOut': () => fail('not-found') });
  await signOutLaptop(app);
  await screen.findByText('“Laptop” was signed out already.');
  expect(names()).toEqual(['Anna’s desk', 'Library']);
});

test('A8: all others go with one question, asked only when there is more than one', async () => {
  const app = open();
  await app.user.click(await screen.findByRole('button', { name: 'Sign out all others' }));
  const sheet = await screen.findByRole('alertdialog', { name: 'Sign out 2 other computers?' });
  expect(sheet.textContent).toContain('also if that comes weeks later');
  await app.user.click(within(sheet).getByRole('button', { name: 'Sign out 2 and erase there' }));
  await screen.findByText(/^2 computers are signed out\./u);
  expect(asked(app, 'devices.signOutOthers')).toEqual([null]);
  expect(names()).toEqual(['Anna’s desk']);
  screen.getByText('Only this computer');
  cleanup();
  open({ 'devices.list': () => ok([computer(), laptop]) });
  await screen.findByRole('button', { name: 'Sign out: Laptop' });
  expect(screen.queryByRole('button', { name: 'Sign out all others' })).toBeNull();
});

test.each([
  [2, 'Завершить сеансы ещё на 2 компьютерах?', 'Завершить 2 сеанса и стереть всё там', 'Завершены 2 сеанса.'],
  [5, 'Завершить сеансы ещё на 5 компьютерах?', 'Завершить 5 сеансов и стереть всё там', 'Завершено 5 сеансов.'],
  [21, 'Завершить сеанс ещё на 21 компьютере?', 'Завершить 21 сеанс и стереть всё там', 'Завершён 21 сеанс.'],
])('A8: %i others in Russian', async (count, title, confirm, notice) => {
  const many = Array.from({ length: count }, (_, index) => other(`s${String(index)}`, `№ ${String(index)}`, minuteMs));
  const app = open({ ...russian, 'devices.list': () => ok([computer(), ...many]) });
  await app.user.click(await screen.findByRole('button', { name: 'Завершить сеансы на всех остальных' }));
  const sheet = await screen.findByRole('alertdialog', { name: title });
  await app.user.click(within(sheet).getByRole('button', { name: confirm }));
  await screen.findByText((text) => text.startsWith(notice));
});

test('A8: without the service the list says what it needs, and comes with a retry or with the network', async () => {
  const app = open({ 'devices.list': () => fail('service-unreachable') });
  await screen.findByText('This list needs the service');
  Object.assign(app.bridge.answers, three);
  await app.user.click(screen.getByRole('button', { name: 'Try again' }));
  await screen.findByRole('heading', { level: 3, name: 'Laptop' });
  expect(screen.queryByText('This list needs the service')).toBeNull();
  cleanup();
  const away = open({
    'account.read': () => ok({ ...signedIn, network: 'offline' }),
    'devices.list': () => fail('service-unreachable'),
  });
  await screen.findByText('This list needs the service');
  Object.assign(away.bridge.answers, three);
  act(() => {
    away.bridge.emit('account.changed', signedIn);
  });
  await screen.findByRole('heading', { level: 3, name: 'Laptop' });
});

test('A8: another failure is told with its own next step', async () => {
  const app = open({ 'devices.list': () => fail('erase-requested') });
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain('This computer was signed out from another one');
  app.bridge.answers['account.lock'] = () => ok(signedIn);
  await app.user.click(within(alert).getByRole('button', { name: 'Sign in again' }));
  expect(asked(app, 'account.lock')).toEqual([null]);
});

test('A8: whoever signed in without the service is told why there is no list, and it is not asked for', async () => {
  const app = open({ ...three, 'account.read': () => ok({ ...signedIn, session: 'local', network: 'offline' }) });
  await screen.findByText(/You signed in without it\./u);
  expect(asked(app, 'devices.list')).toEqual([]);
});

test('A8: nobody’s computers outlive them on screen', async () => {
  const app = renderApp(three, '/settings');
  await screen.findByRole('heading', { level: 3, name: 'Laptop' });
  app.bridge.answers['devices.list'] = () => new Promise(() => undefined);
  act(() => {
    app.bridge.emit('account.changed', signedOut);
  });
  await screen.findByRole('heading', { name: 'Sign in' });
  act(() => {
    app.bridge.emit('account.changed', {
      ...signedIn,
      email: 'timur@lectoroom.example',
      profile: { ...profile, number: 2 },
    });
  });
  await app.user.click(await screen.findByRole('button', { name: /timur@lectoroom\.example/u }));
  await app.user.click(await screen.findByRole('menuitem', { name: 'Settings' }));
  await screen.findByRole('heading', { name: 'Computers' });
  await screen.findByRole('status', { name: 'Loading' });
  expect(document.body.textContent).not.toContain('Laptop');
});

test('A8: a list that was on its way does not undo a new name', async () => {
  let answer: (list: readonly SignedInComputer[]) => void = () => undefined;
  const app = open({ ...three, 'devices.rename': () => done });
  await screen.findByRole('heading', { level: 3, name: 'Laptop' });
  app.bridge.answers['devices.list'] = () =>
    new Promise((resolve) => {
      answer = (list) => {
        resolve(ok(list));
      };
    });
  act(() => {
    app.bridge.emit('account.changed', { ...signedIn, network: 'offline' });
    app.bridge.emit('account.changed', signedIn);
  });
  await edit(app);
  await app.user.keyboard('Renamed{Enter}');
  answer([computer(), laptop, library]);
  await screen.findByRole('heading', { level: 3, name: 'Renamed' });
  await waitFor(() => {
    expect(names()).toEqual(['Anna’s desk', 'Renamed', 'Library']);
  });
});
