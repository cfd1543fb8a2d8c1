// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { LectureId } from '../../../../contract/domain/ids.ts';
import type { PlaybackPlan } from '../../../../contract/domain/views.ts';
import type { Answers } from '../../../lib/testing/fake-bridge.ts';
import { mockVideo, samplePlan } from '../../../lib/testing/player-bench.ts';
import { renderApp, type RunningApp } from '../../../lib/testing/render-app.tsx';
import { course, download, lecture, ok, sampleSettings, signedIn } from '../../../lib/testing/sample-answers.ts';
import { setSleep, setTheatre } from './stage-state.ts';
import { fadeMs } from './use-sleep.ts';

const nextLecture = { ...lecture, id: 'l2' as LectureId, title: 'The second one' };
const plan: PlaybackPlan = {
  ...samplePlan,
  nextLectureId: nextLecture.id,
};
const sections = [
  { id: 's1', title: 'One', lectures: [lecture] },
  { id: 's2', title: 'Two', lectures: [nextLecture] },
];
const offline = { 'account.read': () => ok({ ...signedIn, network: 'offline' as const }) };

let isPaused = false;
beforeEach(() => {
  isPaused = false;
  vi.useFakeTimers({ shouldAdvanceTime: true });
  mockVideo();
  const video = HTMLMediaElement.prototype;
  vi.spyOn(video, 'play').mockImplementation(() => {
    isPaused = false;
    return Promise.resolve();
  });
  vi.spyOn(video, 'pause').mockImplementation(() => {
    isPaused = true;
  });
  vi.spyOn(video, 'paused', 'get').mockImplementation(() => isPaused);
});
afterEach(() => {
  cleanup();
  setTheatre(false);
  setSleep({ kind: 'off' });
  vi.useRealTimers();
  vi.restoreAllMocks();
});

async function open(
  answers: Answers = {},
  part: Partial<PlaybackPlan> = {},
): Promise<RunningApp & { video: HTMLVideoElement }> {
  const app = renderApp(
    {
      'playback.open': ({ lectureId }) => ok({ ...plan, ...part, lectureId }),
      'catalogue.course': () => ok({ ...course, sections }),
      ...answers,
    },
    '/watch/l1',
  );
  await screen.findByRole('slider', { name: 'Place in the lecture' }, { timeout: 10_000 });
  const video = document.querySelector('video');
  if (!video) throw new Error('no video');
  fireEvent(video, new Event('loadedmetadata'));
  return { ...app, video };
}
function end(video: HTMLVideoElement, ended = true): void {
  vi.spyOn(video, 'ended', 'get').mockReturnValue(ended);
  fireEvent(video, new Event(ended ? 'ended' : 'seeking'));
}
const wait = (ms: number): Promise<void> =>
  act(async () => {
    await vi.advanceTimersByTimeAsync(ms);
  });
const opened = (app: RunningApp): readonly unknown[] =>
  app.bridge.asked.filter(({ name }) => name === 'playback.open').map(({ input }) => input);

test('C6: eight seconds after the end the next lecture begins, across the sections', async () => {
  const app = await open();
  end(app.video);
  await screen.findByText('Next: The second one');
  expect(screen.getByRole('timer').textContent).toBe('Next lecture in 8 s');
  await wait(5000);
  expect(opened(app)).toHaveLength(1);
  await wait(4000);
  expect(opened(app)).toEqual([{ lectureId: 'l1' }, { lectureId: 'l2' }]);
});

test.each(['button', 'Escape', 'seek'])('C6: the countdown is called off by: %s', async (by) => {
  const app = await open();
  end(app.video);
  await screen.findByRole('timer');
  if (by === 'button') fireEvent.click(screen.getByRole('button', { name: 'Stay here' }));
  if (by === 'Escape') fireEvent.keyDown(window, { code: 'Escape', key: 'Escape' });
  if (by === 'seek') end(app.video, false);
  expect(screen.queryByRole('timer')).toBeNull();
  await wait(12_000);
  expect(opened(app)).toHaveLength(1);
});

test('C6: switched off on the end card, nothing begins by itself', async () => {
  const app = await open({ 'settings.read': () => ok({ ...sampleSettings, autoplayNext: false }) });
  end(app.video);
  const box = await screen.findByRole<HTMLInputElement>('checkbox', { name: 'Play the next lecture by itself' });
  expect(box.checked).toBe(false);
  expect(screen.queryByRole('timer')).toBeNull();
  fireEvent.click(box);
  await waitFor(() => {
    expect(app.bridge.asked).toContainEqual({ name: 'settings.update', input: { autoplayNext: true } });
  });
});

test('C6: without a network a next lecture that is not here says so, a downloaded one is counted down to', async () => {
  const one = await open(offline);
  end(one.video);
  await screen.findByText('The next lecture is not on this computer, and there is no network.');
  expect(screen.queryByRole('timer')).toBeNull();
  cleanup();
  const here = (kind: 'expired' | 'none') => ({
    ...offline,
    'downloads.list': () => ok([download({ lectureId: nextLecture.id, state: 'complete', licence: { kind } })]),
  });
  end((await open(here('none'))).video);
  await screen.findByRole('timer');
  cleanup();
  end((await open(here('expired'))).video);
  await screen.findByText(/until its licence is renewed/u);
});

test('C6: after the last lecture the course is done', async () => {
  const { video } = await open({}, { nextLectureId: null });
  end(video);
  await screen.findByText('That was the last lecture: the course is done');
  expect(screen.queryByRole('timer')).toBeNull();
  fireEvent.keyDown(window, { code: 'KeyN', key: 'N', shiftKey: true });
  await screen.findByText('There is no next lecture');
});

