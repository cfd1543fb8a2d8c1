import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { BigComputer } from './computer.ts';

/** From the start of the process, in milliseconds. */
export interface StartTimes {
  readonly paintedMs: number;
  readonly clickedMs: number;
}

/** The times of each, in the order of the rounds. */
export interface Starts {
  readonly ours: readonly StartTimes[];
  readonly hello: readonly StartTimes[];
}

const startsWithinMs = 90_000;
const root = resolve(import.meta.dirname, '..', '..');
const starter = join(import.meta.dirname, 'starter');

/** Starts our app, signed in and offline, and an empty window of the same Electron, in turns; both from cold processes, with warm files. */
export async function measureStarts(big: BigComputer, rounds: number): Promise<Starts> {
  const starts: { ours: StartTimes[]; hello: StartTimes[] } = { ours: [], hello: [] };
  const folder = await mkdtemp(join(tmpdir(), 'lectoroom-hello-'));
  try {
    // One of each beforehand: what only the first start after a build does is nobody's time.
    for (let round = -1; round < rounds; round += 1) {
      const hello = await startOnce([`--user-data-dir=${folder}`], {
        BENCH_APP: join(import.meta.dirname, 'hello'),
        BENCH_ROW: '#row',
        BENCH_BUTTON: '#button',
      });
      const ours = await startOnce([`--user-data-dir=${big.computer.userDataFolder}`, '--lang=en'], {
        BENCH_APP: root,
        LANGUAGE: 'en',
        LECTOROOM_DOWNLOAD_FOLDER: big.computer.downloadFolder,
        LECTOROOM_SERVICE_DATA: big.computer.serviceDataFolder,
        LECTOROOM_SERVICE_URL: big.silentServiceUrl,
        BENCH_ROW: 'main a[href*="#/courses/"]',
        BENCH_BUTTON: 'a[href$="#/courses"]',
      });
      if (round < 0) continue;
      starts.hello.push(hello);
      starts.ours.push(ours);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return starts;
}

async function startOnce(words: readonly string[], environment: Readonly<Record<string, string>>): Promise<StartTimes> {
  const executable = process.env['LECTOROOM_ELECTRON'];
  if (executable === undefined) throw new Error('run it as `npm run bench library`');
  const flags = (process.env['LECTOROOM_ELECTRON_ARGS'] ?? '').split(' ').filter((flag) => flag !== '');
  const startedAtMs = Date.now();
  const child = spawn(executable, [...flags, ...words, starter], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const gone = once(child, 'exit');
  const patience = setTimeout(() => child.kill('SIGKILL'), startsWithinMs);
  try {
    for await (const line of createInterface({ input: child.stdout })) {
      const told = /^bench (.+)$/.exec(line)?.[1];
      if (told === undefined) continue;
      const { paintedAtMs, clickedAtMs } = JSON.parse(told) as { paintedAtMs: number; clickedAtMs: number };
      return { paintedMs: paintedAtMs - startedAtMs, clickedMs: clickedAtMs - startedAtMs };
    }
    throw new Error('the window showed no row');
  } finally {
    clearTimeout(patience);
    child.kill('SIGTERM');
    await gone;
  }
}
