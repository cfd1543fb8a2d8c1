import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { renderApp, type RunningApp } from '../lib/testing/render-app.tsx';
import { course } from '../lib/testing/sample-answers.ts';

/** A window in which only the main region is long, and how long is told here. */
let longestTop = 0;
let grow: () => void = () => undefined;
const tops = new WeakMap<Element, number>();
const usual = globalThis.ResizeObserver;
beforeEach(() => {
  longestTop = 5000;
  Object.defineProperty(HTMLElement.prototype, 'scrollTop', {
    configurable: true,
    get(this: HTMLElement) {
      return tops.get(this) ?? 0;
    },
    set(this: HTMLElement, top: number) {
      tops.set(this, Math.min(top, longestTop));
    },
  });
  const seen = new Set<() => void>();
  grow = () => {
    for (const tell of seen) tell();
  };
  globalThis.ResizeObserver = function observer(tell: () => void) {
    return {
      observe: () => void seen.add(tell),
      unobserve: () => undefined,
      disconnect: () => void seen.delete(tell),
    };
  } as unknown as typeof ResizeObserver;
});
afterEach(() => {
  cleanup();
  Reflect.deleteProperty(HTMLElement.prototype, 'scrollTop');
  globalThis.ResizeObserver = usual;
});

const main = (): HTMLElement => screen.getByRole('main');

/** Goes away from a place on the home screen and back to it while the screen is too short for it. */
async function goneAndBack(): Promise<RunningApp> {
  const app = renderApp();
  const link = await screen.findByRole('link', { name: course.title });
  main().scrollTop = 1800;
  fireEvent.scroll(main());
  await app.user.click(link);
  await screen.findByRole('heading', { level: 1, name: course.title });
  main().scrollTop = 0;
  longestTop = 200;
  await app.user.click(screen.getByRole('button', { name: 'Back' }));
  await screen.findByRole('heading', { level: 1, name: 'Hello, Anna' });
  await waitFor(() => {
    expect(main().scrollTop).toBe(200);
  });
  return app;
}

test('B1: back leads to where one was, also when the screen grows to its length only later', async () => {
  await goneAndBack();
  longestTop = 5000;
  act(grow);
  expect(main().scrollTop).toBe(1800);
});

test('B1: who scrolls meanwhile is not carried off', async () => {
  await goneAndBack();
  fireEvent.wheel(main());
  longestTop = 5000;
  act(grow);
  expect(main().scrollTop).toBe(200);
});
