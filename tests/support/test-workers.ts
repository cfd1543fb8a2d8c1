import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build } from 'vite';

const root = resolve(import.meta.dirname, '../..');
const sources = {
  'archive-worker': 'main/adapters/export/worker/archive-worker.ts',
  'library-worker': 'main/adapters/library/worker/library-worker.ts',
  'line-worker': 'main/adapters/line/worker/line-worker.ts',
  'transfer-worker': 'main/adapters/transfer/worker/transfer-worker.ts',
} as const;
/** Inherited by the tests' processes, and by those that they start. */
const variable = 'LECTOROOM_TEST_WORKERS';

/** A worker of the app for `new Worker`: as Vitest's set-up has built it, and from its source in a process that nobody set up. */
export function testWorker(name: keyof typeof sources): string {
  const folder = process.env[variable];
  return folder === undefined ? join(root, sources[name]) : join(folder, `${name}.mjs`);
}

/**
 * Builds the workers before the tests (Vitest's `globalSetup` calls it by this name). From their sources Node would strip the types by a WebAssembly of its own
 * in each thread, and the many threads that these tests start end Node 24 now and then (nodejs/node#64500: SIGSEGV, or `jit_page.has_value()`).
 */
export async function setup(): Promise<void> {
  const out = join(root, 'out');
  await mkdir(out, { recursive: true });
  // Below the project, so that the packages are found from there.
  const folder = await mkdtemp(join(out, 'test-workers-'));
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    build: {
      ssr: true,
      outDir: folder,
      target: 'node20',
      rollupOptions: {
        input: Object.fromEntries(Object.entries(sources).map(([name, source]) => [name, join(root, source)])),
        output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: 'parts/[name]-[hash].mjs' },
      },
    },
  });
  process.env[variable] = folder;
}

/** Takes them away after the tests. */
export async function teardown(): Promise<void> {
  const folder = process.env[variable];
  if (folder !== undefined) await rm(folder, { recursive: true, force: true });
}
