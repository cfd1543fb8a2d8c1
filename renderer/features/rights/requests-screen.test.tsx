// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { OwnRequest, RightsView } from '../../../contract/domain/rights.ts';
import { fail } from '../../../contract/result.ts';
import { renderApp, type RunningApp } from '../../lib/testing/render-app.tsx';
import { askedFor } from '../../lib/testing/sample-queue.ts';
import { nothingAsked, ok } from '../../lib/testing/sample-answers.ts';
import { useToasts } from '../../lib/toasts.ts';

afterEach(() => {
  cleanup();
  useToasts.setState({ toasts: [] });
});

const dayMs = 86_400_000;
const request = (part: Partial<OwnRequest>): OwnRequest => ({
  id: '10000000-0000-4000-8000-000000000000',
  kind: 'access',
  text: '',
  askedAtMs: Date.UTC(2026, 2, 12, 12),
  answer: null,
  ...part,
});
const answered = (state: 'received' | 'done', dueInDays: number) => ({
  state,
  receivedAt: '2026-03-12T12:00:00.000Z',
  dueAt: new Date(Date.now() + dueInDays * dayMs).toISOString(),
  history: [{ at: '2026-03-12T12:00:00.000Z', state: 'received' as const, note: 'By mail.' }],
});

function requestsScreen(start: Partial<RightsView> = {}): RunningApp {
  let view: RightsView = { ...nothingAsked, ...start };
  return renderApp(
    {
      'rights.read': () => ok(view),
      'rights.setProcessing': ({ what, on }) => {
        view = { ...view, processing: { ...view.processing, [what]: on }, processingTold: false };
        return ok(view);
      },
      'rights.setMarketing': (change) => {
        view = { ...view, marketing: { newsletter: false, offers: false, ...view.marketing, ...change } };
        return ok(view);
      },
      'rights.ask': ({ id, kind, text }) => {
        view = { ...view, requests: [request({ id, kind, text, askedAtMs: Date.now() }), ...view.requests] };
        return ok(view);
      },
    },
    '/privacy/requests',
  );
}
const box = (name: string): HTMLInputElement => screen.getByRole<HTMLInputElement>('checkbox', { name });

test('G5: freezing says before what stops, holds at once, shows on every screen, and is lifted with one press', async () => {
  const app = requestsScreen();
  await app.user.click(await screen.findByRole('checkbox', { name: 'Freeze my data' }));
  const sheet = within(await screen.findByRole('alertdialog', { name: 'Freeze your data?' }));
  sheet.getByText(/nothing goes into your history/u);
  await app.user.click(sheet.getByRole('button', { name: 'Leave it as it is' }));
  expect(box('Freeze my data').checked).toBe(false);
  expect(askedFor(app, 'rights.setProcessing')).toEqual([]);
  await app.user.click(box('Freeze my data'));
  await app.user.click(await screen.findByRole('button', { name: 'Freeze my data' }));
  await screen.findByText('Your data is frozen: nothing is recorded');
  screen.getByText(/It holds here already/u);
  await app.user.click(screen.getByRole('link', { name: 'Courses' }));
  await app.user.click(screen.getByRole('link', { name: 'Details' }));
  await app.user.click(await screen.findByRole('checkbox', { name: 'Freeze my data' }));
  await waitFor(() => {
    expect(screen.queryByText('Your data is frozen: nothing is recorded')).toBeNull();
  });
  expect(askedFor(app, 'rights.setProcessing')).toMatchObject([
    {
      what: 'restricted',
      on: true,
      words: 'Please restrict the processing of my personal data: keep it, but do not use it.',
    },
    { what: 'restricted', on: false },
  ]);
});

test('G6: each kind of mail is a switch of its own and can be undone; while the person objects, it says why it cannot be ordered', async () => {
  const app = requestsScreen({ marketing: { newsletter: true, offers: false } });
  await app.user.click(await screen.findByRole('checkbox', { name: 'Newsletter' }));
  await waitFor(() => {
    expect(box('Newsletter').checked).toBe(false);
  });
  await app.user.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(() => {
    expect(box('Newsletter').checked).toBe(true);
  });
  expect(askedFor(app, 'rights.setMarketing')).toEqual([{ newsletter: false }, { newsletter: true }]);
  await app.user.click(box('No advertising to me'));
  await app.user.click(await screen.findByRole('button', { name: 'Stop advertising' }));
  await screen.findByText(/You stopped all advertising above/u);
  // What is on may always be turned off.
  expect([box('Offers').disabled, box('Newsletter').disabled]).toEqual([true, false]);
});

test('G7: a request is asked for in one’s own words, once, and listed with its state', async () => {
  const app = requestsScreen();
  await screen.findByText('Nothing asked yet');
  await app.write(screen.getByRole('textbox', { name: 'In your own words' }), 'Everything, please.');
  await app.user.click(screen.getByRole('button', { name: 'Send the request' }));
  const item = within(await screen.findByRole('article'));
  item.getByText('Everything, please.');
  item.getByText('Waits for the service');
  expect(askedFor(app, 'rights.ask')).toMatchObject([{ kind: 'access', text: 'Everything, please.' }]);
  expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'In your own words' }).value).toBe('');
});

test('G7: the day an answer is due is told with the days left; one that is overdue says what to do', async () => {
  requestsScreen({
    requests: [
      request({ id: 'a', answer: answered('received', 9.5) }),
      request({ id: 'b', kind: 'erasure', answer: answered('received', -1) }),
      request({ id: 'c', kind: 'portability', answer: answered('done', -1) }),
    ],
  });
  const [open, late, done] = (await screen.findAllByRole('article')).map((item) => within(item));
  open?.getByText(/10 days left/u);
  open?.getByText('Received');
  open?.getByText('By mail.');
  late?.getByText(/The answer was due on/u);
  late?.getByRole('button', { name: 'How to reach the service' });
  expect(done?.queryByText(/due/u)).toBeNull();
});

test('G5 G7: what cannot be read says so, and a refusal changes nothing on screen', async () => {
  const app = renderApp(
    { 'rights.read': () => ok(nothingAsked), 'rights.setProcessing': () => fail('disk-full') },
    '/privacy/requests',
  );
  await app.user.click(await screen.findByRole('checkbox', { name: 'No profile of me' }));
  await app.user.click(await screen.findByRole('button', { name: 'Stop profiling' }));
  await waitFor(() => {
    expect(useToasts.getState().toasts).toHaveLength(1);
  });
  expect(box('No profile of me').checked).toBe(false);
});
