// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { renderApp } from '../lib/testing/render-app.tsx';
import { course, ok, signedIn, signedOut } from '../lib/testing/sample-answers.ts';

afterEach(cleanup);

test('B1: the catalogue shows as cards, and a card opens its course', async () => {
  const app = renderApp();
  await app.user.click(await screen.findByRole('link', { name: course.title }));
  await screen.findByRole('heading', { level: 1, name: course.title });
});

test('A5: offline is said in words, and nobody is asked to sign in', async () => {
  renderApp({ 'account.read': () => ok({ ...signedIn, network: 'offline' }) });
  await screen.findByText('Offline');
  screen.getByRole('heading', { level: 1, name: 'Hello, Anna' });
});

test('A4: who signed in without the service is asked to sign in to it once it answers, and not before', async () => {
  const app = renderApp({ 'account.read': () => ok({ ...signedIn, session: 'local', network: 'offline' }) });
  await screen.findByText('Offline');
  expect(screen.queryByText('You signed in without the service')).toBeNull();
  app.bridge.emit('account.changed', { ...signedIn, session: 'local' });
  await app.user.click(await screen.findByRole('button', { name: 'Sign in again' }));
  expect(app.bridge.asked.at(-1)).toEqual({ name: 'account.lock', input: null });
});

test('B1: a catalogue never fetched is a plain sentence and a button', async () => {
  const app = renderApp({
    'account.read': () => ok({ ...signedIn, network: 'offline' }),
    'catalogue.home': () => ok({ state: 'never-fetched', continueWatching: [], courses: [], newCourseIds: [] }),
    'catalogue.refresh': () => ({ ok: false, error: { code: 'service-unreachable' } }),
  });
  await screen.findByRole('heading', { name: 'The catalogue has never been fetched' });
  await app.user.click(screen.getByRole('button', { name: 'Fetch the catalogue' }));
  await screen.findByText('The service cannot be reached');
});

test('A1: signing out empties the screen of everything personal', async () => {
  const app = renderApp();
  await app.user.click(await screen.findByRole('button', { name: /anna@lectoroom\.example/u }));
  await app.user.click(await screen.findByRole('menuitem', { name: 'Sign out' }));
  await app.user.click(await screen.findByRole('button', { name: 'Sign out' }));
  expect(app.bridge.asked.some((each) => each.name === 'account.signOut')).toBe(true);
  app.bridge.emit('account.changed', signedOut);
  await screen.findByRole('heading', { name: 'Sign in' });
  expect(document.body.textContent).not.toContain(course.title);
});

test('a library of a newer version takes the whole window, and trying again asks anew', async () => {
  let newer = true;
  const app = renderApp({
    'catalogue.home': () =>
      newer
        ? { ok: false, error: { code: 'library-newer' } }
        : ok({ state: 'ready', continueWatching: [], courses: [course], newCourseIds: [] }),
  });
  await screen.findByRole('heading', { level: 1, name: 'Your library belongs to a newer version' });
  newer = false;
  await app.user.click(screen.getByRole('button', { name: 'Try again' }));
  await screen.findByRole('link', { name: course.title });
});

test('I2: F6 goes from region to region', async () => {
  renderApp();
  await screen.findByRole('link', { name: course.title });
  fireEvent.keyDown(document.body, { code: 'F6' });
  expect(document.activeElement?.textContent).toBe('Home');
  fireEvent.keyDown(document.body, { code: 'F6' });
  await waitFor(() => {
    expect(document.activeElement?.closest('main')).not.toBeNull();
  });
});
