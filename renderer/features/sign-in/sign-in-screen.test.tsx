// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { type RunningApp, renderApp } from '../../lib/testing/render-app.tsx';
import { ok, ownComputer, profile, sampleSettings, signedIn, signedOut } from '../../lib/testing/sample-answers.ts';

afterEach(cleanup);
const sharedComputer = { ...ownComputer, use: 'shared', remember: 'offered' } as const;
const out = {
  'account.read': () => ok(signedOut),
  'computer.read': () => ok(sharedComputer),
} as const;
const withProfiles = { ...signedOut, profiles: [profile] };
const russian = { 'settings.read': () => ok({ ...sampleSettings, language: 'ru' as const }) };
/** What main was last asked under a name. */
const sent = (app: RunningApp, name: string): unknown => app.bridge.asked.findLast((each) => each.name === name)?.input;

/** Starts where profiles are kept, at the sign-in form. */
async function fromPicker(answers: Parameters<typeof renderApp>[0]): Promise<RunningApp> {
  const app = renderApp({ ...out, 'account.read': () => ok(withProfiles), ...answers });
  await app.user.click(await screen.findByRole('button', { name: /Add an account/u }));
  return app;
}

test('A1 A2: a person signs in with a sample account; on a shared computer the box is unchecked unless they check it', async () => {
  const app = renderApp({ ...out, 'account.signIn': () => ok(signedIn) });
  await app.user.click(await screen.findByRole('button', { name: /Anna Litvin/u }));
  const box = screen.getByRole<HTMLInputElement>('checkbox', { name: 'Remember me on this computer' });
  expect(box.checked).toBe(false);
  await app.user.click(screen.getByRole('button', { name: 'Sign in' }));
  await screen.findByRole('heading', { level: 1, name: 'Hello, Anna' });
  expect(sent(app, 'account.signIn')).toEqual({
    email: 'anna@lectoroom.example',
    password: 'sample-one',
    remember: false,
  });
  expect(sent(app, 'computer.update')).toBeUndefined();
});

test('A2: a checked box is what main is told, and the sentence under it changes', async () => {
  const app = renderApp({ ...out, 'account.signIn': () => ok(signedIn) });
  await app.user.click(await screen.findByRole('button', { name: /Anna Litvin/u }));
  await app.user.click(screen.getByRole('checkbox'));
  screen.getByText(/The next start needs no password/u);
  await app.user.click(screen.getByRole('button', { name: 'Sign in' }));
  await waitFor(() => {
    expect(sent(app, 'account.signIn')).toMatchObject({ remember: true });
  });
});

test('A1: nothing is asked of main while a field is empty, the field says so and has the focus', async () => {
  const app = renderApp(out);
  const submit = await screen.findByRole('button', { name: 'Sign in' });
  await app.write(screen.getByRole('textbox', { name: 'E-mail' }), 'anna@lectoroom.example');
  await app.user.click(submit);
  screen.getByText('Write your password.');
  await waitFor(() => {
    expect(document.activeElement).toBe(screen.getByLabelText('Password'));
  });
  expect(sent(app, 'account.signIn')).toBeUndefined();
});

test('A2 A9: whose computer it is must be answered, is told to main first, and decides about the box', async () => {
  const app = renderApp({
    ...out,
    'computer.read': () => ok({ ...sharedComputer, use: null }),
    'account.signIn': () => ok(signedIn),
  });
  await app.user.click(await screen.findByRole('button', { name: /Anna Litvin/u }));
  await app.user.click(screen.getByRole('button', { name: 'Sign in' }));
  screen.getByText('Choose one: it decides what stays here.');
  expect(sent(app, 'account.signIn')).toBeUndefined();
  const box = screen.getByRole<HTMLInputElement>('checkbox');
  await app.user.click(screen.getByRole('radio', { name: 'Mine' }));
  expect(box.checked).toBe(true);
  await app.user.keyboard('{ArrowRight}');
  screen.getByText(/stays locked behind your password/u);
  expect(box.checked).toBe(false);
  await app.user.keyboard('{ArrowRight}');
  expect(screen.queryByRole('checkbox')).toBeNull();
  screen.getByText('Nobody is remembered here, and everything of yours is erased when you quit or sign out.');
  await app.user.click(screen.getByRole('button', { name: 'Sign in' }));
  await screen.findByRole('heading', { level: 1, name: 'Hello, Anna' });
  const order = app.bridge.asked.map((each) => each.name).filter((name) => /update|signIn/u.test(name));
  expect(order).toEqual(['computer.update', 'account.signIn']);
  expect(sent(app, 'computer.update')).toEqual({ use: 'public' });
  expect(sent(app, 'account.signIn')).toMatchObject({ remember: false });
});

