import { join } from 'node:path';
import type { FoldersInUse } from '../../folder-ports.ts';
import type { AccountFiles, Clock } from '../../ports.ts';
import { createKeyringFiles } from './keyring-files.ts';
import { createLogFiles } from './log-files.ts';
import { createLectureEntries } from './lecture-entries.ts';
import { entriesIn, isOfAccount } from './owned-entries.ts';

/** Where an account's files are; all absolute. */
export interface AccountFilesDeps {
  readonly userDataFolder: string;
  /** Where lectures may lie; one whose marker is missing is on a drive that is not there. */
  readonly downloadFolders: () => FoldersInUse;
  readonly crashDumpsFolder: string | null;
  readonly clock: Clock;
}

/** The files of an account on the real disk. An id that is none throws RangeError before anything is touched. */
export function createAccountFiles(deps: AccountFilesDeps): AccountFiles {
  const { userDataFolder, downloadFolders, crashDumpsFolder, clock } = deps;
  const accountsFolder = join(userDataFolder, 'accounts');
  return {
    keyring: createKeyringFiles(accountsFolder),
    library: entriesIn(accountsFolder, isOfAccount),
    lectures: createLectureEntries(downloadFolders),
    damagedComputerFiles: entriesIn(userDataFolder, () => (name) => name.startsWith('computer.db.damaged-')),
    logs: createLogFiles({ logFolder: join(userDataFolder, 'logs'), crashDumpsFolder, clock }),
  };
}
