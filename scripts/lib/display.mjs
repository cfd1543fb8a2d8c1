import { Readable } from 'node:stream';
import { endBackground, firstLine, startBackground } from './children.mjs';
import { SetupError } from './say.mjs';

/**
 * Whether windows can be seen here.
 * @param {NodeJS.ProcessEnv} [environment]
 */
export const hasDisplay = (environment = process.env) =>
  process.platform !== 'linux' || Boolean(environment['DISPLAY']) || Boolean(environment['WAYLAND_DISPLAY']);

/**
 * Starts a virtual display (Xvfb, 1440 × 1000, 24 bits) under a free number; no network socket.
 * @returns {Promise<{ name: string, processId: number, end: () => Promise<void> }>}
 */
export async function startDisplay() {
  // Xvfb chooses the number itself and tells it on descriptor 3, so two at once never clash.
  const child = startBackground(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', '1440x1000x24', '-nolisten', 'tcp', '-noreset'],
    {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    },
  );
  child.once('error', () => undefined);
  const pipe = child.stdio[3];
  const number = pipe instanceof Readable ? await firstLine(pipe, 15_000) : undefined;
  if (number === undefined || number === '' || child.pid === undefined) {
    await endBackground(child);
    throw new SetupError(
      'The virtual display (Xvfb) did not start. Is /tmp/.X11-unix writable? Try "Xvfb :99" by hand to see what it says.',
    );
  }
  return { name: `:${number}`, processId: child.pid, end: () => endBackground(child) };
}
