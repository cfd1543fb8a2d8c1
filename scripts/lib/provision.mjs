import { ensureElectron } from './electron.mjs';
import { ensureSqliteAddon } from './sqlite-addon.mjs';
import { ensureSystemPackages } from './system-packages.mjs';

/**
 * @typedef {object} Provisions
 * @property {import('./electron.mjs').Electron} electron
 * @property {string[]} electronArguments what goes before the app's folder: `--no-sandbox` for root, otherwise nothing
 * @property {NodeJS.ProcessEnv} environment ours and what points everything at this Electron
 */

/** What Electron needs from the caller: root cannot have Chromium's sandbox. Never decided inside the app. */
const electronArguments = () => (process.getuid?.() === 0 ? ['--no-sandbox'] : []);

/**
 * Brings whatever opening the app takes (system libraries, Electron, the SQLite addon). Fast when all is there.
 * Sets in the environment: LECTOROOM_ELECTRON (the executable), LECTOROOM_ELECTRON_ARGS (space-separated), LECTOROOM_RUNTIME
 * (for reports), ELECTRON_EXEC_PATH and, for the fallback, ELECTRON_OVERRIDE_DIST_PATH.
 * @returns {Promise<Provisions>}
 */
export async function provision() {
  await ensureSystemPackages(['app']);
  const electron = await ensureElectron();
  await ensureSqliteAddon(electron.kind);
  const args = electronArguments();
  return {
    electron,
    electronArguments: args,
    environment: {
      ...process.env,
      LECTOROOM_ELECTRON: electron.executable,
      LECTOROOM_ELECTRON_ARGS: args.join(' '),
      LECTOROOM_RUNTIME: `Electron ${electron.version} (${electron.kind})`,
      ELECTRON_EXEC_PATH: electron.executable,
      ...(electron.kind === 'fallback' ? { ELECTRON_OVERRIDE_DIST_PATH: electron.folder } : {}),
    },
  };
}
