// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Quality } from '../../../../contract/domain/course.ts';
import type { PlaybackPlan } from '../../../../contract/domain/views.ts';
import { fail, type Result } from '../../../../contract/result.ts';
import type { Answers } from '../../../lib/testing/fake-bridge.ts';
import { loadedVideo, mockVideo, samplePlan } from '../../../lib/testing/player-bench.ts';
import { renderApp, type RunningApp } from '../../../lib/testing/render-app.tsx';
import { download, lecture, ok } from '../../../lib/testing/sample-answers.ts';

const streamed: PlaybackPlan = { ...samplePlan, source: 'network' };
const onDisk = (quality: Quality): PlaybackPlan => ({ ...samplePlan, quality, mediaUrl: `lecture://media/${quality}` });

beforeEach(mockVideo);
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

async function play(answers: Answers = {}): Promise<{ app: RunningApp; video: HTMLVideoElement }> {
  const app = renderApp({ 'playback.open': () => ok(streamed), ...answers }, '/watch/l1');
  return { app, video: await loadedVideo() };
}
const videos = (): readonly HTMLVideoElement[] => [...document.querySelectorAll('video')];
const isWhole = (app: RunningApp, quality: Quality): void => {
  act(() => {
    app.bridge.emit('downloads.changed', [download({ state: 'complete', quality, place: null })]);
  });
};
const fault = (app: RunningApp): void => {
  act(() => {
    app.bridge.emit('playback.fault', { mediaUrl: streamed.mediaUrl, error: { code: 'service-unreachable' } });
  });
};
/** The video that is being prepared comes to where the other one stands. */
async function prepared(): Promise<HTMLVideoElement> {
  await waitFor(() => {
    expect(videos()).toHaveLength(2);
  });
  const next = videos()[1];
  if (!next) throw new Error('nothing is prepared');
  fireEvent(next, new Event('loadedmetadata'));
  await act(async () => {
    await Promise.resolve();
  });
  fireEvent(next, new Event('seeked'));
  return next;
}

test('C1: a download in another quality takes over from the stream, at the same place, speed and volume, and saves it', async () => {
  const { app, video } = await play({ 'playback.plan': () => ok(onDisk('360p')) });
  Object.assign(video, { currentTime: 57, volume: 0.3, playbackRate: 1.75 });
  fireEvent(video, new Event('timeupdate'));
  isWhole(app, '360p');
  const next = await prepared();
  expect(next.getAttribute('src')).toBe('lecture://media/360p');
  expect(next.muted).toBe(true);
  await waitFor(() => {
    expect(videos()).toEqual([next]);
  });
  expect(next.currentTime).toBe(57);
  expect([next.volume, next.muted, next.playbackRate]).toEqual([0.3, false, 1.75]);
  expect(next.dataset['source']).toBeUndefined();
  await screen.findByText(/from this computer$/u);
  next.currentTime = 60;
  fireEvent(next, new Event('pause'));
  expect(app.bridge.asked.findLast(({ name }) => name === 'playback.savePosition')?.input).toMatchObject({
    positionMs: 60_000,
  });
});

test('C1: the same file goes on by itself: nothing in the window changes but the word', async () => {
  const { app, video } = await play({ 'playback.plan': () => ok(samplePlan) });
  screen.getByText(/over the network$/u);
  isWhole(app, '720p');
  await screen.findByText(/from this computer$/u);
  expect(videos()).toEqual([video]);
});

test('C1: a picture that comes gives way to sound alone only when the network goes', async () => {
  const { app, video } = await play({ 'playback.plan': () => ok(onDisk('audio')) });
  isWhole(app, 'audio');
  await act(async () => {
    await Promise.resolve();
  });
  expect(videos()).toEqual([video]);
  vi.spyOn(HTMLMediaElement.prototype, 'readyState', 'get').mockReturnValue(2);
  fault(app);
  const next = await prepared();
  expect(next.getAttribute('src')).toBe('lecture://media/audio');
  expect(screen.queryByRole('alert')).toBeNull();
});

