import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { json } from './json.mjs';
import { projectNode } from './dependencies.mjs';
import { readIfThere, writeWhole } from './files.mjs';
import { cacheFolder, inRoot } from './paths.mjs';
import { say } from './say.mjs';

const dayMs = 24 * 60 * 60_000;
/** How long the download may bring no byte; where it runs, it may take as long as it takes. */
const silenceMs = process.platform === 'linux' ? 15_000 : 60_000;

/** The version of Electron that package-lock.json pins. */
export async function officialVersion() {
  return json.text(
    json.at(json.parse((await readIfThere(inRoot('node_modules', 'electron', 'package.json'))) ?? '{}'), 'version'),
  );
}

/** The path of the official binary, or undefined when it has not been downloaded. */
async function installedOfficial() {
  const folder = inRoot('node_modules', 'electron');
  const inside = await readIfThere(join(folder, 'path.txt'));
  const path = inside === undefined ? undefined : join(folder, 'dist', inside.trim());
  return path !== undefined && existsSync(path) ? path : undefined;
}

/** @param {string} folder */
async function bytesIn(folder) {
  let bytes = 0;
  for (const name of await readdir(folder, { recursive: true }).catch(() => [])) {
    bytes += (await stat(join(folder, name)).catch(() => ({ size: 0 }))).size;
  }
  return bytes;
}

/**
 * Runs Electron's own installer; ends it when nothing comes for a while.
 * @returns {Promise<boolean>}
 */
async function tryInstaller() {
  const temporary = await mkdtemp(join(tmpdir(), 'lectoroom-electron-'));
  const child = spawn(projectNode, [inRoot('node_modules', 'electron', 'install.js')], {
    env: { ...process.env, TMPDIR: temporary, TEMP: temporary, TMP: temporary, ELECTRON_OVERRIDE_DIST_PATH: undefined },
    stdio: 'ignore',
  });
  let seen = 0;
  let lastGrowth = Date.now();
  const timer = setInterval(() => void look(), 1000);
  async function look() {
    const bytes = (await bytesIn(temporary)) + (await bytesIn(inRoot('node_modules', 'electron', 'dist')));
    if (bytes > seen) lastGrowth = Date.now();
    seen = bytes;
    if (Date.now() - lastGrowth > silenceMs) child.kill('SIGKILL');
  }
  const stop = () => void child.kill('SIGKILL');
  process.once('exit', stop);
  /** @type {number | null} */
  const code = await new Promise((resolve) => {
    child.once('error', () => resolve(1));
    child.once('close', (exitCode) => resolve(exitCode));
  });
  process.off('exit', stop);
  clearInterval(timer);
  await rm(temporary, { recursive: true, force: true });
  return code === 0;
}

/**
 * The path of the official Electron binary: what is there, or one short try to download it. Where there is a fallback, a failed
 * try is remembered for a day, so that the next start is fast.
 * @param {{ remember: boolean }} options
 * @returns {Promise<string | undefined>}
 */
export async function officialElectron({ remember }) {
  const present = await installedOfficial();
  if (present !== undefined) return present;
  const failurePath = join(cacheFolder(), `official-${await officialVersion()}-unreachable`);
  const failedAt = Number((await readIfThere(failurePath)) ?? 0);
  if (remember && Date.now() - failedAt < dayMs) return undefined;
  say(`Fetching Electron ${await officialVersion()} from its own site …`);
  if (await tryInstaller()) return await installedOfficial();
  if (remember) await writeWhole(failurePath, String(Date.now()));
  return undefined;
}
