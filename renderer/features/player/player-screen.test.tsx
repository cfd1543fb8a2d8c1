// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { PlaybackPlan } from '../../../contract/domain/views.ts';
import { fail, type Result } from '../../../contract/result.ts';
import { loadedVideo, mockVideo, samplePlan } from '../../lib/testing/player-bench.ts';
import { renderApp, type RunningApp } from '../../lib/testing/render-app.tsx';
import { download, lecture, ok } from '../../lib/testing/sample-answers.ts';

const plan: PlaybackPlan = {
  ...samplePlan,
  captions: [
    { language: 'en', cues: [{ startMs: 40_000, endMs: 45_000, text: 'Almost none of them is stored whole.' }] },
  ],
};

beforeEach(mockVideo);
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const open = (): RunningApp => renderApp({ 'playback.open': () => ok(plan) }, '/watch/l1');
const saved = (app: RunningApp): readonly unknown[] =>
  app.bridge.asked.filter((each) => each.name === 'playback.savePosition').map((each) => each.input);

test('C1 C2 C4: a lecture opens where it was left, with its caption on the picture', async () => {
  open();
  const video = await loadedVideo();
  expect(video.getAttribute('src')).toBe('lecture://media/opaque');
  expect(video.currentTime).toBe(41);
  fireEvent(video, new Event('seeked'));
  expect((await screen.findByTestId('captions')).textContent).toBe('Almost none of them is stored whole.');
  expect(document.title).not.toContain(lecture.title);
});

test('C2: the position is told on pause, on leaving the window and on leaving the screen; a seek to the end tells of nothing watched', async () => {
  const app = open();
  const video = await loadedVideo();
  video.currentTime = 50;
  fireEvent(video, new Event('pause'));
  video.currentTime = 60;
  fireEvent(window, new Event('pagehide'));
  video.currentTime = 97;
  app.unmount();
  expect(saved(app)).toEqual([
    { lectureId: 'l1', positionMs: 50_000, watched: [] },
    { lectureId: 'l1', positionMs: 60_000, watched: [] },
    { lectureId: 'l1', positionMs: 97_000, watched: [] },
  ]);
});

test('C3 C7: keys seek, change the speed and switch captions in a Cyrillic layout', async () => {
  open();
  const video = await loadedVideo();
  fireEvent.keyDown(window, { code: 'KeyL', key: 'д' });
  expect(video.currentTime).toBe(51);
  fireEvent.keyDown(window, { code: 'Period', key: 'Ю', shiftKey: true });
  expect(video.playbackRate).toBe(1.25);
  fireEvent.keyDown(window, { code: 'KeyC', key: 'с' });
  await screen.findByText('Captions off');
  expect(screen.getByRole('button', { name: 'Captions' }).getAttribute('aria-pressed')).toBe('false');
});

test('C4: a press in the transcript jumps there', async () => {
  const app = open();
  const video = await loadedVideo();
  await app.user.click(screen.getByRole('button', { name: 'Transcript, notes and chapters' }));
  await app.user.click(await screen.findByRole('button', { name: /Almost none of them/u }));
  expect(video.currentTime).toBe(40);
});

const whole = (): Result<PlaybackPlan> => ok(plan);

test('C8 D8: a damaged file is a sentence and a button that repairs it, and the lecture plays on at the same second', async () => {
  let broken = true;
  let mend: (answer: Result<{ fetchedBytes: number }>) => void = () => undefined;
  const app = renderApp(
    {
      'playback.open': () => (broken ? fail('asset-damaged') : whole()),
      'downloads.repair': () =>
        new Promise((resolve) => {
          mend = resolve;
        }),
    },
    '/watch/l1',
  );
  await screen.findByRole('heading', { name: 'The file of this lecture is damaged' });
  await app.user.click(screen.getByRole('button', { name: 'Repair it' }));
  const line = await screen.findByRole('progressbar', { name: 'Repairing the file' });
  act(() => {
    app.bridge.emit('downloads.checking', { lectureId: lecture.id, share: 0.7 });
  });
  expect(line.getAttribute('aria-valuenow')).toBe('70');
  broken = false;
  mend(ok({ fetchedBytes: 65_536 }));
  const video = await loadedVideo();
  expect(video.currentTime).toBe(41);
  expect(app.bridge.asked.some(({ name }) => name === 'downloads.remove')).toBe(false);
});

test('C8 D8: where only the whole file helps, it is fetched anew and plays', async () => {
  let broken = true;
  const app = renderApp(
    {
      'playback.open': () => (broken ? fail('asset-damaged') : whole()),
      'downloads.repair': () => fail('changed-at-service'),
    },
    '/watch/l1',
  );
  await app.user.click(await screen.findByRole('button', { name: 'Repair it' }));
  await waitFor(() => {
    expect(app.bridge.asked.map(({ name }) => name).filter((name) => /remove|start/u.test(name))).toEqual([
      'downloads.remove',
      'downloads.start',
    ]);
  });
  app.bridge.emit('downloads.changed', [download({})]);
  await screen.findByRole('progressbar');
  broken = false;
  app.bridge.emit('downloads.changed', [download({ state: 'complete' })]);
  await app.user.click(await screen.findByRole('button', { name: 'Play the lecture' }));
  await screen.findByRole('slider', { name: 'Place in the lecture' });
});

test('C8 D8: without a network a damaged file is kept as it is, and says why', async () => {
  const app = renderApp(
    { 'playback.open': () => fail('asset-damaged'), 'downloads.repair': () => fail('service-unreachable') },
    '/watch/l1',
  );
  await app.user.click(await screen.findByRole('button', { name: 'Repair it' }));
  await screen.findByText(/^The service cannot be reached\./u);
  await screen.findByRole('button', { name: 'Repair it' });
  expect(app.bridge.asked.some(({ name }) => name === 'downloads.remove')).toBe(false);
});

test('C8: without a network a lecture that is not here says so and offers the way back', async () => {
  renderApp({ 'playback.open': () => ({ ok: false, error: { code: 'not-downloaded' } }) }, '/watch/l1');
  await screen.findByRole('heading', { name: 'This lecture is not on this computer' });
  await waitFor(() => screen.getByRole('button', { name: 'Back to the course' }));
});

test('C8: bytes that stop on the way are told in words once the picture has run out', async () => {
  const app = open();
  const video = await loadedVideo();
  const readyState = vi.spyOn(HTMLMediaElement.prototype, 'readyState', 'get').mockReturnValue(4);
  fireEvent(video, new Event('canplay'));
  app.bridge.emit('playback.fault', { mediaUrl: 'lecture://media/another', error: { code: 'asset-missing' } });
  app.bridge.emit('playback.fault', { mediaUrl: plan.mediaUrl, error: { code: 'asset-damaged' } });
  await screen.findByRole('slider', { name: 'Place in the lecture' });
  expect(screen.queryByRole('alert')).toBeNull();
  readyState.mockReturnValue(2);
  fireEvent(video, new Event('waiting'));
  await screen.findByRole('heading', { name: 'The file of this lecture is damaged' });
});
