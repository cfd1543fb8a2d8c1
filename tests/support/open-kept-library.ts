import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { LocalAccountId } from '../../contract/domain/ids.ts';
import { createFileKeyring } from '../../main/adapters/keyring/file-keyring.ts';
import { openLibrary } from '../../main/adapters/library/worker/account/open-library.ts';
import { valueOf } from './app-rig.ts';

/** Works on the library of the only account of a computer whose app is stopped, as somebody could who has the password. */
export async function withKeptLibrary<T>(
  userDataFolder: string,
  password: string,
  work: (database: Database.Database) => T,
): Promise<T> {
  const accountsFolder = join(userDataFolder, 'accounts');
  const [name] = (await readdir(accountsFolder)).filter((folder) => /^[a-f0-9]{32}$/.test(folder));
  const id = LocalAccountId.parse(name);
  const { keys } = valueOf(await createFileKeyring({ accountsFolder }).openWithPassword(id, password));
  const { database } = openLibrary(userDataFolder, id, keys.libraryKey);
  try {
    return work(database);
  } finally {
    database.close();
  }
}
