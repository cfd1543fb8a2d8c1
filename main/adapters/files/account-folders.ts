import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { done, fail } from '../../../contract/result.ts';
import type { AccountFolders, Clock } from '../../ports.ts';

/** Moves an account's folders aside by renaming them; nothing is deleted. */
export function createAccountFolders(deps: {
  readonly accountsFolder: string;
  readonly downloadFolders: () => readonly string[];
  readonly clock: Clock;
}): AccountFolders {
  return {
    async setAside(accountId) {
      const suffix = `.aside-${deps.clock.nowMs()}`;
      const downloads = deps.downloadFolders().map((folder) => join(folder, 'lectoroom', accountId));
      const folders = [join(deps.accountsFolder, accountId), ...downloads];
      for (const folder of folders) {
        try {
          await rename(folder, folder + suffix);
        } catch (error) {
          const code = error instanceof Error && 'code' in error ? error.code : null;
          if (code !== 'ENOENT')
            return fail(code === 'EACCES' || code === 'EROFS' || code === 'EPERM' ? 'folder-read-only' : 'disk-failed');
        }
      }
      return done;
    },
  };
}
