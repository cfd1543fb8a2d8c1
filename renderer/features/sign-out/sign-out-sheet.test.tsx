// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { remainKinds, type SignOutReport } from '../../../contract/domain/account.ts';
import type { Result } from '../../../contract/result.ts';
import { useSignOut } from '../../lib/sign-out.ts';
import type { Answers } from '../../lib/testing/fake-bridge.ts';
import { type RunningApp, renderApp } from '../../lib/testing/render-app.tsx';
import {
  course,
  download,
  ok,
  ownComputer,
  sampleSettings,
  signedIn,
  signedOut,
} from '../../lib/testing/sample-answers.ts';

beforeEach(() => {
  useSignOut.setState({ outcome: { kind: 'none' } });
});
afterEach(cleanup);

const here: Answers = {
  'account.signOutPreview': () => ok({ lectureCount: 3, sizeBytes: 512_000_000, placeCount: 7, historyDays: 12 }),
};
const russian: Answers = { 'settings.read': () => ok({ ...sampleSettings, language: 'ru' }) };

/** Opens the sheet from the person's menu. */
async function leave(answers: Answers = here): Promise<RunningApp> {
  const app = renderApp(answers);
  const words = answers['settings.read'] ? /^Выйти$/u : /^Sign out$/u;
  await screen.findByRole('link', { name: course.title });
  await app.user.click(screen.getByRole('button', { name: /anna@lectoroom\.example/u }));
  await app.user.click(await screen.findByRole('menuitem', { name: words }));
  return app;
}

/** What main was asked to do when signing out; null when it was not asked. */
const erased = (app: RunningApp): unknown => app.bridge.asked.find((each) => each.name === 'account.signOut')?.input;

/** Signs out with this report, as main does: the event, then the answer. */
async function eraseWith(remains: SignOutReport['remains'], more: Answers = {}): Promise<RunningApp> {
  const app = await leave({ ...here, ...more });
  app.bridge.answers['account.signOut'] = () => {
    app.bridge.emit('account.changed', signedOut);
    return ok({ erased: true, remains });
  };
  await app.user.click(await screen.findByRole('button', { name: /^(Erase|Стереть) 3/u }));
  await screen.findByRole('heading', { name: /^(Sign in|Вход)$/u });
  return app;
}

test('A7: signing out says in numbers what is here and asks one question', async () => {
  await leave();
  const sheet = await screen.findByRole('dialog', { name: 'What stays here when you sign out?' });
  const facts = await within(sheet).findAllByRole('listitem');
  expect(facts.map((fact) => fact.textContent)).toEqual([
    '3 lectures',
    '512\u00A0MB on the disk',
    '7 remembered places',
    '12 days of history',
  ]);
  within(sheet).getByText(/encrypted\. Your password opens them again, also without a network/u);
  within(sheet).getByText(/this cannot be undone/u);
});

test('A7: keeping asks main to keep', async () => {
  const app = await leave();
  await app.user.click(await screen.findByRole('button', { name: 'Sign out and keep 3 lectures locked' }));
  expect(erased(app)).toEqual({ erase: false });
});

test('A7: erasing asks main to erase, once, however often it is pressed', async () => {
  const app = await leave({ ...here, 'account.signOut': () => new Promise(() => undefined) });
  const button = await screen.findByRole('button', { name: 'Erase 3 lectures and sign out' });
  await app.user.dblClick(button);
  expect(app.bridge.asked.filter((each) => each.name === 'account.signOut')).toEqual([
    { name: 'account.signOut', input: { erase: true } },
  ]);
  await app.user.keyboard('{Escape}');
  screen.getByRole('dialog');
  await screen.findByText('Erasing everything of yours from this computer…', {}, { timeout: 3000 });
});

test('A7: the choices in Russian have the right plural', async () => {
  await leave({ ...here, ...russian });
  await screen.findByRole('button', { name: 'Выйти и запереть 3 лекции' });
  screen.getByRole('button', { name: 'Стереть 3 лекции и выйти' });
});

test('A7: Esc changes nothing and gives the focus back', async () => {
  const app = await leave();
  const stay = await screen.findByRole('button', { name: 'Stay signed in' });
  await waitFor(() => {
    expect(document.activeElement).toBe(stay);
  });
  await app.user.keyboard('{Escape}');
  await waitFor(() => {
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: /anna@lectoroom\.example/u }));
  });
  expect(erased(app)).toBeUndefined();
});

test('A7: with nothing here there is nothing to choose', async () => {
  const app = await leave({});
  const sheet = await screen.findByRole('dialog', { name: 'Sign out?' });
  within(sheet).getByText(/Nothing of yours is downloaded on this computer/u);
  expect(within(sheet).getAllByRole('button')).toHaveLength(2);
  await app.user.click(within(sheet).getByRole('button', { name: 'Sign out' }));
  expect(erased(app)).toEqual({ erase: false });
});

test('A7: downloads that have not come whole are mentioned', async () => {
  await leave({ 'downloads.list': () => ok([download({})]) });
  await screen.findByText('1 download is not finished. If you keep it, it goes on when you are back.');
  screen.getByRole('button', { name: 'Erase everything and sign out' });
});

