/** The programs the samples are made with, and running them. */
import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

const runFile = promisify(execFile);
const needed = ['ffmpeg', 'ffprobe', 'espeak-ng', 'chromium'];
const packages = { ffmpeg: 'ffmpeg', ffprobe: 'ffmpeg', 'espeak-ng': 'espeak-ng', chromium: 'chromium' };

/** Finds every program; throws one sentence that says what to install when some are missing. @returns {Promise<{ chromium: string }>} */
export async function findTools() {
  const found = await Promise.all(needed.map(findProgram));
  const missing = needed.filter((_, index) => found[index] === undefined);
  if (missing.length > 0) {
    const install = [...new Set(missing.map((name) => packages[/** @type {keyof typeof packages} */ (name)]))];
    throw new MissingTools(`Not found: ${missing.join(', ')}. On Debian: apt-get install ${install.join(' ')}`);
  }
  return { chromium: found[needed.indexOf('chromium')] ?? 'chromium' };
}

/** Thrown by findTools; its message is for the person at the terminal. */
export class MissingTools extends Error {}

/** Runs a program and returns what it printed; throws with its complaint when it fails. @param {string} program @param {string[]} args */
export async function run(program, args) {
  const { stdout } = await runFile(program, args, {
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  });
  return stdout;
}

/** @param {string} name */
async function findProgram(name) {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    const path = join(folder, name);
    const usable = await access(path, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (usable) return path;
  }
  return undefined;
}
