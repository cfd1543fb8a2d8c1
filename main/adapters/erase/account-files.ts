import { join } from 'node:path';
import type { AccountFiles, Clock, Erasable } from '../../ports.ts';
import { createKeyringFiles } from './keyring-files.ts';
import { createLogFiles } from './log-files.ts';
import { deleteEntries, entriesOf, isOfAccount, result } from './owned-entries.ts';

/** Where an account's files are; all absolute. */
export interface AccountFilesDeps {
  readonly userDataFolder: string;
  readonly downloadFolder: string;
  readonly crashDumpsFolder: string | null;
  readonly clock: Clock;
}

/** The files of an account on the real disk. An id that is none throws RangeError before anything is touched. */
export function createAccountFiles(deps: AccountFilesDeps): AccountFiles {
  const { userDataFolder, downloadFolder, crashDumpsFolder, clock } = deps;
  const accountsFolder = join(userDataFolder, 'accounts');
  return {
    keyring: createKeyringFiles(accountsFolder),
    library: entriesIn(accountsFolder, isOfAccount),
    lectures: entriesIn(join(downloadFolder, 'lectoroom'), isOfAccount),
    damagedComputerFiles: entriesIn(userDataFolder, () => (name) => name.startsWith('computer.db.damaged-')),
    logs: createLogFiles({ logFolder: join(userDataFolder, 'logs'), crashDumpsFolder, clock }),
  };
}

/** What of a folder belongs to an account by its name, with all in it. */
function entriesIn(
  folder: string,
  ours: (accountId: Parameters<typeof isOfAccount>[0]) => (name: string) => boolean,
): Erasable {
  return {
    async erase(accountId) {
      const isOurs = ours(accountId);
      const paths = await result(() => entriesOf(folder, isOurs));
      return paths.ok ? deleteEntries(folder, paths.value) : paths;
    },
    remains: (accountId) => result(async () => (await entriesOf(folder, ours(accountId))).length > 0),
  };
}
