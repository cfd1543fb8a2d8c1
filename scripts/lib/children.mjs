import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { tiedToUs } from './run.mjs';

/**
 * Starts a background program of ours: in a session of its own, so that Ctrl-C does not reach it before the app has closed, and
 * ended by the kernel should we be killed ourselves.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, stdio: import('node:child_process').StdioOptions }} options
 */
export function startBackground(program, args, options) {
  const tied = tiedToUs(program, args);
  const child = spawn(tied.program, tied.args, { ...options, detached: true });
  child.unref();
  return child;
}

/**
 * Ends a program that we started: asks first, then insists after two seconds.
 * @param {import('node:child_process').ChildProcess} child
 */
export async function endBackground(child) {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  child.ref();
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await Promise.race([gone, wait(2000, undefined, { ref: false }).then(() => child.kill('SIGKILL'))]);
  await gone;
}

/**
 * The first line that a stream brings.
 * @param {import('node:stream').Readable} stream
 * @param {number} timeoutMs
 * @returns {Promise<string | undefined>} undefined when it ended or took too long
 */
export function firstLine(stream, timeoutMs) {
  return new Promise((resolve) => {
    let text = '';
    const timer = setTimeout(() => resolve(undefined), timeoutMs);
    const finish = (/** @type {string | undefined} */ line) => {
      clearTimeout(timer);
      resolve(line);
    };
    stream.setEncoding('utf8');
    stream.on('data', (/** @type {string} */ piece) => {
      text += piece;
      const end = text.indexOf('\n');
      if (end !== -1) finish(text.slice(0, end).trim());
    });
    stream.once('end', () => finish(undefined));
    stream.once('error', () => finish(undefined));
  });
}
