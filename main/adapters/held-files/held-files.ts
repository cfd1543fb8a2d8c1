import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { HeldFiles } from '../../data-ports.ts';
import { isMissing, result } from '../erase/owned-entries.ts';
import { beginOfLogMs } from '../log/log-begin.ts';

/** Files of the app's own folder, weighed on the real disk; what is not there weighs nothing. */
export function createHeldFiles(deps: { readonly userDataFolder: string }): HeldFiles {
  const { userDataFolder } = deps;
  const logFolder = join(userDataFolder, 'logs');

  return {
    weigh: (accountId) =>
      result(async () => {
        const account = join(userDataFolder, 'accounts', accountId);
        const keyringBytes = await sizeOf(join(account, 'keyring.json'));
        const logs = await filesOf(logFolder);
        const begins = (await Promise.all(logs.map(beginOfLogMs))).filter((beginMs) => beginMs !== null && beginMs > 0);
        return {
          keyring: { count: keyringBytes === null ? 0 : 1, sinceMs: null, sizeBytes: keyringBytes ?? 0 },
          logs: {
            count: logs.length,
            sinceMs: begins.length === 0 ? null : Math.min(...(begins as number[])),
            sizeBytes: await sumOf(logs),
          },
          librarySizeBytes: await sumOf(databaseFiles(account, 'library.db')),
          computerSizeBytes: await sumOf(databaseFiles(userDataFolder, 'computer.db')),
        };
      }),
  };
}

function databaseFiles(folder: string, name: string): readonly string[] {
  return ['', '-wal', '-shm'].map((end) => join(folder, name + end));
}

async function filesOf(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).map((name) => join(folder, name));
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

async function sizeOf(path: string): Promise<number | null> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

async function sumOf(paths: readonly string[]): Promise<number> {
  const sizes = await Promise.all(paths.map(sizeOf));
  return sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0);
}
