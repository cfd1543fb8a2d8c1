// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { AccountState } from '../../contract/domain/account.ts';
import { useToasts } from '../lib/toasts.ts';
import { renderApp } from '../lib/testing/render-app.tsx';
import { course, ok, profile, signedIn, signedOut } from '../lib/testing/sample-answers.ts';

afterEach(cleanup);
const timur: AccountState = { ...signedIn, name: 'Timur Orlov', profile: { ...profile, number: 2 } };
const locked: AccountState = { kind: 'locked', reason: 'none', profile, profiles: [profile] };

test.each<[string, AccountState, string]>([
  ['no profiles', signedOut, 'Sign in'],
  ['profiles', { kind: 'signed-out', reason: 'none', profiles: [profile] }, 'Who is learning today?'],
  ['one chosen', locked, 'Profile 1'],
])('A6: with %s the window begins at the right screen', async (_, account, heading) => {
  renderApp({ 'account.read': () => ok(account) });
  await screen.findByRole('heading', { level: 1, name: heading });
});

test.each<[string, AccountState]>([
  ['signed out', signedOut],
  ['locked', locked],
])(
  'A6: after somebody %s, the next person begins at home and cannot go back to where they were',
  async (_, between) => {
    const app = renderApp();
    await app.user.click(await screen.findByRole('link', { name: course.title }));
    await screen.findByRole('heading', { level: 1, name: course.title });
    expect(screen.getByRole('button', { name: 'Back' }).hasAttribute('disabled')).toBe(false);
    useToasts.getState().show({ text: 'Cancelled: a lecture of Anna’s' });
    app.bridge.emit('account.changed', between);
    await waitFor(() => {
      expect(document.body.textContent).not.toContain(course.title);
    });
    expect(screen.queryByText(/a lecture of Anna’s/u)).toBeNull();
    app.bridge.emit('account.changed', timur);
    await screen.findByRole('heading', { level: 1, name: 'Hello, Timur' });
    expect(screen.getByRole('button', { name: 'Back' }).hasAttribute('disabled')).toBe(true);
    expect(screen.getByRole('button', { name: 'Forward' }).hasAttribute('disabled')).toBe(true);
    fireEvent.keyDown(document.body, { code: 'ArrowLeft', altKey: true });
    screen.getByRole('heading', { level: 1, name: 'Hello, Timur' });
    await app.user.click(await screen.findByRole('link', { name: course.title }));
    await screen.findByRole('heading', { level: 1, name: course.title });
    await app.user.click(screen.getByRole('button', { name: 'Back' }));
    await screen.findByRole('heading', { level: 1, name: 'Hello, Timur' });
  },
);

test('A6: what was ahead of somebody is not ahead of the next person either', async () => {
  const app = renderApp();
  await app.user.click(await screen.findByRole('link', { name: course.title }));
  await app.user.click(await screen.findByRole('button', { name: 'Back' }));
  await screen.findByRole('heading', { level: 1, name: 'Hello, Anna' });
  expect(screen.getByRole('button', { name: 'Forward' }).hasAttribute('disabled')).toBe(false);
  app.bridge.emit('account.changed', signedOut);
  await screen.findByRole('heading', { level: 1, name: 'Sign in' });
  app.bridge.emit('account.changed', timur);
  await screen.findByRole('heading', { level: 1, name: 'Hello, Timur' });
  expect(screen.getByRole('button', { name: 'Forward' }).hasAttribute('disabled')).toBe(true);
});

test('A6: a library of one person that cannot be opened is not in the way of the next', async () => {
  const app = renderApp({ 'catalogue.home': () => ({ ok: false, error: { code: 'library-newer' } }) });
  await screen.findByRole('heading', { level: 1, name: 'Your library belongs to a newer version' });
  app.bridge.emit('account.changed', { kind: 'signed-out', reason: 'none', profiles: [profile] });
  await screen.findByRole('heading', { level: 1, name: 'Who is learning today?' });
});
