// @vitest-environment jsdom
import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { Settings } from '../../../../contract/domain/settings.ts';
import type { RunningApp } from '../../../lib/testing/render-app.tsx';
import { renderSettings } from '../../../lib/testing/render-settings.tsx';
import { ok, sampleSettings } from '../../../lib/testing/sample-answers.ts';
import { useToasts } from '../../../lib/toasts.ts';
import { KeyboardBlock } from './keyboard-block.tsx';

afterEach(() => {
  cleanup();
  useToasts.setState({ toasts: [] });
});

const patience = { timeout: 10_000 };
const sent = (app: RunningApp): unknown =>
  app.bridge.asked.filter(({ name }) => name === 'settings.update').at(-1)?.input ?? null;

/** Opens the list of keys, and the sheet of one command. */
async function open(command: string | null, part: Partial<Settings> = {}): Promise<RunningApp> {
  const app = renderSettings(KeyboardBlock, { 'settings.read': () => ok({ ...sampleSettings, ...part }) });
  fireEvent.click(await screen.findByRole('button', { name: 'Show the keys' }, patience));
  if (command !== null) fireEvent.click(screen.getByLabelText(`Change the keys of “${command}”`));
  return app;
}
const press = (code: string, part: Partial<KeyboardEventInit> = {}): boolean =>
  fireEvent.keyDown(document.activeElement ?? window, { code, key: '', ...part });

test('C7: a free key is recorded by its place, also in a Cyrillic layout', async () => {
  const app = await open('Sound on or off');
  fireEvent.click(await screen.findByLabelText('Press a new key instead of M'));
  await screen.findByText(/^Press the key now/u);
  expect(press('KeyX', { key: 'ч' })).toBe(false);
  await expect
    .poll(() => sent(app))
    .toEqual({
      playerKeys: { preset: 'lectoroom', changed: { mute: ['KeyX'] } },
    });
});

test('C7: Esc leaves off and keeps the sheet; what belongs to the system or the window is refused in words', async () => {
  const app = await open('Sound on or off');
  const record = await screen.findByLabelText('Press a new key instead of M');
  fireEvent.click(record);
  press('Escape');
  expect(screen.queryByText(/^Press the key now/u)).toBeNull();
  fireEvent.click(record);
  press('ControlLeft', { ctrlKey: true });
  await screen.findByText(/^Press the key now/u);
  press('KeyW', { ctrlKey: true });
  await screen.findByText(/^This belongs to the system/u);
  fireEvent.click(record);
  press('F6');
  await screen.findByText('The window needs this key itself.');
  screen.getByRole('dialog');
  expect(sent(app)).toBeNull();
});

test('C7: a taken key is swapped, taken from there, or left', async () => {
  const app = await open('Sound on or off');
  fireEvent.click(await screen.findByLabelText('Press a new key instead of M'));
  press('KeyK');
  const notice = await screen.findByRole('alert');
  within(notice).getByText('K already belongs to “Play or pause”.');
  fireEvent.click(within(notice).getByText('Leave it'));
  expect(screen.queryByRole('alert')).toBeNull();
  fireEvent.click(screen.getByLabelText('Press a new key instead of M'));
  press('KeyK');
  fireEvent.click(await screen.findByText('Swap the keys'));
  await expect
    .poll(() => sent(app))
    .toEqual({
      playerKeys: { preset: 'lectoroom', changed: { mute: ['KeyK'], play: ['Space', 'KeyM'] } },
    });
});

test('C7: another preset is taken at once, and one’s own changes can be had back', async () => {
  const changed = { preset: 'lectoroom', changed: { mute: ['KeyX'] } } as const;
  const app = await open(null, { playerKeys: { preset: 'lectoroom', changed: { mute: ['KeyX'] } } });
  fireEvent.click(screen.getByLabelText('VLC'));
  await expect.poll(() => sent(app)).toEqual({ playerKeys: { preset: 'vlc', changed: {} } });
  fireEvent.click(await screen.findByText('Undo'));
  await expect.poll(() => sent(app)).toEqual({ playerKeys: changed });
});

test('C7: keys that rest are marked, and the command goes back to the preset’s', async () => {
  const app = await open('Sound on or off', {
    playerSingleKeys: false,
    playerKeys: { preset: 'lectoroom', changed: { mute: ['F2'], captions: ['KeyM'] } },
  });
  expect(screen.getAllByText('does not work now').length).toBeGreaterThan(10);
  fireEvent.click(await screen.findByText('As in the preset'));
  await expect
    .poll(() => sent(app))
    .toEqual({
      playerKeys: { preset: 'lectoroom', changed: { captions: [] } },
    });
});
