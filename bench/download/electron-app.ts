import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'vite';
import type { ElectronFigures, ElectronJob } from './electron-main.ts';

/** What a download of ours cost; `pssGrowthBytes` is of the process that downloads, from before to its highest. */
export interface OurFigures extends ElectronFigures {
  readonly pssGrowthBytes: number;
}

/** The real Electron, waiting for downloads. */
export interface ElectronApp {
  download(job: ElectronJob): Promise<OurFigures>;
  /** SIGKILL, so long after a download began; whatever it was doing is over. */
  downloadAndKill(job: ElectronJob, afterMs: number): Promise<void>;
  stop(): Promise<void>;
}

const root = resolve(import.meta.dirname, '..', '..');

/** Bundles the bench's main process into an app folder of its own below `folder`. */
export async function buildElectronApp(folder: string): Promise<string> {
  const appFolder = join(folder, 'app');
  await mkdir(appFolder, { recursive: true });
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    build: {
      ssr: join(import.meta.dirname, 'electron-main.ts'),
      outDir: appFolder,
      emptyOutDir: false,
      rollupOptions: { external: ['electron'], output: { format: 'cjs', entryFileNames: 'main.cjs' } },
    },
  });
  await writeFile(join(appFolder, 'package.json'), JSON.stringify({ name: 'lectoroom-bench', main: 'main.cjs' }));
  return appFolder;
}

/** Starts it; `certificatePath` is the one authority it trusts besides the usual ones. */
export async function startElectronApp(
  appFolder: string,
  userDataFolder: string,
  certificatePath: string,
): Promise<ElectronApp> {
  const executable = process.env['LECTOROOM_ELECTRON'];
  if (executable === undefined) throw new Error('run it as `npm run bench download`');
  const flags = (process.env['LECTOROOM_ELECTRON_ARGS'] ?? '').split(' ').filter((flag) => flag !== '');
  const args = [
    ...flags,
    `--user-data-dir=${join(userDataFolder, 'chromium')}`,
    appFolder,
    join(root, 'out', 'main'),
    userDataFolder,
  ];
  const child = spawn(executable, args, {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, NODE_EXTRA_CA_CERTS: certificatePath },
  });
  let said = '';
  child.stderr.on('data', (bytes: Buffer) => {
    said = (said + bytes.toString()).slice(-4000);
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const nextLine = async (): Promise<string> => {
    const line = await lines.next();
    if (line.done === true) throw new Error(`Electron ended: ${said}`);
    return line.value;
  };
  if ((await nextLine()) !== 'ready') throw new Error('Electron did not start as it should');
  const closed = once(child, 'close');

  return {
    async download(job) {
      const before = pssOf(child.pid);
      let highest = before;
      const sampling = setInterval(() => {
        highest = Math.max(highest, pssOf(child.pid));
      }, 250);
      child.stdin.write(`${JSON.stringify(job)}\n`);
      const figures = JSON.parse(await nextLine()) as ElectronFigures;
      clearInterval(sampling);
      if (figures.outcome !== 'ok') throw new Error(`the download ended as ${figures.outcome}: ${said}`);
      return { ...figures, pssGrowthBytes: highest - before };
    },
    async downloadAndKill(job, afterMs) {
      child.stdin.write(`${JSON.stringify(job)}\n`);
      await new Promise((go) => setTimeout(go, afterMs));
      child.kill('SIGKILL');
      await closed;
    },
    async stop() {
      child.stdin.end();
      await closed;
    },
  };
}

/** Proportional share of memory of a process and its threads, in bytes; 0 where the system does not tell. */
function pssOf(processId: number | undefined): number {
  try {
    const text = readFileSync(`/proc/${processId ?? 0}/smaps_rollup`, 'utf8');
    return Number(/^Pss:\s+(\d+) kB/m.exec(text)?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}
