import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the project (absolute). */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/**
 * A path inside the project.
 * @param {...string} parts
 */
export const inRoot = (...parts) => join(root, ...parts);

/**
 * Where downloads and builds that are shared by all clones are kept: `$XDG_CACHE_HOME/lectoroom-dev` or the
 * platform's usual place.
 * @param {NodeJS.ProcessEnv} [environment]
 */
export function cacheFolder(environment = process.env) {
  const { XDG_CACHE_HOME, LOCALAPPDATA } = environment;
  if (XDG_CACHE_HOME) return join(XDG_CACHE_HOME, 'lectoroom-dev');
  if (process.platform === 'win32' && LOCALAPPDATA) return join(LOCALAPPDATA, 'lectoroom-dev', 'Cache');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'lectoroom-dev');
  return join(homedir(), '.cache', 'lectoroom-dev');
}
