import { join } from 'node:path';
import type { HeldFiles, HeldStore } from './data-ports.ts';
import type { ConsentStore } from './consent-ports.ts';
import type { ExportStore } from './export-ports.ts';
import type { FoldersInUse, FolderStore } from './folder-ports.ts';
import { createAccountFiles } from './adapters/erase/account-files.ts';
import { createEraseMarker } from './adapters/erase/erase-marker.ts';
import { createAccountFolders } from './adapters/files/account-folders.ts';
import { createLectureFiles } from './adapters/files/lecture-files.ts';
import { createHeldFiles } from './adapters/held-files/held-files.ts';
import { createHttpServiceApi } from './adapters/http/http-service-api.ts';
import { createKeytarSecretStore } from './adapters/keychain/keytar-secret-store.ts';
import { createFileKeyring } from './adapters/keyring/file-keyring.ts';
import { createLibrary } from './adapters/library/create-library.ts';
import { createEd25519Verifier } from './adapters/licences/ed25519-verifier.ts';
import { createLineCost } from './adapters/line/create-line-cost.ts';
import { createFileLog } from './adapters/log/file-log.ts';
import { createMediaTransfer, type StoppableMediaTransfer } from './adapters/transfer/media-transfer.ts';
import type { GateParts } from './compose-gate.ts';
import type { Configuration } from './configuration.ts';
import type { NetworkStore, ServiceListStore } from './network-ports.ts';
import type { CookieStore } from './gate-ports.ts';
import type {
  AccountFiles,
  AccountFolders,
  Clock,
  ComputerStore,
  Erasable,
  EraseMarker,
  Keyring,
  LectureFiles,
  Library,
  LicenceVerifier,
  LineCost,
  Log,
  SecretStore,
  ServiceApi,
} from './ports.ts';
import type { LogFiles } from './retention-ports.ts';

/** Every port, filled. */
export interface Doors {
  readonly log: Log;
  readonly logFiles: LogFiles;
  readonly held: HeldStore;
  readonly heldFiles: HeldFiles;
  readonly service: ServiceApi;
  readonly library: Library;
  readonly licenceVerifier: LicenceVerifier;
  readonly computer: ComputerStore;
  readonly folderStore: FolderStore;
  readonly consents: ConsentStore;
  readonly computerNetwork: NetworkStore;
  readonly serviceLists: ServiceListStore;
  readonly accountRow: Erasable;
  readonly exportStore: ExportStore;
  readonly cookies: CookieStore;
  readonly files: LectureFiles;
  readonly transfer: StoppableMediaTransfer;
  readonly lineCost: LineCost;
  readonly secrets: SecretStore;
  readonly keyring: Keyring;
  readonly folders: AccountFolders;
  readonly eraseMarker: EraseMarker;
  /** Accounts whose erasing was ordered at the service. */
  readonly eraseOrders: EraseMarker;
  readonly accountFiles: AccountFiles;
  stopLibrary(): Promise<void>;
}

/** Fills the ports with what touches the world: disk, network, credential store. */
export function createDoors(deps: {
  readonly configuration: Configuration;
  readonly gate: Pick<GateParts, 'fetch' | 'sendingRules' | 'sink'>;
  /** Scheme, host and port of the service; null when there is none to speak to. */
  readonly origin: () => Promise<string | null>;
  readonly clock: Clock;
  /** Somebody else to ask about the line, for trials. */
  readonly lineCost?: LineCost | undefined;
  /** Where lectures are, at the time of asking. */
  readonly folders: () => FoldersInUse;
  /** The folder was not there when somebody wanted to read. */
  readonly onFolderAway: () => void;
}): Doors {
  const { configuration, clock, folders } = deps;
  const { userDataFolder, crashDumpsFolder } = configuration;
  const accountsFolder = join(userDataFolder, 'accounts');
  const log = createFileLog(join(userDataFolder, 'logs'));
  const workers = createLibrary({ workerPath: configuration.libraryWorkerPath, userDataFolder, log });
  return {
    log,
    logFiles: log,
    held: workers.held,
    heldFiles: createHeldFiles({ userDataFolder }),
    service: createHttpServiceApi({ origin: deps.origin, fetch: deps.gate.fetch }),
    library: workers.library,
    licenceVerifier: createEd25519Verifier(),
    computer: workers.computer,
    folderStore: workers.folderStore,
    consents: workers.consents,
    computerNetwork: workers.computerNetwork,
    serviceLists: workers.serviceLists,
    accountRow: workers.accountRow,
    exportStore: workers.exportStore,
    cookies: workers.cookies,
    stopLibrary: () => workers.stop(),
    files: createLectureFiles({ folders, onAway: deps.onFolderAway }),
    transfer: createMediaTransfer({
      workerPath: configuration.transferWorkerPath,
      folders,
      log,
      sendingRules: deps.gate.sendingRules,
      sink: deps.gate.sink,
    }),
    lineCost: deps.lineCost ?? createLineCost({ workerPath: configuration.lineWorkerPath, environment: process.env }),
    secrets: createKeytarSecretStore({
      load: async () => (await import('keytar')).default,
      service: 'LECTOROOM',
      log,
    }),
    keyring: createFileKeyring({ accountsFolder }),
    folders: createAccountFolders({
      accountsFolder,
      downloadFolders: () =>
        [folders().current, folders().other].flatMap((each) => (each === null ? [] : [each.folder])),
      clock,
    }),
    eraseMarker: createEraseMarker(userDataFolder),
    eraseOrders: createEraseMarker(userDataFolder, 'erase-ordered'),
    accountFiles: createAccountFiles({ userDataFolder, downloadFolders: folders, crashDumpsFolder, clock }),
  };
}
