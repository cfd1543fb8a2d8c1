// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { PlaybackPlan } from '../../../../contract/domain/views.ts';
import { renderApp, type RunningApp } from '../../../lib/testing/render-app.tsx';
import { ok } from '../../../lib/testing/sample-answers.ts';
import { loadedVideo, mockVideo, samplePlan } from '../../../lib/testing/player-bench.ts';

const texts = ['Almost none of them', 'is stored whole.', 'The frames after it', 'only say what has changed.'];
const cuesOf = (lines: readonly string[]) =>
  lines.map((text, index) => ({ startMs: index * 10_000, endMs: index * 10_000 + 9000, text }));
const plan: PlaybackPlan = {
  ...samplePlan,
  positionMs: 0,
  chapters: [
    { startMs: 5000, title: 'Frames' },
    { startMs: 50_000, title: 'In short' },
  ],
  captions: [
    { language: 'en', cues: cuesOf(texts) },
    { language: 'ru', cues: cuesOf(['Почти ни один', 'Ещё один кадр']) },
  ],
};

beforeEach(() => {
  mockVideo();
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

async function open(what: PlaybackPlan = plan): Promise<{ app: RunningApp; video: HTMLVideoElement }> {
  const app = renderApp({ 'playback.open': () => ok(what) }, '/watch/l1');
  const video = await loadedVideo();
  await app.user.click(screen.getByRole('button', { name: 'Transcript, notes and chapters' }));
  await screen.findByRole('list', { name: 'Transcript' });
  return { app, video };
}
const field = (): HTMLElement => screen.getByRole('textbox', { name: 'Find in the transcript' });
const lineButtons = (): readonly HTMLElement[] =>
  within(screen.getByRole('list', { name: 'Transcript' })).getAllByRole('button');

test('C4: the search counts, marks, shows its places on the bar, and goes to the next and the previous one', async () => {
  const { app, video } = await open();
  await app.user.type(field(), 'T');
  await app.user.type(field(), 'HE');
  expect(await screen.findByText('2 places')).toBeTruthy();
  expect([...document.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual(['the', 'The']);
  expect(screen.getAllByTestId('hit')).toHaveLength(2);
  await app.user.keyboard('{Enter}');
  expect(video.currentTime).toBe(20);
  expect(screen.getByText('2 of 2')).toBeTruthy();
  await app.user.keyboard('{Enter}');
  expect(video.currentTime).toBe(0);
  await app.user.keyboard('{Shift>}{Enter}{/Shift}');
  expect(video.currentTime).toBe(20);
  await app.user.keyboard('{Escape}');
  expect((field() as HTMLInputElement).value).toBe('');
  expect(document.activeElement).toBe(field());
  await waitFor(() => {
    expect(screen.queryAllByTestId('hit')).toEqual([]);
  });
});

test('C4: what is not said is told, and nothing moves', async () => {
  const { app, video } = await open();
  await app.user.type(field(), 'zebra{Enter}');
  await screen.findByText('Nothing found');
  expect(video.currentTime).toBe(0);
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Next place' }).disabled).toBe(true);
});

test('C4 I2: one line takes part in the order of Tab, the arrow keys go on from it, Enter jumps', async () => {
  const { app, video } = await open();
  const stops = lineButtons().filter((line) => line.tabIndex === 0);
  expect(stops).toHaveLength(1);
  stops[0]?.focus();
  await app.user.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}{ArrowUp}');
  expect(document.activeElement?.textContent).toContain('The frames after it');
  expect(video.currentTime).toBe(0);
  expect(video.volume).toBe(1);
  await app.user.keyboard('{Enter}');
  expect(video.currentTime).toBe(20);
  await app.user.keyboard('{End}');
  expect(document.activeElement?.textContent).toContain('only say what has changed.');
  await app.user.keyboard('{Home} ');
  expect(video.currentTime).toBe(0);
});

test('C4: the transcript is read in the other language while the captions keep theirs', async () => {
  const { app, video } = await open();
  await app.user.click(screen.getByRole('button', { name: 'Language of the transcript: English' }));
  await app.user.click(await screen.findByRole('menuitemradio', { name: 'Russian' }));
  const list = screen.getByRole('list', { name: 'Transcript' });
  await waitFor(() => {
    expect(list.getAttribute('lang')).toBe('ru');
  });
  await app.user.type(field(), 'еще');
  expect(await screen.findByText('1 place')).toBeTruthy();
  fireEvent(video, new Event('seeked'));
  expect((await screen.findByTestId('captions')).textContent).toBe('Almost none of them');
});

test('C4: of five thousand lines only those in sight are drawn, and the last one can be gone to', async () => {
  const many = Array.from({ length: 5000 }, (_, index) => `Line ${String(index)}`);
  const cues = many.map((text, index) => ({ startMs: index * 20, endMs: index * 20 + 15, text }));
  const { app, video } = await open({ ...plan, captions: [{ language: 'en', cues }] });
  expect(lineButtons().length).toBeLessThan(60);
  await app.write(field(), 'line 4999');
  await app.user.keyboard('{Enter}');
  expect(video.currentTime).toBeCloseTo(99.98);
  expect(screen.getByText('1 of 1')).toBeTruthy();
  expect(lineButtons().length).toBeLessThan(60);
});

test('C4: the chapter that plays is named beside the time, and the menu goes to another', async () => {
  const { app, video } = await open();
  await app.user.click(screen.getByRole('button', { name: 'Chapter: Before the first chapter' }));
  await app.user.click(await screen.findByRole('menuitemradio', { name: /In short/u }));
  expect(video.currentTime).toBe(50);
  fireEvent(video, new Event('timeupdate'));
  expect(await screen.findByRole('button', { name: 'Chapter: In short' })).toBeTruthy();
});

/** Selects a line's words as a pointer would; jsdom lays nothing out. */
function select(words: string): void {
  Range.prototype.getClientRects ??= () => [] as unknown as DOMRectList;
  window.getSelection()?.selectAllChildren(screen.getByText(words));
  fireEvent(document, new Event('selectionchange'));
}

test('C4: selected words are copied with their time, and the keys copy the line they are on', async () => {
  const { app } = await open();
  const data = new Map<string, string>();
  const clipboardData = { setData: (type: string, text: string) => data.set(type, text) };
  document.execCommand = () => {
    const event = new Event('copy', { bubbles: true, cancelable: true });
    Object.assign(event, { clipboardData });
    return !document.dispatchEvent(event);
  };
  select('is stored whole.');
  await app.user.pointer({
    target: await screen.findByRole('button', { name: 'Copy with time' }),
    keys: '[MouseLeft]',
  });
  expect(data.get('text/plain')).toBe('is stored whole. (0:10)');
  window.getSelection()?.removeAllRanges();
  const first = lineButtons()[0];
  first?.focus();
  const copy = new Event('copy', { bubbles: true, cancelable: true });
  Object.assign(copy, { clipboardData });
  first?.dispatchEvent(copy);
  expect(data.get('text/plain')).toBe('Almost none of them (0:00)');
});

test('C4 C5: selected words begin a note at their moment, quoted, and are kept without another key', async () => {
  const { app, video } = await open();
  select('is stored whole.');
  await app.user.pointer({ target: await screen.findByRole('button', { name: 'Note' }), keys: '[MouseLeft]' });
  const field = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Note at 0:10' });
  expect(field.value).toBe('> is stored whole.\n\n');
  expect(document.activeElement).toBe(field);
  expect(field.selectionStart).toBe(field.value.length);
  expect(video.currentTime).toBe(0);
  await app.user.keyboard('{Escape}');
  expect(app.bridge.asked.findLast(({ name }) => name === 'notes.save')?.input).toMatchObject({
    positionMs: 10_000,
    text: '> is stored whole.',
  });
});

test('C4 C5 I2: the keyboard alone selects a line and begins a note with it', async () => {
  const { app } = await open();
  Range.prototype.getClientRects ??= () => [] as unknown as DOMRectList;
  lineButtons()
    .find(({ tabIndex }) => tabIndex === 0)
    ?.focus();
  await app.user.keyboard('{ArrowDown}{Shift>}{Enter}{/Shift}');
  fireEvent(document, new Event('selectionchange'));
  await screen.findByRole('group', { name: 'Selected words' });
  // The keys of jsdom take the selection away when the focus moves; Chromium's do not (tests/e2e/transcript.spec.ts).
  screen.getByRole('button', { name: 'Note' }).focus();
  await app.user.keyboard('{Enter}');
  const field = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Note at 0:10' });
  await app.user.keyboard('Mine');
  expect(field.value).toBe('> is stored whole.\n\nMine');
});

test('C4 I2: closed by the keyboard, the panel gives the focus back to its button; by the pointer Space goes on playing', async () => {
  const { app } = await open();
  const panelButton = screen.getByRole('button', { name: 'Transcript, notes and chapters' });
  screen.getByRole('button', { name: 'Close the panel' }).focus();
  await app.user.keyboard('{Enter}');
  expect(document.activeElement).toBe(panelButton);
  await app.user.keyboard('{Enter}');
  await app.user.click(await screen.findByRole('button', { name: 'Close the panel' }));
  expect(document.activeElement).not.toBe(panelButton);
});