test('A2: the question stays where it is when signing in fails after the answer was taken', async () => {
  const app = renderApp({
    ...out,
    'computer.read': () => ok({ ...sharedComputer, use: null }),
    'account.signIn': () => ({ ok: false, error: { code: 'wrong-credentials' } }),
  });
  await app.user.click(await screen.findByRole('button', { name: /Anna Litvin/u }));
  await app.user.click(screen.getByRole('radio', { name: 'Shared' }));
  await app.user.click(screen.getByRole('button', { name: 'Sign in' }));
  await screen.findByRole('alert');
  expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Shared' }).checked).toBe(true);
});

test('A9: where the policy file decides, nothing is asked and the reason is said, in English and Russian', async () => {
  const rules = { ...ownComputer, use: 'public', remember: 'never' } as const;
  const answers = {
    ...out,
    'computer.read': () => ok({ ...rules, fixed: { use: true, idleMinutes: true, remember: true } }),
  };
  renderApp(answers);
  await screen.findByText(/Whoever looks after this computer decided so/u);
  expect(screen.queryByRole('radiogroup')).toBeNull();
  cleanup();
  renderApp({ ...answers, ...russian });
  await screen.findByText(/Так решил тот, кто отвечает за этот компьютер/u);
});

test('A9: a wrong policy file is told on the form, with the fields in words', async () => {
  const policy = { kind: 'wrong', fields: ['idleMinutes', 'serviceUrl'] } as const;
  renderApp({ ...out, 'computer.read': () => ok({ ...sharedComputer, policy }) });
  await screen.findByText('There is a mistake in the rules of this computer');
  screen.getByText(/makes no sense: the time without use and the address of the service\./u);
});

test('A7 A9: what the last run could not erase is told by name', async () => {
  renderApp({ ...out, 'computer.read': () => ok({ ...sharedComputer, remains: ['lectures'] }) });
  await screen.findByText(/Still on this computer: downloaded lectures\./u);
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
  const inRussian = renderApp({ ...answers, ...russian });
  await inRussian.user.click(await screen.findByRole('button', { name: /Anna Litvin/u }));
  await inRussian.user.click(await screen.findByRole('button', { name: 'Войти' }));
  expect((await screen.findByRole('alert')).textContent).toContain('Попробуйте через 5 минут.');
});

test('A3: when the keychain refuses, the person is in and is told why they were not remembered', async () => {
  renderApp({ 'account.read': () => ok({ ...signedIn, remembered: 'refused' }) });
  await screen.findByText('You are signed in, but could not be remembered');
});

test('A5: an ended session says why the person is asked again', async () => {
  renderApp({ 'account.read': () => ok({ kind: 'signed-out', reason: 'expired', profiles: [] }) });
  await screen.findByText('The service has ended your session');
});

test('A4: where accounts are kept, the form says that signing in works without a network', async () => {
  await fromPicker({});
  screen.getByText(/No network\? Whoever has signed in here before/u);
  cleanup();
  renderApp(out);
  await screen.findByRole('heading', { name: 'Sign in' });
  expect(screen.queryByText(/No network\?/u)).toBeNull();
});

test('A4: a password that opens nothing here is told apart from one the service refused', async () => {
  const app = await fromPicker({ 'account.signIn': () => ({ ok: false, error: { code: 'offline-refused' } }) });
  await app.user.click(await screen.findByRole('button', { name: /Anna Litvin/u }));
  await app.user.click(screen.getByRole('button', { name: 'Sign in' }));
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain('The service cannot be reached, and no account kept on this computer opens');
  expect(alert.querySelector('button')).toBeNull();
});

