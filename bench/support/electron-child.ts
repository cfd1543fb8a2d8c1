import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'vite';

/** A real Electron that takes one job a line on its standard input and answers one line each. */
export interface ElectronChild {
  readonly processId: number;
  /** What it answers, parsed; throws with its last words when it ended instead. */
  ask(job: object): Promise<unknown>;
  /** Gives it a job and waits for nothing. */
  tell(job: object): void;
  /** The end of what it wrote on its standard error. */
  said(): string;
  kill(): Promise<void>;
  /** Closes its standard input, which ends it. */
  stop(): Promise<void>;
}

const startsWithinMs = 60_000;
const root = resolve(import.meta.dirname, '..', '..');

/** The built main of the app, where its workers lie (absolute). */
export const builtMainFolder = join(root, 'out', 'main');

/** Bundles a bench's main process into an app folder of its own below `folder`. */
export async function buildElectronApp(folder: string, mainFile: string): Promise<string> {
  const appFolder = join(folder, 'app');
  await mkdir(appFolder, { recursive: true });
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    // The app folder has no packages beside it.
    ssr: { noExternal: true },
    build: {
      ssr: mainFile,
      outDir: appFolder,
      emptyOutDir: false,
      rollupOptions: { external: ['electron'], output: { format: 'cjs', entryFileNames: 'main.cjs' } },
    },
  });
  await writeFile(join(appFolder, 'package.json'), JSON.stringify({ name: 'lectoroom-bench', main: 'main.cjs' }));
  return appFolder;
}

/** Starts it with these words as its arguments, and waits until it says `ready`. */
export async function startElectron(options: {
  readonly appFolder: string;
  readonly userDataFolder: string;
  readonly words: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}): Promise<ElectronChild> {
  const executable = process.env['LECTOROOM_ELECTRON'];
  if (executable === undefined) throw new Error('run it as `npm run bench NAME`');
  const flags = (process.env['LECTOROOM_ELECTRON_ARGS'] ?? '').split(' ').filter((flag) => flag !== '');
  const profile = `--user-data-dir=${join(options.userDataFolder, 'chromium')}`;
  const child = spawn(executable, [...flags, profile, options.appFolder, ...options.words], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, ...options.environment },
  });
  let said = '';
  child.stderr.on('data', (bytes: Buffer) => {
    said = (said + bytes.toString()).slice(-4000);
  });
  const closed = once(child, 'close');
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const nextLine = async (): Promise<string> => {
    const line = await lines.next();
    if (line.done === true) throw new Error(`Electron ended: ${said}`);
    return line.value;
  };
  // A main that throws at once shows a dialog and waits for somebody to close it.
  const patience = setTimeout(() => child.kill('SIGKILL'), startsWithinMs);
  if ((await nextLine()) !== 'ready' || child.pid === undefined)
    throw new Error(`Electron did not start as it should: ${said}`);
  clearTimeout(patience);
  const tell = (job: object): void => void child.stdin.write(`${JSON.stringify(job)}\n`);
  return {
    processId: child.pid,
    tell,
    async ask(job) {
      tell(job);
      return JSON.parse(await nextLine()) as unknown;
    },
    said: () => said,
    async kill() {
      child.kill('SIGKILL');
      await closed;
    },
    async stop() {
      child.stdin.end();
      await closed;
    },
  };
}
