// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { Answers } from '../../lib/testing/fake-bridge.ts';
import { type RunningApp, renderApp } from '../../lib/testing/render-app.tsx';
import { ok, ownComputer, sampleSettings, signedIn, signedOut } from '../../lib/testing/sample-answers.ts';

afterEach(cleanup);
const russian = { 'settings.read': () => ok({ ...sampleSettings, language: 'ru' as const }) };
const thisYear = new Date().getFullYear();
const sent = (app: RunningApp, name: string): unknown => app.bridge.asked.findLast((each) => each.name === name)?.input;
const createButton = (): HTMLElement => screen.getByRole('button', { name: /^(Create the account|Создать)/u });
const field = (name: RegExp): HTMLInputElement => screen.getByLabelText<HTMLInputElement>(name);

/** Opens the form from the sign-in screen. */
async function form(answers: Answers = {}): Promise<RunningApp> {
  const app = renderApp({ 'account.read': () => ok(signedOut), ...answers });
  await app.user.click(await screen.findByRole('button', { name: /^(Create an account|Создать учётную запись)$/u }));
  await screen.findByRole('heading', { level: 1, name: /^(Create an account|Новая учётная запись)$/u });
  await screen.findByRole('checkbox', { name: /Terms|Условия/u });
  return app;
}

/** Fills everything but the Terms; the date is typed as the system writes it, day first. */
async function fill(app: RunningApp, year: number): Promise<void> {
  await app.write(field(/^(Name|Имя)$/u), 'Anna Litvin');
  await app.write(field(/^(E-mail|Электронная почта)$/u), 'anna@lectoroom.example');
  await app.write(field(/^(Password|Пароль)$/u), 'orchid tram velvet');
  await app.user.click(screen.getAllByRole('spinbutton')[0]!);
  await app.user.keyboard(`0203${String(year)}`);
}
const accept = (app: RunningApp): Promise<void> =>
  app.user.click(screen.getByRole('checkbox', { name: /Terms|Условия/u }));

test('A10: a grown-up creates an account and is in', async () => {
  const app = await form({ 'account.create': () => ok(signedIn) });
  await fill(app, 1990);
  expect(screen.queryByText('A parent or guardian has to agree')).toBeNull();
  await accept(app);
  await app.user.click(createButton());
  await screen.findByRole('heading', { level: 1, name: 'Hello, Anna' });
  expect(sent(app, 'account.create')).toEqual({
    name: 'Anna Litvin',
    email: 'anna@lectoroom.example',
    password: 'orchid tram velvet',
    birthDate: '1990-03-02',
    guardianConfirmed: false,
    acceptedTermsVersion: '2026-01',
    remember: true,
  });
});

test.each([
  ['English', {}, 'Under 18, a parent or guardian has to agree', /Nothing of what you typed was sent or kept/u],
  ['Russian', russian, 'До 18 лет нужно согласие родителя или опекуна', /не отправлено и не сохранено/u],
] as const)('A10: under 18 without a guardian all is discarded at once, main is asked nothing (%s)', async (...row) => {
  const [, language, title, sentence] = row;
  const app = await form({ ...language, 'computer.read': () => ok({ ...ownComputer, use: null }) });
  await fill(app, thisYear - 10);
  await screen.findByRole('heading', { name: /^(A parent or guardian has|Нужно согласие)/u });
  await app.user.click(screen.getByRole('radio', { name: /^(Shared|Общий)$/u }));
  await accept(app);
  const before = app.bridge.asked.length;
  await app.user.click(createButton());
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain(title);
  expect(alert.textContent).toMatch(sentence);
  expect(app.bridge.asked).toHaveLength(before);
  for (const name of [/^(Name|Имя)$/u, /^(E-mail|Электронная почта)$/u, /^(Password|Пароль)$/u]) {
    expect(field(name).value).toBe('');
  }
  expect(document.body.innerHTML).not.toMatch(/Anna Litvin|anna@|orchid/u);
  expect(screen.getAllByRole('spinbutton').map((each) => each.getAttribute('aria-valuenow'))).toEqual([
    null,
    null,
    null,
  ]);
  expect(screen.getByRole<HTMLInputElement>('checkbox', { name: /Terms|Условия/u }).checked).toBe(false);
});

test('A10: with a guardian’s word a minor’s account is created', async () => {
  const app = await form({ 'account.create': () => ok(signedIn) });
  await fill(app, thisYear - 10);
  await app.user.click(await screen.findByRole('checkbox', { name: 'I am the parent or guardian and agree' }));
  await accept(app);
  await app.user.click(createButton());
  await screen.findByRole('heading', { level: 1, name: 'Hello, Anna' });
  expect(sent(app, 'account.create')).toMatchObject({ guardianConfirmed: true });
});

