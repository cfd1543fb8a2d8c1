// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { usualCaptionStyle } from '../../../../contract/domain/caption-style.ts';
import type { Settings } from '../../../../contract/domain/settings.ts';
import type { PlaybackPlan } from '../../../../contract/domain/views.ts';
import { renderApp, type RunningApp } from '../../../lib/testing/render-app.tsx';
import { ok, sampleSettings } from '../../../lib/testing/sample-answers.ts';
import { loadedVideo, mockVideo, samplePlan } from '../../../lib/testing/player-bench.ts';

const plan: PlaybackPlan = {
  ...samplePlan,
  captions: [
    {
      language: 'en',
      cues: [
        { startMs: 40_000, endMs: 45_000, text: 'Almost none of them' },
        { startMs: 41_000, endMs: 43_000, text: 'is stored whole.' },
        { startMs: 60_000, endMs: 62_000, text: 'Look below.', place: 'top' },
      ],
    },
    { language: 'ru', cues: [{ startMs: 39_000, endMs: 44_000, text: 'Почти ни один' }] },
  ],
};

beforeEach(mockVideo);
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

async function open(settings: Partial<Settings> = {}): Promise<{ app: RunningApp; video: HTMLVideoElement }> {
  const app = renderApp(
    { 'playback.open': () => ok(plan), 'settings.read': () => ok({ ...sampleSettings, ...settings }) },
    '/watch/l1',
  );
  const video = await loadedVideo();
  return { app, video };
}
const lines = async (): Promise<readonly (string | null)[]> =>
  [...(await screen.findByTestId('captions')).querySelectorAll('p')].map((line) => line.textContent);
const openMenu = async (app: RunningApp): Promise<void> => {
  await app.user.click(screen.getByRole('button', { name: 'Captions: language and style' }));
  await screen.findByRole('menu');
};
const changed = (app: RunningApp): readonly unknown[] =>
  app.bridge.asked.filter(({ name }) => name === 'settings.update').map(({ input }) => input);

test('C4: overlapping captions stand together, and one that its author put to the top stands there', async () => {
  const { video } = await open();
  fireEvent(video, new Event('seeked'));
  expect(await lines()).toEqual(['Almost none of them', 'is stored whole.']);
  video.currentTime = 61;
  fireEvent(video, new Event('seeked'));
  await waitFor(async () => {
    expect(await lines()).toEqual(['Look below.']);
  });
  expect(screen.getByTestId('captions').querySelector('[data-place]')?.getAttribute('data-place')).toBe('top');
});

test('C4: two languages at once are picked in the menu and kept; picking the upper one for below changes them over', async () => {
  const { app, video } = await open();
  fireEvent(video, new Event('seeked'));
  await openMenu(app);
  const second = screen.getByRole('group', { name: 'Second language above' });
  await app.user.click(within(second).getByRole('menuitemradio', { name: 'Russian' }));
  await waitFor(async () => {
    expect(await lines()).toEqual(['Почти ни один', 'Almost none of them', 'is stored whole.']);
  });
  expect(changed(app)).toEqual([{ captionSecondLanguage: 'ru' }]);
  await openMenu(app);
  const first = screen.getByRole('group', { name: 'Language of captions' });
  await app.user.click(within(first).getByRole('menuitemradio', { name: 'Russian' }));
  await waitFor(async () => {
    expect(await lines()).toEqual(['Almost none of them', 'is stored whole.', 'Почти ни один']);
  });
  expect(changed(app).at(-1)).toEqual({ captionsOn: true, captionLanguage: 'ru', captionSecondLanguage: 'en' });
});

test('C4: the next lecture begins with the languages chosen before, and without what it does not have', async () => {
  const { video } = await open({ captionLanguage: 'ru', captionSecondLanguage: 'en' });
  fireEvent(video, new Event('seeked'));
  expect(await lines()).toEqual(['Almost none of them', 'is stored whole.', 'Почти ни один']);
  cleanup();
  const again = await open({ captionLanguage: 'fr', captionSecondLanguage: 'de' });
  fireEvent(again.video, new Event('seeked'));
  expect(await lines()).toEqual(['Almost none of them', 'is stored whole.']);
});

test('C4: the style is chosen, shown in the preview and on the picture, kept, and put back', async () => {
  const { app, video } = await open();
  fireEvent(video, new Event('seeked'));
  await openMenu(app);
  await app.user.click(screen.getByRole('menuitem', { name: 'Caption style…' }));
  const panel = await screen.findByRole('dialog', { name: 'Caption style' });
  const usual = within(panel).getByRole('button', { name: 'Back to the usual style' });
  await app.user.click(within(panel).getByRole('radio', { name: 'Huge' }));
  await app.user.click(within(panel).getByRole('radio', { name: 'Yellow' }));
  const style = { ...usualCaptionStyle, size: 'huge', colour: 'yellow' };
  expect(changed(app).at(-1)).toEqual({ captionStyle: style });
  for (const place of [screen.getByTestId('captions'), screen.getByTestId('caption-preview')]) {
    expect(place.querySelector('[data-size]')).toMatchObject({ dataset: { size: 'huge', colour: 'yellow' } });
  }
  await app.user.click(usual);
  expect(document.activeElement).toBe(usual);
  expect(changed(app).at(-1)).toEqual({ captionStyle: usualCaptionStyle });
});

test('C4: off is off, and what was said stays away from the end card', async () => {
  const { app, video } = await open();
  fireEvent(video, new Event('seeked'));
  await screen.findByTestId('captions');
  vi.spyOn(HTMLMediaElement.prototype, 'ended', 'get').mockReturnValue(true);
  fireEvent(video, new Event('ended'));
  await screen.findByText('That was the last lecture: the course is done');
  expect(screen.queryByTestId('captions')).toBeNull();
  await openMenu(app);
  await app.user.click(screen.getByRole('menuitemradio', { name: 'Off' }));
  expect(changed(app)).toEqual([{ captionsOn: false }]);
});