test('A7: when nothing can be counted or done, it says so and the choices stay', async () => {
  const failed: Result<never> = { ok: false, error: { code: 'disk-failed' } };
  const app = await leave({ 'account.signOutPreview': () => failed, 'account.signOut': () => failed });
  await screen.findByText(/could not be counted/u);
  await app.user.click(screen.getByRole('button', { name: 'Erase everything and sign out' }));
  await screen.findByText('The disk could not be read or written');
  await app.user.click(screen.getByRole('button', { name: 'Sign out and keep everything locked' }));
  expect(app.bridge.asked.filter((each) => each.name === 'account.signOut')).toHaveLength(2);
});

test('A7: after erasing everything the sign-in screen says that it is gone', async () => {
  await eraseWith([]);
  await screen.findByText('Everything of yours is gone from this computer.');
  expect(document.body.textContent).not.toContain(course.title);
});

test('A7: what could not be erased is named, in English and Russian', async () => {
  await eraseWith(['lectures', 'secret']);
  expect((await screen.findByRole('alert')).textContent).toContain(
    'Still on this computer: downloaded lectures and the key in this computer’s keychain.',
  );
  cleanup();
  await eraseWith(remainKinds, russian);
  const words = (await screen.findByRole('alert')).textContent;
  for (const word of ['лекции', 'библиотека', 'ключи', 'хранилище паролей', 'журналы', 'временные данные окна']) {
    expect(words).toContain(word);
  }
});

test('A7: erasing that outlasts the sheet goes on being told on the sign-in screen', async () => {
  const app = await leave();
  let finish: (report: Result<SignOutReport>) => void = () => undefined;
  app.bridge.answers['account.signOut'] = () => {
    app.bridge.emit('account.changed', signedOut);
    return new Promise((resolve) => {
      finish = resolve;
    });
  };
  await app.user.click(await screen.findByRole('button', { name: /^Erase 3/u }));
  await screen.findByRole('heading', { name: 'Sign in' });
  await screen.findByText('Erasing everything of yours from this computer…', {}, { timeout: 3000 });
  finish(ok({ erased: true, remains: [] }));
  await screen.findByText('Everything of yours is gone from this computer.');
});

test('A7: what was said about leaving is over once somebody is in', async () => {
  const app = await eraseWith(['logs']);
  app.bridge.emit('account.changed', signedIn);
  await screen.findByRole('link', { name: course.title });
  app.bridge.emit('account.changed', signedOut);
  await screen.findByRole('heading', { name: 'Sign in' });
  expect(screen.queryByRole('alert')).toBeNull();
});

const rule = (signOut: 'keep' | 'erase' | 'only-erase', fixed = false): Answers => ({
  ...here,
  'computer.read': () => ok({ ...ownComputer, signOut, fixed: { ...ownComputer.fixed, use: fixed } }),
});
const buttons = (): readonly (string | null)[] =>
  within(screen.getByRole('dialog'))
    .getAllByRole('button')
    .map((button) => button.textContent);

test('A7: no day of history, no line about it; in Russian the days have the right plural', async () => {
  const days = (historyDays: number): Answers => ({
    'account.signOutPreview': () => ok({ lectureCount: 1, sizeBytes: 1e6, placeCount: 0, historyDays }),
  });
  await leave(days(0));
  await screen.findByText('on the disk');
  expect(screen.queryByText(/of history/u)).toBeNull();
  for (const [count, words] of [
    [1, 'день истории'],
    [3, 'дня истории'],
    [12, 'дней истории'],
  ] as const) {
    cleanup();
    await leave({ ...days(count), ...russian });
    await screen.findByText(words);
  }
});

test('A7 A9: on a shared computer erasing comes first, and the focus stays on staying signed in', async () => {
  const app = await leave(rule('erase'));
  await screen.findByRole('button', { name: 'Erase 3 lectures and sign out' });
  expect(buttons()).toEqual(['Erase 3 lectures and sign out', 'Sign out and keep 3 lectures locked', 'Stay signed in']);
  await waitFor(() => {
    expect(document.activeElement?.textContent).toBe('Stay signed in');
  });
  await app.user.click(screen.getByRole('button', { name: /^Erase/u }));
  expect(erased(app)).toEqual({ erase: true });
});

test('A7: on an own computer keeping comes first', async () => {
  await leave();
  await screen.findByRole('button', { name: /^Erase/u });
  expect(buttons()[0]).toBe('Sign out and keep 3 lectures locked');
});

test('A7 A9: on a public computer there is nothing to keep, and the sheet says why', async () => {
  await leave({
    ...rule('only-erase'),
    'downloads.list': () => ok([download({}), download({ lectureId: 'l2' as never })]),
  });
  await screen.findByRole('dialog', { name: 'Sign out and erase everything?' });
  screen.getByText(/This is a public computer: nothing of yours may stay on it/u);
  screen.getByText('2 downloads are not finished. They are erased with everything else.');
  expect(buttons()).toEqual(['Erase 3 lectures and sign out', 'Stay signed in']);
  cleanup();
  await leave(rule('only-erase', true));
  await screen.findByText(/Whoever looks after this computer decided that nothing may stay on it/u);
});

test('A7 A9: with nothing here a public computer is still asked to erase', async () => {
  const app = await leave({ 'computer.read': () => ok({ ...ownComputer, signOut: 'only-erase' }) });
  await screen.findByRole('dialog', { name: 'Sign out?' });
  await app.user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Sign out' }));
  expect(erased(app)).toEqual({ erase: true });
});