test('A10: what is missing is said at each field, the first has the focus, and main is asked nothing', async () => {
  const app = await form({ 'computer.read': () => ok({ ...ownComputer, use: null }) });
  await app.user.type(field(/^Password$/u), 'short');
  await app.user.type(field(/^E-mail$/u), 'nobody');
  await app.user.click(createButton());
  for (const words of [
    'Write your name.',
    'This does not look like an e-mail address.',
    'At least 10 characters are needed.',
    'Write the whole date: day, month and year.',
    'Choose one: it decides what stays here.',
    'Without the Terms there can be no account.',
  ]) {
    screen.getByText(words);
  }
  await waitFor(() => {
    expect(document.activeElement).toBe(field(/^Name$/u));
  });
  expect(sent(app, 'account.create')).toBeUndefined();
});

test('A10 I1: the date is written in the order of the language, and an impossible one is told', async () => {
  const app = await form(russian);
  expect(screen.getAllByRole('spinbutton').map((each) => each.textContent)).toEqual(['дд', 'мм', 'гггг']);
  await app.user.click(screen.getAllByRole('spinbutton')[0]!);
  await app.user.keyboard('02031850{Tab}');
  await screen.findByText('Такой даты рождения быть не может.');
});

test('A10: without the service there are no Terms to accept, it says so, and trying again helps', async () => {
  const app = renderApp({
    'account.read': () => ok(signedOut),
    'account.terms': () => ({ ok: false, error: { code: 'service-unreachable' } }),
  });
  await app.user.click(await screen.findByRole('button', { name: 'Create an account' }));
  await screen.findByText('The Terms could not be fetched');
  expect(createButton().hasAttribute('disabled')).toBe(true);
  app.bridge.answers['account.terms'] = () => ok({ version: '2026-02', publishedOn: '2026-02-01' });
  await app.user.click(screen.getByRole('button', { name: 'Try again' }));
  await screen.findByRole('checkbox', { name: /version 2026-02 of February\s1,\s2026/u });
  expect(createButton().hasAttribute('disabled')).toBe(false);
});

test('A10: an e-mail with an account leads to signing in with it', async () => {
  const app = await form({ 'account.create': () => ({ ok: false, error: { code: 'email-taken' } }) });
  await fill(app, 1990);
  await accept(app);
  await app.user.click(createButton());
  await screen.findByText('There is an account with this e-mail already.');
  await waitFor(() => {
    expect(document.activeElement).toBe(field(/^E-mail$/u));
  });
  await app.user.click(screen.getByRole('button', { name: 'Sign in with it' }));
  await screen.findByRole('heading', { level: 1, name: 'Sign in' });
  expect(field(/^E-mail$/u).value).toBe('anna@lectoroom.example');
  expect(field(/^Password$/u).value).toBe('');
});

test('A10: Terms that changed meanwhile are fetched anew and have to be accepted anew', async () => {
  const app = await form();
  await fill(app, 1990);
  await accept(app);
  app.bridge.answers['account.create'] = () => ({ ok: false, error: { code: 'terms-outdated' } });
  app.bridge.answers['account.terms'] = () => ok({ version: '2026-02', publishedOn: '2026-02-01' });
  await app.user.click(createButton());
  await screen.findByText('The Terms have changed meanwhile');
  const box = await screen.findByRole<HTMLInputElement>('checkbox', { name: /version 2026-02/u });
  expect(box.checked).toBe(false);
  expect(field(/^Name$/u).value).toBe('Anna Litvin');
});

test('A10: a service that wants a guardian’s word discards what was typed as well', async () => {
  const app = await form({ 'account.create': () => ({ ok: false, error: { code: 'guardian-required' } }) });
  await fill(app, 1990);
  await accept(app);
  await app.user.click(createButton());
  expect((await screen.findByRole('alert')).textContent).toContain('Under 18');
  expect(field(/^Name$/u).value).toBe('');
});

test.each([
  ['too-many-attempts', 'Too many attempts'],
  ['service-unreachable', 'The service cannot be reached'],
] as const)('A10: %s is told in words, and what was typed stays', async (code, words) => {
  const app = await form({ 'account.create': () => ({ ok: false, error: { code } }) });
  await fill(app, 1990);
  await accept(app);
  await app.user.click(createButton());
  await screen.findByText(words);
  expect(field(/^Password$/u).value).toBe('orchid tram velvet');
});
