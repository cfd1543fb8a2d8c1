import { hostname } from 'node:os';
import { join } from 'node:path';
import type { SignOutPreview } from '../contract/domain/account.ts';
import type { AssetId } from '../contract/domain/ids.ts';
import type { AppAbout } from '../contract/domain/views.ts';
import type { EventName, Events } from '../contract/ipc.ts';
import { fail, ok } from '../contract/result.ts';
import type { AppErrorCode, Result } from '../contract/result.ts';
import { createAccountFiles } from './adapters/erase/account-files.ts';
import { createEraseMarker } from './adapters/erase/erase-marker.ts';
import { createAccountFolders } from './adapters/files/account-folders.ts';
import { createLectureFiles } from './adapters/files/lecture-files.ts';
import type { Fetch } from './adapters/http/fetch.ts';
import { createHttpServiceApi } from './adapters/http/http-service-api.ts';
import { createKeytarSecretStore } from './adapters/keychain/keytar-secret-store.ts';
import { createFileKeyring } from './adapters/keyring/file-keyring.ts';
import { localAccountId } from './adapters/keyring/local-account-id.ts';
import { createLibrary } from './adapters/library/create-library.ts';
import { createFileLog } from './adapters/log/file-log.ts';
import { systemClock } from './adapters/system-clock.ts';
import { createMediaTransfer } from './adapters/transfer/media-transfer.ts';
import type { Configuration } from './configuration.ts';
import type { EmbeddedService } from './electron/embedded-service.ts';
import type { Routes } from './electron/ipc.ts';
import type { MediaHandler } from './electron/media-handler.ts';
import { createAccount } from './features/account/account.ts';
import { createCatalogue } from './features/catalogue/catalogue.ts';
import { coverUrl } from './features/catalogue/course-views.ts';
import { createConnection, watched } from './features/connection/connection.ts';
import { createDevices } from './features/devices/devices.ts';
import { chooseMedia } from './features/downloads/choose-media.ts';
import { createDownloads } from './features/downloads/downloads.ts';
import { keptHere } from './features/downloads/kept-here.ts';
import { createErase } from './features/erase/erase.ts';
import { createMediaSources } from './features/playback/media-source.ts';
import { createPlayback, mediaUrl } from './features/playback/playback.ts';
import { createServeMedia } from './features/playback/serve-media.ts';
import { createSettings } from './features/settings/settings.ts';
import type { Erasable, Log } from './ports.ts';
import { createRoutes } from './routes.ts';

/** What Electron hands in. */
export interface ComposeDeps {
  readonly configuration: Configuration;
  readonly fetch: Fetch;
  /** The embedded service once it runs; null when a real one is configured. */
  readonly embedded: Promise<EmbeddedService | null>;
  readonly facts: Pick<AppAbout, 'version' | 'electronVersion' | 'platform' | 'systemLanguage'>;
  readonly emit: <N extends EventName>(name: N, payload: Events[N]) => void;
  /** What Chromium keeps of the window. */
  readonly windowData: Erasable;
  readonly onTheme: (theme: Events['settings.changed']['theme']) => void;
}

/** The app, put together. */
export interface App {
  readonly log: Log;
  readonly routes: Routes;
  readonly media: MediaHandler;
  /** Goes on with an erasing that was cut off; to be awaited before any window opens. */
  finishErasing(): Promise<void>;
  /** Settings first, then the remembered account; never waits for the network. */
  start(): Promise<void>;
  /** The system woke up or the line changed. */
  wake(): void;
  stop(): Promise<void>;
}

