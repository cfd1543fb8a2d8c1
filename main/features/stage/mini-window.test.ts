import { expect, test } from 'vitest';
import { defaultSettings } from '../../../contract/domain/settings.ts';
import type { WindowBounds } from '../../../contract/domain/stage.ts';
import { createFakeClock } from '../../../tests/fakes/fake-clock.ts';
import { createFakeWindow } from '../../../tests/fakes/fake-window.ts';
import { fitBounds, miniBounds } from './fit-bounds.ts';
import { createMiniWindow } from './mini-window.ts';

const left: WindowBounds = { x: 0, y: 0, width: 1920, height: 1040 };
const right: WindowBounds = { x: 1920, y: 0, width: 1280, height: 984 };

function bench(last: WindowBounds | null = null) {
  const window = createFakeWindow();
  const clock = createFakeClock();
  const kept: WindowBounds[] = [];
  let told = 0;
  const mini = createMiniWindow({
    window,
    clock,
    settings: () => ({ ...defaultSettings, miniWindow: kept.at(-1) ?? last }),
    keep: (bounds) => void kept.push(bounds),
    onChange: () => (told += 1),
  });
  window.onChange(mini.windowChanged);
  return { window, clock, kept, mini, told: () => told };
}

test('C6: the mini window opens in the lower right corner, above all others, and gives the former place back', async () => {
  const { window, mini, told } = bench();
  const former = window.bounds;
  expect(await mini.set(true)).toBe(true);
  expect(window.bounds).toEqual({ x: 1480, y: 782, width: 416, height: 234 });
  expect(window.isOnTop).toBe(true);
  expect(await mini.set(true)).toBe(true);
  expect(await mini.set(false)).toBe(false);
  expect(window.bounds).toEqual(former);
  expect(window.isOnTop).toBe(false);
  expect(told()).toBe(2);
});

test('C6: a maximised or full-screen window comes back as it was', async () => {
  const { window, mini } = bench();
  window.isMaximised = true;
  window.isFullScreen = true;
  await mini.set(true);
  expect([window.isMaximised, window.isFullScreen]).toEqual([false, false]);
  await mini.set(false);
  expect(window.isMaximised).toBe(true);
});

test('C6: it remembers where it was moved to, half a second after the last move and when it is left', async () => {
  const { window, mini, clock, kept } = bench();
  await mini.set(true);
  window.bounds = { x: 40, y: 60, width: 500, height: 300 };
  window.tell('moved');
  clock.advance(300);
  window.tell('moved');
  clock.advance(400);
  expect(kept).toEqual([]);
  clock.advance(200);
  expect(kept).toEqual([window.bounds]);
  await mini.set(false);
  await mini.set(true);
  expect(window.bounds).toEqual({ x: 40, y: 60, width: 500, height: 300 });
});

test('C6: moves of the usual window are nobody’s business', () => {
  const { window, clock, kept } = bench();
  window.tell('moved');
  clock.advance(5000);
  expect(kept).toEqual([]);
});

test('C6: a screen that was unplugged takes neither the mini window nor the former place with it', async () => {
  const { window, mini } = bench({ x: 2700, y: 700, width: 400, height: 240 });
  window.areas = [right, left];
  window.bounds = { x: 2000, y: 20, width: 1100, height: 900 };
  await mini.set(true);
  expect(window.bounds).toEqual({ x: 2700, y: 700, width: 400, height: 240 });
  window.areas = [left];
  window.tell('screens');
  expect(window.bounds).toEqual({ x: 1520, y: 700, width: 400, height: 240 });
  await mini.set(false);
  expect(window.bounds).toEqual({ x: 820, y: 20, width: 1100, height: 900 });
});

test('C6: a page that begins anew finds its usual window, a window that was closed is forgotten', async () => {
  const { window, mini } = bench();
  const former = window.bounds;
  await mini.set(true);
  window.tell('page-gone');
  expect(mini.isOn()).toBe(false);
  expect(window.bounds).toEqual(former);
  await mini.set(true);
  window.isThere = false;
  window.tell('closed');
  expect(mini.isOn()).toBe(false);
  expect(await mini.set(true)).toBe(false);
});

test('C6: a remembered size that is too small or too large for the screen is made to fit', () => {
  expect(miniBounds({ x: 5, y: 5, width: 10, height: 10 }, [left])).toEqual({ x: 5, y: 5, width: 320, height: 180 });
  expect(fitBounds({ x: -50, y: -50, width: 5000, height: 5000 }, [left])).toEqual(left);
  expect(fitBounds({ x: 1, y: 2, width: 3, height: 4 }, [])).toEqual({ x: 1, y: 2, width: 3, height: 4 });
});