test('C8: with nothing on the disk a service that goes is a sentence, and the lecture goes on by itself when it is back', async () => {
  let plan: Result<PlaybackPlan> = fail('service-unreachable');
  const { app, video } = await play({ 'playback.plan': () => plan });
  vi.useFakeTimers({ shouldAdvanceTime: true });
  vi.spyOn(HTMLMediaElement.prototype, 'readyState', 'get').mockReturnValue(2);
  video.currentTime = 44;
  fault(app);
  fireEvent(video, new Event('waiting'));
  await screen.findByRole('heading', { name: 'The service cannot be reached' });
  expect(app.bridge.asked.findLast(({ name }) => name === 'playback.savePosition')?.input).toMatchObject({
    positionMs: 44_000,
  });
  plan = ok(streamed);
  await vi.advanceTimersByTimeAsync(6000);
  await screen.findByRole('slider', { name: 'Place in the lecture' });
});

test.each([
  ['another quality', onDisk('360p')],
  ['the same file', samplePlan],
])('C1: left while main still looks at the disk, nothing is opened any more: %s', async (_, found) => {
  let answer: (plan: Result<PlaybackPlan>) => void = () => undefined;
  const { app } = await play({
    'playback.plan': () =>
      new Promise((resolve) => {
        answer = resolve;
      }),
  });
  isWhole(app, found.quality);
  app.unmount();
  const create = vi.spyOn(document, 'createElement');
  answer(ok(found));
  await new Promise((resolve) => {
    setTimeout(resolve, 20);
  });
  expect(create).not.toHaveBeenCalledWith('video');
  expect(app.bridge.asked.filter(({ name }) => name === 'playback.open')).toHaveLength(1);
});

test('C8: what is on the disk and cannot be played either keeps nobody waiting for the sentence', async () => {
  const { app, video } = await play({ 'playback.plan': () => ok(onDisk('360p')) });
  vi.spyOn(HTMLMediaElement.prototype, 'readyState', 'get').mockReturnValue(2);
  fault(app);
  fireEvent(video, new Event('waiting'));
  await waitFor(() => {
    expect(videos()).toHaveLength(2);
  });
  const next = videos()[1];
  if (next) fireEvent(next, new Event('error'));
  await screen.findByRole('heading', { name: 'The service cannot be reached' });
});

test('C8: bytes that come after all take the fault back', async () => {
  const { app, video } = await play();
  fault(app);
  fireEvent(video, new Event('progress'));
  vi.spyOn(HTMLMediaElement.prototype, 'readyState', 'get').mockReturnValue(2);
  fireEvent(video, new Event('waiting'));
  expect(screen.queryByRole('alert')).toBeNull();
});

test('C8: what this computer cannot show, or can only let hear, is offered in another quality, until there is none', async () => {
  const width = vi.spyOn(HTMLVideoElement.prototype, 'videoWidth', 'get').mockReturnValue(0);
  const app = renderApp(
    {
      'playback.open': ({ except = [] }) =>
        except.length < 2 ? ok(onDisk(except.length === 0 ? '720p' : '360p')) : fail('codec-unsupported'),
    },
    '/watch/l1',
  );
  const press = async (): Promise<void> =>
    app.user.click(await screen.findByRole('button', { name: 'Try another quality' }));
  await screen.findByRole('heading', { name: 'This computer cannot show this lecture' });
  await press();
  await waitFor(() => {
    expect(app.bridge.asked.findLast(({ name }) => name === 'playback.open')?.input).toMatchObject({
      except: ['720p'],
    });
  });
  await press();
  await waitFor(() => {
    expect(screen.queryByRole('button', { name: 'Try another quality' })).toBeNull();
  });
  screen.getByRole('heading', { name: 'This computer cannot show this lecture' });
  expect(width).toHaveBeenCalled();
});

test('C8 C1: a file that is gone is offered over the network, while there is one', async () => {
  const app = renderApp(
    { 'playback.open': ({ from }) => (from === 'network' ? ok(streamed) : fail('asset-missing')) },
    '/watch/l1',
  );
  await app.user.click(await screen.findByRole('button', { name: 'Play from the network' }));
  expect((await loadedVideo()).currentTime).toBe(41);
  expect(app.bridge.asked.findLast(({ name }) => name === 'playback.open')?.input).toEqual({
    lectureId: lecture.id,
    from: 'network',
    except: [],
  });
});
