// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { AccountState } from '../../contract/domain/account.ts';
import type { LinkTarget } from '../../contract/domain/link.ts';
import type { PlaybackPlan } from '../../contract/domain/views.ts';
import { renderApp } from '../lib/testing/render-app.tsx';
import { course, lecture, ok, signedIn, signedOut } from '../lib/testing/sample-answers.ts';

const plan: PlaybackPlan = {
  lectureId: lecture.id,
  courseId: course.id,
  title: lecture.title,
  courseTitle: course.title,
  lecturerName: 'Maria Ferrer',
  mediaUrl: 'lecture://media/opaque',
  mediaType: 'video/mp4',
  quality: '720p',
  source: 'downloaded',
  posterUrl: '',
  durationMs: 100_000,
  positionMs: 41_000,
  chapters: [],
  captions: [],
  previousLectureId: null,
  nextLectureId: null,
};

let readyState = 0;
beforeEach(() => {
  readyState = 0;
  vi.spyOn(HTMLMediaElement.prototype, 'play').mockResolvedValue(undefined);
  vi.spyOn(HTMLMediaElement.prototype, 'pause').mockReturnValue(undefined);
  vi.spyOn(HTMLMediaElement.prototype, 'load').mockReturnValue(undefined);
  vi.spyOn(HTMLMediaElement.prototype, 'readyState', 'get').mockImplementation(() => readyState);
  vi.spyOn(HTMLMediaElement.prototype, 'duration', 'get').mockReturnValue(100);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const video = async (): Promise<HTMLVideoElement> => {
  await screen.findByRole('slider', { name: 'Place in the lecture' });
  return document.querySelector('video')!;
};

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
  const element = await video();
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
