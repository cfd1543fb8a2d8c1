// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { AccountState } from '../../contract/domain/account.ts';
import type { LinkTarget } from '../../contract/domain/link.ts';
import { mockVideo, samplePlan as plan, shownVideo } from '../lib/testing/player-bench.ts';
import { renderApp } from '../lib/testing/render-app.tsx';
import { course, lecture, ok, signedIn, signedOut } from '../lib/testing/sample-answers.ts';

let readyState = 0;
beforeEach(() => {
  readyState = 0;
  mockVideo();
  vi.spyOn(HTMLMediaElement.prototype, 'readyState', 'get').mockImplementation(() => readyState);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

test('C5 I5: a link that waited opens the lecture at its second, not where the person stopped; another moves it on', async () => {
  let waiting: LinkTarget | null = { kind: 'lecture', lectureId: lecture.id, positionMs: 12_000 };
  const app = renderApp({
    'playback.open': () => ok(plan),
    'links.take'() {
      const taken = waiting;
      waiting = null;
      return ok(taken);
    },
  });
  const element = await shownVideo();
  readyState = 4;
  fireEvent(element, new Event('loadedmetadata'));
  expect(element.currentTime).toBe(12);
  waiting = { kind: 'lecture', lectureId: lecture.id, positionMs: 70_000 };
  app.bridge.emit('links.waiting', null);
  await waitFor(() => {
    expect(element.currentTime).toBe(70);
  });
  expect(document.querySelector('video')).toBe(element);
});

test('I5: nothing is asked for while nobody is in; then the link is followed', async () => {
  let account: AccountState = signedOut;
  const app = renderApp({
    'account.read': () => ok(account),
    'links.take': () => ok({ kind: 'course', courseId: course.id }),
  });
  await screen.findByRole('heading', { name: /sign in/iu });
  expect(app.bridge.asked.some(({ name }) => name === 'links.take')).toBe(false);
  account = signedIn;
  app.bridge.emit('account.changed', signedIn);
  await screen.findByRole('heading', { name: course.title, level: 1 });
});

test('C5 I5: a link to what is not there is a sentence', async () => {
  renderApp({ 'links.take': () => ok({ kind: 'unknown' }) });
  await screen.findByText('The link leads to something that is not in your catalogue.');
});