/** Lets time go by until the sound fades. */
async function untilFading(video: HTMLVideoElement, full: number): Promise<void> {
  for (let step = 0; step < 60 && video.volume === full; step += 1) await wait(250);
  expect(video.volume).toBeLessThan(full);
}

test('C6: the sleep timer fades the sound out in its last five seconds, pauses, and gives the volume back', async () => {
  const { video } = await open();
  video.volume = 0.8;
  const endsAtMs = Date.now() + 9000;
  act(() => {
    setSleep({ kind: 'at', endsAtMs });
  });
  await screen.findByRole('button', { name: /^Sleep timer: 0:0\d left/u });
  expect(video.volume).toBe(0.8);
  await untilFading(video, 0.8);
  expect(endsAtMs - Date.now()).toBeLessThan(fadeMs);
  expect(isPaused).toBe(false);
  await wait(fadeMs);
  expect(isPaused).toBe(true);
  expect(video.volume).toBe(0.8);
  expect(screen.queryByRole('button', { name: /Sleep timer: /u })).toBeNull();
});

test('C6: its key begins with ten minutes; ten more while it fades bring the sound back', async () => {
  const { video } = await open();
  fireEvent.keyDown(window, { code: 'KeyS', key: 'Ы', shiftKey: true });
  await screen.findByText('Pauses in 10 min');
  act(() => {
    setSleep({ kind: 'at', endsAtMs: Date.now() + 7000 });
  });
  await untilFading(video, 1);
  fireEvent.keyDown(window, { code: 'KeyS', key: 'Ы', shiftKey: true });
  await wait(300);
  expect(video.volume).toBe(1);
  expect(isPaused).toBe(false);
  screen.getByRole('button', { name: /^Sleep timer: 10:0\d left/u });
});

test('C6 I2: the focus comes back to the sleep timer’s button, whatever was picked', async () => {
  await open();
  const pick = async (name: string, entry: RegExp): Promise<void> => {
    fireEvent.click(screen.getByRole('button', { name }));
    fireEvent.click(await screen.findByRole('menuitemradio', { name: entry }));
  };
  const focused = (name: string): Promise<void> =>
    waitFor(() => {
      expect(document.activeElement?.getAttribute('aria-label')).toBe(name);
    });
  await pick('Sleep timer', /^In 20/u);
  await focused('Change the sleep timer');
  await pick('Change the sleep timer', /^Off$/u);
  await focused('Sleep timer');
});

test('C6: asleep at the end of the lecture, no next one begins', async () => {
  const app = await open();
  act(() => {
    setSleep({ kind: 'lecture-end' });
  });
  end(app.video);
  await screen.findByRole('button', { name: 'Watch again' });
  await wait(10_000);
  expect(opened(app)).toHaveLength(1);
});

test('C6: main hears when it plays, when it cannot be heard, and when it is left', async () => {
  const app = await open();
  fireEvent(app.video, new Event('play'));
  app.video.muted = true;
  fireEvent(app.video, new Event('volumechange'));
  app.unmount();
  const told = app.bridge.asked.filter(({ name }) => name === 'stage.playing').map(({ input }) => input);
  expect(told[0]).toEqual({ playing: true, audible: true });
  expect(told).toContainEqual({ playing: true, audible: false });
  expect(told.at(-1)).toEqual({ playing: false, audible: false });
});

test('C6: theatre and the mini window end when the player is left, not when the next lecture comes', async () => {
  const app = await open();
  fireEvent.keyDown(window, { code: 'KeyT', key: 'е' });
  expect(document.querySelector('[data-mode="theatre"]')).not.toBeNull();
  fireEvent.keyDown(window, { code: 'KeyN', key: 'N', shiftKey: true });
  await waitFor(() => {
    expect(opened(app)).toHaveLength(2);
  });
  await screen.findByRole('slider', { name: 'Place in the lecture' }, { timeout: 10_000 });
  expect(document.querySelector('[data-mode="theatre"]')).not.toBeNull();
  expect(app.bridge.asked.some(({ name }) => name === 'window.mini')).toBe(false);
  fireEvent.click(screen.getByRole('button', { name: 'Back to the course' }));
  await waitFor(() => {
    expect(app.bridge.asked).toContainEqual({ name: 'window.mini', input: { on: false } });
  });
});

test('C6: in the mini window the five main controls are there, and Esc gives the usual one back', async () => {
  const app = await open({
    'window.read': () => ok({ mini: true, screenReader: false }),
    'settings.read': () => ok({ ...sampleSettings, skipBackSeconds: 30 }),
  });
  await screen.findByRole('button', { name: 'Back to the usual window' });
  screen.getByRole('button', { name: 'Back 30 s' });
  expect(screen.queryByRole('button', { name: 'Keyboard shortcuts' })).toBeNull();
  fireEvent.keyDown(window, { code: 'Escape', key: 'Escape' });
  await waitFor(() => {
    expect(app.bridge.asked).toContainEqual({ name: 'window.mini', input: { on: false } });
  });
});

test.each([
  [false, 'true'],
  [true, 'false'],
])('I2 C6: with a screen reader at work (%s) the controls stay: idle is %s', async (screenReader, idle) => {
  const { video } = await open({ 'window.read': () => ok({ mini: false, screenReader }) });
  fireEvent(video, new Event('play'));
  await wait(4000);
  expect(document.querySelector('[data-idle]')?.getAttribute('data-idle')).toBe(idle);
});
