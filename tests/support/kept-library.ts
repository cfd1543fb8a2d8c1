import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { LocalAccountId } from '../../contract/domain/ids.ts';
import { createFileKeyring } from '../../main/adapters/keyring/file-keyring.ts';
import { createLibrary } from '../../main/adapters/library/create-library.ts';
import type { AccountKeys, Library } from '../../main/ports.ts';
import { createListLog } from '../fakes/silent-log.ts';
import { anna, valueOf } from './app-rig.ts';
import { testWorker } from './test-workers.ts';

/** What Anna's computer keeps while the app is stopped. */
export interface KeptAccount {
  readonly accountId: LocalAccountId;
  readonly keys: AccountKeys;
  readonly libraryFolder: string;
  readonly mediaFolder: string;
}

/** Opens Anna's keyring with her password. */
export async function keptAccount(rig: {
  readonly userDataFolder: string;
  readonly downloadFolder: string;
}): Promise<KeptAccount> {
  const accountsFolder = join(rig.userDataFolder, 'accounts');
  const names = await readdir(accountsFolder);
  const accountId = LocalAccountId.parse(names.find((name) => LocalAccountId.safeParse(name).success));
  const opened = valueOf(await createFileKeyring({ accountsFolder }).openWithPassword(accountId, anna.password));
  return {
    accountId,
    keys: opened.keys,
    libraryFolder: join(accountsFolder, accountId),
    mediaFolder: join(rig.downloadFolder, 'lectoroom', accountId),
  };
}

/** Works on Anna's library as the app would find it; the app must be stopped. */
export async function withLibrary<T>(
  rig: { readonly userDataFolder: string },
  { accountId, keys }: KeptAccount,
  work: (library: Library) => Promise<T>,
): Promise<T> {
  const stores = createLibrary({
    workerPath: testWorker('library-worker'),
    userDataFolder: rig.userDataFolder,
    log: createListLog(),
  });
  try {
    valueOf(await stores.library.open(accountId, keys.libraryKey.slice()));
    return await work(stores.library);
  } finally {
    await stores.stop();
  }
}
