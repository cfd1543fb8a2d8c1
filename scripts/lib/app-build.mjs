import { createHash } from 'node:crypto';
import { readFile, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { readIfThere, writeWhole } from './files.mjs';
import { inRoot, root } from './paths.mjs';
import { SetupError, say, secondsSince } from './say.mjs';
import { runTool } from './tools.mjs';

/** What the app is built from. */
const sources = [
  'contract',
  'main',
  'preload',
  'renderer',
  'service',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
];

/**
 * A digest of the names, sizes and times of all source files; tests are not sources.
 * @param {string} folder
 * @param {readonly string[]} [names]
 */
export async function sourceStamp(folder, names = sources) {
  const hash = createHash('sha256');
  for (const name of names) {
    const top = join(folder, name);
    const entry = await stat(top).catch(() => undefined);
    if (entry === undefined) continue;
    const inside = entry.isDirectory() ? (await readdir(top, { recursive: true })).toSorted() : [''];
    for (const path of inside) {
      if (/\.test\.tsx?$/.test(path) || path.endsWith('.tsbuildinfo')) continue;
      const file = await stat(join(top, path)).catch(() => undefined);
      if (file?.isFile()) hash.update(`${name}/${path}\0${String(file.size)}\0${String(file.mtimeMs)}\n`);
    }
  }
  return hash.digest('hex');
}

/** The built main that package.json names. */
async function mainIsThere() {
  const { main } = /** @type {{ main: string }} */ (JSON.parse(await readFile(inRoot('package.json'), 'utf8')));
  return (await stat(inRoot(main)).catch(() => undefined))?.isFile() === true;
}

/**
 * Builds the app into `out/`, unless the last build was made from exactly these files.
 * @param {{ environment?: NodeJS.ProcessEnv, always?: boolean }} [options]
 */
export async function ensureBuilt(options = {}) {
  const stampPath = inRoot('out', '.build-stamp');
  const stamp = await sourceStamp(root);
  if (options.always !== true && (await readIfThere(stampPath)) === stamp && (await mainIsThere())) return;
  const startedAt = performance.now();
  await rm(stampPath, { force: true });
  const result = await runTool('electron-vite', ['build'], {
    env: { ...(options.environment ?? process.env), NODE_ENV: 'production' },
    output: 'capture',
  });
  if (result.code !== 0) {
    process.stderr.write(result.output);
    throw new SetupError('The app could not be built; the reason is above.');
  }
  await writeWhole(stampPath, stamp);
  say(`App built in ${secondsSince(startedAt)}.`);
}