test('A8: a computer signed out from another one says that everything here was erased, in English and Russian', async () => {
  const answers = { 'account.read': () => ok({ kind: 'signed-out', reason: 'erased', profiles: [] } as const) };
  const app = renderApp({ 'account.read': () => ok({ kind: 'signed-out', reason: 'erasing', profiles: [] }) });
  await screen.findByText('This computer was signed out from another one');
  screen.getByText(/is being erased/u);
  expect(screen.queryByText(/has been erased/u)).toBeNull();
  app.bridge.emit('account.changed', { kind: 'signed-out', reason: 'unerased', profiles: [] });
  await screen.findByText(/could be erased yet/u);
  cleanup();
  renderApp(answers);
  await screen.findByText('This computer was signed out from another one');
  screen.getByText(/Everything of yours here has been erased/u);
  cleanup();
  renderApp({ ...answers, ...russian });
  await screen.findByText('Сеанс здесь завершён с другого компьютера');
  screen.getByText(/Всё ваше на этом компьютере стёрто/u);
});

test.each([
  ['minor', 'This account was deleted because of the age rule', 'Эта учётная запись удалена из-за правила о возрасте'],
  ['account', 'Your account was erased from another computer', 'Учётную запись удалили с другого компьютера'],
] as const)(
  'G4 G8: a computer whose account is gone (%s) says why, and how far erasing is, in English and Russian',
  async (kind, english, inRussian) => {
    const app = renderApp({
      'account.read': () => ok({ kind: 'signed-out', reason: `${kind}-erasing`, profiles: [] }),
    });
    await screen.findByText(english);
    screen.getByText(/is being erased/u);
    app.bridge.emit('account.changed', { kind: 'signed-out', reason: `${kind}-unerased`, profiles: [] });
    await screen.findByText(/could be erased yet/u);
    app.bridge.emit('account.changed', { kind: 'signed-out', reason: `${kind}-erased`, profiles: [] });
    await screen.findByText(kind === 'minor' ? /ask the people who run the service/u : /has been erased, too/u);
    cleanup();
    renderApp({ 'account.read': () => ok({ kind: 'signed-out', reason: `${kind}-erased`, profiles: [] }), ...russian });
    await screen.findByText(inRussian);
    screen.getByText(kind === 'minor' ? /обратитесь к тем, кто управляет службой/u : /тоже стёрто/u);
  },
);

test('A11: a page of the service opens after saying that other rules hold there, and not before', async () => {
  const app = renderApp(out);
  const link = await screen.findByRole('button', { name: 'Forgotten password?' });
  await app.user.click(link);
  await screen.findByText('Pages outside LECTOROOM have their own rules on privacy.');
  expect(sent(app, 'external.open')).toBeUndefined();
  await app.user.click(screen.getByRole('button', { name: 'Stay here' }));
  await waitFor(() => {
    expect(document.activeElement).toBe(link);
  });
  expect(sent(app, 'external.open')).toBeUndefined();
  for (const [name, page] of [
    ['Forgotten password?', 'forgotten-password'],
    ['Privacy', 'privacy'],
    ['Terms', 'terms'],
  ] as const) {
    await app.user.click(screen.getByRole('button', { name }));
    await app.user.click(await screen.findByRole('button', { name: 'Open in the browser' }));
    await waitFor(() => {
      expect(screen.queryByRole('dialog')).toBeNull();
    });
    expect(sent(app, 'external.open')).toEqual({ page });
  }
});

test('A11: a page that does not open says so in the sheet', async () => {
  const app = renderApp({ ...out, 'external.open': () => ({ ok: false, error: { code: 'unexpected' } }) });
  await app.user.click(await screen.findByRole('button', { name: 'Terms' }));
  await app.user.click(await screen.findByRole('button', { name: 'Open in the browser' }));
  await screen.findByText('Something went wrong');
});
