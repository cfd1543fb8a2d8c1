// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Settings } from '../../../../contract/domain/settings.ts';
import type { StudyView } from '../../../../contract/domain/study.ts';
import type { PlaybackPlan } from '../../../../contract/domain/views.ts';
import { mockVideo, samplePlan } from '../../../lib/testing/player-bench.ts';
import { renderApp, type RunningApp } from '../../../lib/testing/render-app.tsx';
import { course, lecture, ok, sampleSettings } from '../../../lib/testing/sample-answers.ts';

const plan: PlaybackPlan = {
  ...samplePlan,
  positionMs: 0,
};
const studied: StudyView = {
  watched: [{ startMs: 0, endMs: 50_000 }],
  completed: false,
  courseRate: 1.5,
  silence: { kind: 'ready', spans: [{ startMs: 60_000, endMs: 72_000 }] },
};

beforeEach(mockVideo);
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

async function open(
  study: StudyView = studied,
  settings: Partial<Settings> = {},
): Promise<{ app: RunningApp; video: HTMLVideoElement }> {
  const app = renderApp(
    {
      'playback.open': () => ok(plan),
      'study.read': () => ok(study),
      'settings.read': () => ok({ ...sampleSettings, playbackRate: 1.25, skipBackSeconds: 30, ...settings }),
    },
    '/watch/l1',
  );
  await screen.findByRole('slider', { name: 'Place in the lecture' }, { timeout: 10_000 });
  const video = document.querySelector('video');
  if (!video) throw new Error('no video');
  fireEvent(video, new Event('loadedmetadata'));
  return { app, video };
}
const sent = (app: RunningApp, name: string): readonly unknown[] =>
  app.bridge.asked.filter((each) => each.name === name).map((each) => each.input);

test('C3: a course plays at its own speed, and a press gives it the usual one again', async () => {
  const { app, video } = await open();
  expect([video.playbackRate, video.preservesPitch]).toEqual([1.5, true]);
  fireEvent(video, new Event('ratechange'));
  await app.user.click(await screen.findByRole('button', { name: 'Speed 1.5×' }));
  await screen.findByText('1.5× for this course · usual 1.25×');
  screen.getByText(/^Saves 12\ss$/u);
  await app.user.click(screen.getByRole('button', { name: 'Faster' }));
  expect(video.playbackRate).toBe(1.55);
  await app.user.click(screen.getByRole('button', { name: 'Use the usual speed' }));
  expect(video.playbackRate).toBe(1.25);
  expect(sent(app, 'study.setRate')).toEqual([
    { courseId: course.id, rate: 1.55 },
    { courseId: course.id, rate: null },
  ]);
});

test('C2: what is missing is named, a press goes there, and the lecture can be counted as watched by hand', async () => {
  const { app, video } = await open();
  await app.user.click(screen.getByRole('button', { name: 'Watched 50%' }));
  await app.user.click(await screen.findByRole('button', { name: /^0:50–1:40/u }));
  expect(video.currentTime).toBe(50);
  await app.user.click(screen.getByRole('button', { name: 'Watched 50%' }));
  await app.user.click(await screen.findByRole('button', { name: 'Mark as watched' }));
  await waitFor(() => {
    expect(sent(app, 'playback.setCompleted')).toEqual([{ lectureId: lecture.id, completed: true, watched: [] }]);
  });
});

test('C3 C7: J skips as far as was chosen, and the brackets make a loop in any layout', async () => {
  const { video } = await open();
  video.currentTime = 50;
  fireEvent.keyDown(window, { code: 'KeyJ', key: 'о' });
  expect(video.currentTime).toBe(20);
  await screen.findByText('Back 30 s');
  fireEvent.keyDown(window, { code: 'BracketLeft', key: 'х' });
  video.currentTime = 25;
  fireEvent.keyDown(window, { code: 'BracketRight', key: 'ъ' });
  await screen.findByText('Loop 0:20–0:25');
  await screen.findByTestId('loop');
});

test('C3: silences that are not found yet, or never, say so where they are switched on', async () => {
  const { app } = await open({ ...studied, silence: { kind: 'preparing' } });
  await app.user.click(screen.getByRole('button', { name: /^Speed/u }));
  await screen.findByText(/^Being prepared/u);
});

test('C7: buttons name the keys in force, not those of the first preset', async () => {
  const app = await open(studied, { playerKeys: { preset: 'vlc', changed: { bookmark: ['KeyX'] } } });
  const keyOf = async (name: string): Promise<string | undefined> => {
    await app.app.user.tab();
    act(() => {
      screen.getByRole('button', { name }).focus();
    });
    return (await screen.findByRole('tooltip')).querySelector('kbd')?.textContent;
  };
  expect(await keyOf('Loop: set the start here')).toBe('Shift+[');
  fireEvent.keyDown(window, { code: 'KeyB', key: 'B', shiftKey: true });
  await screen.findByRole('textbox', { name: /^Note at/u });
  expect(await keyOf('Add a bookmark')).toBe('X');
});

test('C2 I2: what is missing keeps the focus while it is being watched', async () => {
  const { app, video } = await open();
  await app.user.click(screen.getByRole('button', { name: 'Watched 50%' }));
  const part = await screen.findByRole('button', { name: /^0:50–1:40/u });
  act(() => {
    part.focus();
  });
  vi.spyOn(HTMLMediaElement.prototype, 'paused', 'get').mockReturnValue(false);
  for (const seconds of [50, 50.8, 51.6]) {
    video.currentTime = seconds;
    fireEvent(video, new Event('timeupdate'));
  }
  fireEvent(video, new Event('pause'));
  await waitFor(() => {
    expect(part.textContent).toBe('0:51–1:40');
  });
  expect(document.activeElement).toBe(part);
});

test('C3: the time that is left leaves out the silences that are jumped over, as the end of the lecture does', async () => {
  const { video } = await open({ ...studied, courseRate: 2 }, { skipSilence: true });
  video.currentTime = 40;
  fireEvent(video, new Event('timeupdate'));
  // 60 s, 12 of them silence, at twice the speed.
  await screen.findByText('−0:24');
});
