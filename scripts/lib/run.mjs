import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { delimiter, join } from 'node:path';
import { existsSync } from 'node:fs';
import { root } from './paths.mjs';

/**
 * @typedef {object} RunOptions
 * @property {NodeJS.ProcessEnv} [env] the whole environment of the child; default: ours
 * @property {string} [cwd] default: the project's folder
 * @property {'inherit' | 'capture' | 'tee'} [output] inherit (default) shows it, capture returns it, tee does both (on stderr)
 * @property {number} [timeoutMs] ends the child when it takes longer; `timedOut` is then true
 * @property {string} [input] written to its stdin, which is then closed
 * @property {boolean} [viaShell] for `.cmd` files on Windows
 */

/**
 * @typedef {object} RunResult
 * @property {number} code the exit code; 128 + number for a signal; 127 when it could not be started
 * @property {string} output stdout and stderr in the order they came, when captured
 * @property {boolean} timedOut
 */

/** @type {readonly NodeJS.Signals[]} */
const forwardedSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a program to its end. SIGINT, SIGTERM and SIGHUP that come to us meanwhile are passed on to it, and we live on to clean up.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<RunResult>}
 */
export function run(program, args, options = {}) {
  const mode = options.output ?? 'inherit';
  const stdin = options.input !== undefined ? 'pipe' : mode === 'capture' ? 'ignore' : 'inherit';
  const child = spawn(program, args, {
    cwd: options.cwd ?? root,
    env: options.env ?? process.env,
    shell: options.viaShell ?? false,
    stdio: [stdin, mode === 'inherit' ? 'inherit' : 'pipe', mode === 'inherit' ? 'inherit' : 'pipe'],
  });
  let output = '';
  let timedOut = false;
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
      output += text;
      if (mode === 'tee') process.stderr.write(text);
    });
  }
  if (options.input !== undefined) child.stdin?.on('error', () => undefined).end(options.input);
  const passOn = (/** @type {NodeJS.Signals} */ signal) => void child.kill(signal);
  for (const signal of forwardedSignals) process.on(signal, passOn);
  const timer = options.timeoutMs === undefined ? undefined : setTimeout(endLate, options.timeoutMs);

  function endLate() {
    timedOut = true;
    child.kill('SIGKILL');
  }

  return new Promise((resolve) => {
    const finish = (/** @type {number} */ code) => {
      clearTimeout(timer);
      for (const signal of forwardedSignals) process.off(signal, passOn);
      resolve({ code, output, timedOut });
    };
    child.once('error', (error) => {
      output += error.message;
      finish(127);
    });
    child.once('close', (code, signal) => finish(code ?? 128 + (signal ? constants.signals[signal] : 0)));
  });
}

/**
 * Runs a program and returns what it printed; never throws.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {Omit<RunOptions, 'output'>} [options]
 */
export const capture = (program, args, options = {}) => run(program, args, { ...options, output: 'capture' });

/**
 * The full path of a program on PATH, or undefined.
 * @param {string} name
 * @param {NodeJS.ProcessEnv} [environment]
 */
export function which(name, environment = process.env) {
  const endings = process.platform === 'win32' ? ['.exe', '.cmd', ''] : [''];
  const folders = (environment['PATH'] ?? environment['Path'] ?? '').split(delimiter);
  if (process.platform === 'linux') folders.push('/usr/local/sbin', '/usr/sbin', '/sbin', '/usr/bin', '/bin');
  for (const folder of folders) {
    for (const ending of endings) {
      const path = join(folder, name + ending);
      if (folder !== '' && existsSync(path)) return path;
    }
  }
  return undefined;
}

/**
 * On Linux, a command line whose program gets SIGTERM from the kernel when we die, however we die.
 * @param {string} program
 * @param {readonly string[]} args
 */
export function tiedToUs(program, args) {
  const setpriv = process.platform === 'linux' ? which('setpriv') : undefined;
  return setpriv === undefined
    ? { program, args: [...args] }
    : { program: setpriv, args: ['--pdeathsig', 'TERM', '--', program, ...args] };
}
