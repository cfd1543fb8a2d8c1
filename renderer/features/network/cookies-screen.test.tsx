// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { fail } from '../../../contract/result.ts';
import { renderApp } from '../../lib/testing/render-app.tsx';
import { ok, sampleSettings } from '../../lib/testing/sample-answers.ts';
import { storedItem, storedItems } from '../../lib/testing/sample-network.ts';
import { askedFor } from '../../lib/testing/sample-queue.ts';
import { useToasts } from '../../lib/toasts.ts';

afterEach(() => {
  cleanup();
  useToasts.setState({ toasts: [] });
});

test('F4: each item stands in its category with purpose, time and reader; what nobody announced is named as such', async () => {
  renderApp({}, '/privacy/cookies');
  const functional = await screen.findByRole('region', { name: 'Functional' });
  within(functional).getByText('Remembers how you like the service.');
  within(functional).getByText('Kept for 365 days. Read by: the service alone.');
  within(functional).getByText('Not on this computer now.');
  const unknown = screen.getByRole('region', { name: 'Announced by nobody' });
  within(unknown).getByText('mystery');
  within(unknown).getByText('Nobody said what it is for.');
  expect(screen.getByRole('link', { name: 'All of it, one by one' }).getAttribute('href')).toContain('/privacy/data');
});

test('F4: one is deleted at once, all after a question; what is gone is said, and the list is read anew', async () => {
  const removed = [storedItem('lr_session_hint'), storedItem('mystery')];
  const app = renderApp(
    { 'cookies.remove': ({ ids }) => ok(ids === null ? removed : removed.slice(1)) },
    '/privacy/cookies',
  );
  await app.user.click(await screen.findByRole('button', { name: 'Delete mystery' }));
  const said = await screen.findByText('1 item is deleted');
  expect(said.parentElement?.textContent).toContain('mystery');
  await waitFor(() => {
    expect(askedFor(app, 'cookies.read')).toHaveLength(2);
  });
  await app.user.click(screen.getByRole('button', { name: 'Delete all' }));
  await app.user.click(await screen.findByRole('button', { name: 'Delete 2 items' }));
  await screen.findByText('lr_session_hint and mystery');
  expect(askedFor(app, 'cookies.remove')).toEqual([{ ids: ['id of mystery'] }, { ids: null }]);
});

test('F4: without the service what is here is still shown, and from when the words are', async () => {
  const { registry } = storedItems();
  if (registry === null) throw new Error('the sample has a registry');
  const app = renderApp(
    { 'cookies.read': () => ok({ items: [], registry: { ...registry, isFresh: false } }) },
    '/privacy/cookies',
  );
  await screen.findByText(/^The service could not be asked now\. It said this on November 3, 2026/u);
  screen.getByText('Nothing is stored right now.');
  app.unmount();
  renderApp({ 'cookies.read': () => ok({ items: [storedItem('mystery')], registry: null }) }, '/privacy/cookies');
  await screen.findByText('The service could not be asked what it stores');
  screen.getByText('mystery');
});

test('F7: who else works with one’s data stands by role, with why and where; the way to the proof is beside it', async () => {
  const app = renderApp({}, '/privacy/processors');
  const payment = await screen.findByRole('region', { name: 'Payment' });
  expect([...payment.querySelectorAll('li *')].map((node) => node.textContent)).toEqual(
    expect.arrayContaining(['Samplepay', 'Takes payments.', 'Germany']),
  );
  screen.getByText('The app itself contacts none of them.');
  await app.user.click(screen.getByRole('link', { name: 'What went over the network' }));
  await screen.findByRole('heading', { level: 1, name: 'What went over the network' });
});

test('F4 F7 I1: in Russian the service’s own words are Russian too; a failure can be tried again', async () => {
  const russian = { 'settings.read': () => ok({ ...sampleSettings, language: 'ru' as const }) };
  const app = renderApp(russian, '/privacy/processors');
  await screen.findByText('Принимает платежи.');
  screen.getByText('Германия');
  app.unmount();
  renderApp({ 'processors.read': () => fail('service-unreachable') }, '/privacy/processors');
  await screen.findByRole('alert');
});
