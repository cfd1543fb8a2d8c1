import { createAccountFiles } from '../../main/adapters/erase/account-files.ts';
import { createEraseMarker } from '../../main/adapters/erase/erase-marker.ts';
import { createKeytarSecretStore } from '../../main/adapters/keychain/keytar-secret-store.ts';
import { createLibrary } from '../../main/adapters/library/create-library.ts';
import { systemClock } from '../../main/adapters/system-clock.ts';
import { createErase } from '../../main/features/erase/erase.ts';
import type { Erasable, Log } from '../../main/ports.ts';
import { done, ok } from '../../contract/result.ts';
import { usualFolder } from '../fakes/usual-folder.ts';
import { testWorker } from './test-workers.ts';

/** No Electron here: its part of erasing has a test of its own with the real window. */
const noWindow: Erasable = { erase: () => Promise.resolve(done), remains: () => Promise.resolve(ok(false)) };

/** The operating system's credential store as the app uses it. */
export function realSecrets(log: Log) {
  return createKeytarSecretStore({ load: async () => (await import('keytar')).default, service: 'LECTOROOM', log });
}

/** The erasing feature on the real disk, the real SQLite worker and the real credential store, as `compose` puts it together. */
export function eraseParts(input: {
  readonly userDataFolder: string;
  readonly downloadFolder: string;
  readonly log: Log;
  readonly stopUsing?: () => Promise<void>;
}) {
  const { userDataFolder, downloadFolder, log } = input;
  const stores = createLibrary({
    workerPath: testWorker('library-worker'),
    userDataFolder,
    log,
  });
  const secrets = realSecrets(log);
  const feature = createErase({
    marker: createEraseMarker(userDataFolder),
    files: createAccountFiles({
      userDataFolder,
      downloadFolders: usualFolder(downloadFolder),
      crashDumpsFolder: null,
      clock: systemClock,
    }),
    secrets,
    accountRow: stores.accountRow,
    windowData: noWindow,
    stopUsing: input.stopUsing ?? (() => Promise.resolve()),
    closeLibrary: () => stores.library.close(),
    clock: systemClock,
    log,
  });
  return { ...feature, ...stores, secrets };
}
