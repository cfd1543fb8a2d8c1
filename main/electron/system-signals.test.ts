import type { BrowserWindow } from 'electron';
import { beforeEach, expect, it, vi } from 'vitest';
import { createNotify } from './system-signals.ts';

const { presses } = vi.hoisted(() => ({ presses: [] as (() => void)[] }));
vi.mock('electron', () => {
  /** Called with `new`, it gives this object. */
  function fakeNotification() {
    const listeners = new Map<string, () => void>();
    return {
      on: (name: string, listener: () => void) => listeners.set(name, listener),
      show: () => presses.push(() => listeners.get('click')?.()),
    };
  }
  return { Notification: Object.assign(fakeNotification, { isSupported: () => true }) };
});
beforeEach(() => {
  presses.length = 0;
});

const words = { title: 'Downloads', body: 'All here' };

it('D1: a notice that is pressed when the window is gone opens another, and nothing breaks', () => {
  let window: BrowserWindow | null = { isFocused: () => false } as BrowserWindow;
  let broughtUpCount = 0;
  const notify = createNotify({ window: () => window, bringUp: () => void (broughtUpCount += 1) });
  notify(words);
  expect(presses).toHaveLength(1);
  window = null;
  presses[0]?.();
  expect(broughtUpCount).toBe(1);
});

it('D1: who looks at the window, or has none, is told nothing by the system', () => {
  for (const window of [null, { isFocused: () => true } as BrowserWindow])
    createNotify({ window: () => window, bringUp: () => undefined })(words);
  expect(presses).toEqual([]);
});