/** THE composition root: doors, then features, then routes. */
export function compose(deps: ComposeDeps): App {
  const { configuration, emit } = deps;
  const log = createFileLog(join(configuration.userDataFolder, 'logs'));
  const clock = systemClock;
  const { userDataFolder, downloadFolder } = configuration;
  const accountsFolder = join(userDataFolder, 'accounts');
  const origin = async () => configuration.serviceOrigin ?? (await deps.embedded)?.origin ?? null;

  const plainService = createHttpServiceApi({ origin, fetch: deps.fetch });
  const {
    library,
    computer,
    accountRow,
    stop: stopLibrary,
  } = createLibrary({
    workerPath: configuration.libraryWorkerPath,
    userDataFolder,
    log,
  });
  const files = createLectureFiles({ downloadFolder });
  const transfer = createMediaTransfer({ workerPath: configuration.transferWorkerPath, downloadFolder, log });
  const secrets = createKeytarSecretStore({
    load: async () => (await import('keytar')).default,
    service: 'LECTOROOM',
    log,
  });

  const settings = createSettings({
    computer,
    onChange: (changed) => {
      emit('settings.changed', changed);
      deps.onTheme(changed.theme);
    },
  });
  const connection = createConnection({
    probe: () => plainService.probe(),
    clock,
    onChange: (online) => {
      account.networkChanged();
      if (online) comeOnline();
    },
  });
  const service = watched(plainService, connection.report);
  const account = createAccount({
    service,
    secrets,
    computer,
    library,
    clock,
    log,
    keyring: createFileKeyring({ accountsFolder }),
    folders: createAccountFolders({ accountsFolder, downloadFolder, clock }),
    device: { name: hostname().slice(0, 100) || 'Computer', platform: deps.facts.platform },
    localIdOf: localAccountId,
    settleErasure: (id) => eraser.settle(id),
    erase: (id) => eraser.erase(id),
    isOnline: connection.isOnline,
    onChange: (state) => emit('account.changed', state),
    onClosing: async () => {
      await downloads.stop();
      sources.forget();
    },
  });
  const { opened, authorized } = account;
  const eraser = createErase({
    secrets,
    accountRow,
    clock,
    log,
    marker: createEraseMarker(userDataFolder),
    files: createAccountFiles({
      userDataFolder,
      downloadFolder,
      crashDumpsFolder: configuration.crashDumpsFolder,
      clock,
    }),
    windowData: deps.windowData,
    stopUsing: async (id) => {
      const current = opened();
      if (current.ok && current.value.id === id) await account.close();
    },
    closeLibrary: () => library.close(),
  });
  const locate: Parameters<typeof createMediaSources>[0]['locate'] = (id) =>
    authorized((token) => service.locateAsset(id, token));
  const catalogue = createCatalogue({ library, service, authorized, onChange: () => emit('catalogue.changed', null) });
  const downloads = createDownloads({
    library,
    files,
    transfer,
    clock,
    log,
    random: Math.random,
    opened,
    locate,
    fetchSideFile: catalogue.smallFile,
    coverUrl,
    onChange: (items) => emit('downloads.changed', items),
  });
  const onFault = (assetId: AssetId, code: AppErrorCode) =>
    emit('playback.fault', { mediaUrl: mediaUrl(assetId), error: { code } });
  const sources = createMediaSources({
    library,
    files,
    service,
    clock,
    opened,
    locate,
    onFault,
  });
  const playback = createPlayback({
    library,
    clock,
    coverUrl,
    openMedia: sources.open,
    smallFile: catalogue.smallFile,
    streamedMedia: (lecture) => chooseMedia(lecture, settings.read().downloadQuality),
    isOnline: connection.isOnline,
  });

  /** Brings in what is new and goes on with what waits; failures show as "offline", not as errors. */
  function comeOnline(): void {
    if (!opened().ok) return;
    void catalogue.refresh();
    downloads.wake();
  }

  async function about(): Promise<AppAbout> {
    const { serviceOrigin } = configuration;
    if (serviceOrigin !== null)
      return { ...deps.facts, service: { kind: 'remote', host: new URL(serviceOrigin).host } };
    const sampleAccounts = (await deps.embedded)?.sampleAccounts ?? [];
    return { ...deps.facts, service: { kind: 'embedded', sampleAccounts } };
  }

  async function storage(): Promise<Result<{ downloadedBytes: number; freeBytes: number }>> {
    const current = opened();
    if (!current.ok) return fail('signed-out');
    const space = await files.space(current.value.id);
    return space.ok ? ok({ downloadedBytes: space.value.usedBytes, freeBytes: space.value.freeBytes }) : space;
  }

  async function signOutPreview(): Promise<Result<SignOutPreview>> {
    const current = opened();
    return current.ok ? keptHere(current.value.id, { library, files }) : fail('signed-out');
  }

  function onSignedIn(): void {
    void catalogue.refresh();
    void downloads.takeUp();
  }

  return {
    log,
    routes: createRoutes({
      about,
      settings,
      account,
      catalogue,
      downloads,
      playback,
      storage,
      signOutPreview,
      devices: createDevices({ service, authorized }),
      onSignedIn,
    }),
    media: createServeMedia({ openMedia: sources.open, smallFile: catalogue.smallFile, onFault }),
    async finishErasing() {
      await eraser.finishPending();
    },
    async start() {
      deps.onTheme((await settings.load()).theme);
      emit('settings.changed', settings.read());
      await account.restore();
      if (opened().ok) onSignedIn();
    },
    wake() {
      connection.checkNow();
      downloads.wake();
    },
    async stop() {
      connection.stop();
      await downloads.stop();
      await transfer.stop();
      await stopLibrary();
      await (await deps.embedded)?.stop();
    },
  };
}
