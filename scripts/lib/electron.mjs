import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureFallbackElectron, fallback } from './electron-fallback.mjs';
import { officialElectron, officialVersion } from './electron-official.mjs';
import { readIfThere, writeWhole } from './files.mjs';
import { cacheFolder, inRoot } from './paths.mjs';
import { capture, which } from './run.mjs';
import { SetupError, say } from './say.mjs';

/**
 * @typedef {object} Electron
 * @property {'official' | 'fallback'} kind
 * @property {string} version
 * @property {string} executable
 * @property {string} folder what ELECTRON_OVERRIDE_DIST_PATH points at for the fallback
 */

/**
 * Whether the binary starts here; a good answer is remembered with the file's time and size.
 * @param {string} executable
 * @param {string} version
 */
async function starts(executable, version) {
  const file = await stat(executable);
  const stampPath = join(cacheFolder(), `starts-${version}`);
  const stamp = `${executable} ${String(file.size)} ${String(file.mtimeMs)}`;
  if ((await readIfThere(stampPath)) === stamp) return true;
  // As Node, so that neither a display nor a sandbox is asked for: it shows that every shared library is there.
  const { output } = await capture(executable, ['-p', 'process.versions.electron'], {
    timeoutMs: 20_000,
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
  });
  if (!output.includes(version)) {
    process.stderr.write(output);
    return false;
  }
  await writeWhole(stampPath, stamp);
  return true;
}

/**
 * Chromium's sandbox needs user namespaces or a setuid helper. Not as root: there the sandbox is switched off.
 * @param {string} folder
 */
async function ensureSandbox(folder) {
  if (process.platform !== 'linux' || process.getuid?.() === 0) return;
  const helper = join(folder, 'chrome-sandbox');
  const file = await stat(helper).catch(() => undefined);
  if (file !== undefined && file.uid === 0 && (file.mode & 0o4000) !== 0) return;
  if ((await capture('unshare', ['--user', 'true'])).code === 0) return;
  const fix = `chown root:root '${helper}' && chmod 4755 '${helper}'`;
  if (which('sudo') && (await capture('sudo', ['-n', 'sh', '-c', fix])).code === 0) return;
  throw new SetupError(
    `This system does not let Chromium make its sandbox (no user namespaces). Type this, then run the same command again:\n  sudo sh -c "${fix}"`,
  );
}

/**
 * Makes sure that an Electron is there and starts, and says which: the official one, or on Linux x64 the fallback.
 * @returns {Promise<Electron>}
 */
export async function ensureElectron() {
  const hasFallback = process.platform === 'linux' && process.arch === 'x64';
  const version = await officialVersion();
  const official = await officialElectron({ remember: hasFallback });
  if (official !== undefined && (await starts(official, version))) {
    const folder = inRoot('node_modules', 'electron', 'dist');
    await ensureSandbox(folder);
    say(`Runtime: Electron ${version}, the official one.`);
    return { kind: 'official', version, executable: official, folder };
  }
  if (!hasFallback)
    throw new SetupError(
      official === undefined
        ? `Electron ${version} could not be downloaded from github.com. Check the network (or set ELECTRON_MIRROR) and run the same command again.`
        : `Electron ${version} was downloaded but does not start on this computer. Remove node_modules/electron/dist and run the same command again.`,
    );
  const folder = await ensureFallbackElectron();
  const executable = join(folder, 'electron');
  if (!(await starts(executable, fallback.electronVersion)))
    throw new SetupError(
      `The try-out Electron in ${folder} does not start on this computer. Remove that folder and run the same command again.`,
    );
  await ensureSandbox(folder);
  say(
    `Runtime: Electron ${fallback.electronVersion} from the npm registry (for trying out and tests only; the official ${version} cannot be reached).`,
  );
  return { kind: 'fallback', version: fallback.electronVersion, executable, folder };
}
