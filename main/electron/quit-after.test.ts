import { EventEmitter } from 'node:events';
import { expect, it, vi } from 'vitest';
import { quitAfter } from './quit-after.ts';

const { app } = vi.hoisted(() => ({
  app: { listeners: null as EventEmitter | null, exits: [] as number[] },
}));
vi.mock('electron', () => ({
  app: {
    on: (name: string, listener: (event: { preventDefault: () => void }) => void) => app.listeners?.on(name, listener),
    exit: (code: number) => app.exits.push(code),
  },
}));

it('A9: asked to quit twice, the app ends once, and not before what it has to do is done', async () => {
  app.listeners = new EventEmitter();
  let stopCount = 0;
  let stopped: () => void = () => undefined;
  quitAfter(
    () => {
      stopCount += 1;
      return new Promise((resolve) => {
        stopped = resolve;
      });
    },
    () => undefined,
  );
  let heldCount = 0;
  const asked = { preventDefault: () => void (heldCount += 1) };
  app.listeners.emit('before-quit', asked);
  app.listeners.emit('before-quit', asked);
  expect([heldCount, stopCount, app.exits]).toEqual([2, 1, []]);
  stopped();
  await vi.waitFor(() => expect(app.exits).toEqual([0]));
});
