import { hostname } from 'node:os';
import type { ExternalPage, SignOutPreview } from '../contract/domain/account.ts';
import type { ComputerRules } from '../contract/domain/computer.ts';
import type { AppAbout } from '../contract/domain/views.ts';
import type { EventName, Events } from '../contract/ipc.ts';
import { done, fail } from '../contract/result.ts';
import type { Result } from '../contract/result.ts';
import type { Fetch } from './adapters/http/fetch.ts';
import { localAccountId } from './adapters/keyring/local-account-id.ts';
import { policyFilesOf, readPolicyFile } from './adapters/policy/policy-file.ts';
import { systemClock } from './adapters/system-clock.ts';
import type { Configuration } from './configuration.ts';
import { composeFolder } from './compose-folder.ts';
import { composeMedia } from './compose-media.ts';
import { createDoors } from './doors.ts';
import type { EmbeddedService } from './electron/embedded-service.ts';
import type { Routes } from './electron/ipc.ts';
import type { MediaHandler } from './electron/media-handler.ts';
import { createAccount } from './features/account/account.ts';
import { createComputer } from './features/computer/computer.ts';
import { createIdleWatch } from './features/computer/idle-watch.ts';
import { readPolicy } from './features/computer/policy.ts';
import type { Policy } from './features/computer/policy.ts';
import { createConnection, watched } from './features/connection/connection.ts';
import { createDevices } from './features/devices/devices.ts';
import { keptHere } from './features/downloads/kept-here.ts';
import { createErase } from './features/erase/erase.ts';
import { createSettings } from './features/settings/settings.ts';
import type { PickFolder } from './folder-ports.ts';
import type { Clock, Erasable, LineCost, Log } from './ports.ts';
import { createRoutes } from './routes.ts';
import { createServiceFacts } from './service-facts.ts';

/** Reads the machine-wide policy file, before anything else: it may name the service. */
export async function loadPolicy(environment: Readonly<Record<string, string | undefined>>): Promise<Policy> {
  return readPolicy(await readPolicyFile(policyFilesOf({ platform: process.platform, environment })));
}

/** What Electron hands in. */
export interface ComposeDeps {
  readonly configuration: Configuration;
  readonly policy: Policy;
  readonly fetch: Fetch;
  /** The embedded service once it runs; null when a real one is configured. */
  readonly embedded: Promise<EmbeddedService | null>;
  readonly facts: Pick<AppAbout, 'version' | 'electronVersion' | 'platform' | 'systemLanguage'>;
  readonly emit: <N extends EventName>(name: N, payload: Events[N]) => void;
  /** What Chromium keeps of the window. */
  readonly windowData: Erasable;
  /** On the taskbar or dock, from 0 to 1; null takes it away. */
  readonly showProgress: (share: number | null) => void;
  /** Shows a notice of the system. */
  readonly notify: (words: { title: string; body: string }) => void;
  /** Opens an address in the system browser. */
  readonly openExternal: (url: string) => Promise<void>;
  /** Asks the person for a folder. */
  readonly pickFolder: PickFolder;
  /** Keeps the computer from sleeping. */
  readonly keepAwake: (awake: boolean) => void;
  /** Another clock than the computer's, for trials. */
  readonly clock?: Clock;
  /** Somebody else than the system to ask about the line, for trials. */
  readonly lineCost?: LineCost;
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
  /** The system woke up, the screen was unlocked, or the line changed. */
  wake(): void;
  stop(): Promise<void>;
}

/** THE composition root: doors, then features, then routes. */
export function compose(deps: ComposeDeps): App {
  const { emit, policy } = deps;
  const clock = deps.clock ?? systemClock;
  const facts = createServiceFacts(deps);
  const doors = createDoors({
    ...deps,
    clock,
    origin: facts.origin,
    folders: () => folder.inUse(),
    onFolderAway: () => folder.doubt(),
  });
  const { log, library, computer: store, files, secrets } = doors;

  const settings = createSettings({
    computer: store,
    onChange: (changed) => {
      emit('settings.changed', changed);
      deps.onTheme(changed.theme);
      media.downloads.settingsChanged();
      media.space.soon();
    },
  });
  const connection = createConnection({
    probe: () => doors.service.probe(),
    clock,
    onChange: (online) => {
      account.networkChanged();
      if (online && opened().ok) media.comeOnline();
    },
  });
  const computer = createComputer({
    store,
    policy,
    onChange(rules) {
      emit('computer.changed', rules);
      idle.check();
    },
  });
  const idle = createIdleWatch({
    clock,
    idleMs() {
      const { idleMinutes } = computer.read();
      return idleMinutes === null ? null : idleMinutes * 60_000;
    },
    isWatching: () => account.opened().ok,
    onWarning: (signsOutAtMs) => emit('computer.idle', { signsOutAtMs }),
    onIdle: () => void account.signOutIdle(),
  });
  const service = watched(doors.service, connection.report);
  const account = createAccount({
    service,
    secrets,
    computer: store,
    library,
    clock,
    log,
    keyring: doors.keyring,
    folders: doors.folders,
    rules: computer.read,
    device: { name: hostname().slice(0, 100) || 'Computer', platform: deps.facts.platform },
    localIdOf: localAccountId,
    async settleErasure(id) {
      const pending = await doors.eraseMarker.read();
      // A move is not made to begin anew each time that somebody signs in.
      const isNone = pending.ok && !pending.value.includes(id);
      return isNone ? done : folder.whileStill(() => eraser.settle(id));
    },
    // What is erased must not be copied behind the eraser's back.
    erase: (id) => folder.whileStill(() => eraser.erase(id)),
    isOnline: connection.isOnline,
    onChange(state) {
      emit('account.changed', state);
      idle.check();
    },
    onClosing: async (id) => {
      await media.close();
      // What Chromium keeps of one person's pages is not the next one's to find.
      await deps.windowData.erase(id);
    },
  });
  const { opened, authorized } = account;
  const eraser = createErase({
    secrets,
    accountRow: doors.accountRow,
    clock,
    log,
    marker: doors.eraseMarker,
    files: doors.accountFiles,
    windowData: deps.windowData,
    stopUsing: async (id) => {
      const current = opened();
      if (current.ok && current.value.id === id) await account.closeForErasing();
    },
    // The library that is open may be another person's, who goes on reading.
    closeLibrary: () => (opened().ok ? Promise.resolve(done) : library.close()),
  });
  const folder = composeFolder({
    configuration: deps.configuration,
    store: doors.folderStore,
    computer: store,
    mover: doors.transfer.mover,
    pick: deps.pickFolder,
    clock,
    log,
    hold: () => media.hold(),
    release: () => media.release(),
    // What could not be erased while its drive was away is erased now.
    onBack: () =>
      void folder.whileStill(eraser.finishPending).then((report) => computer.setRemains(report?.remains ?? [])),
    emit,
  });
  const media = composeMedia({
    doors,
    service,
    clock,
    emit,
    opened,
    authorized,
    settings,
    connection,
    folder,
    showProgress: deps.showProgress,
    keepAwake: deps.keepAwake,
  });

  async function signOutPreview(): Promise<Result<SignOutPreview>> {
    const current = opened();
    return current.ok ? keptHere(current.value.id, { library, files, clock }) : fail('signed-out');
  }

  async function updateComputer(change: Parameters<typeof computer.update>[0]): Promise<Result<ComputerRules>> {
    const updated = await computer.update(change);
    await account.rulesChanged();
    return updated;
  }

  async function openExternal(page: ExternalPage): Promise<Result<null>> {
    const url = await facts.pageUrl(page);
    if (url === null) return fail('service-unreachable');
    await deps.openExternal(url);
    return done;
  }

  /** Whoever used a public computer and could not be erased on quitting (a crash, a power cut) is erased now. */
  async function eraseLeftBehind(): Promise<void> {
    const known = await store.accounts();
    for (const { id, erasesOnQuit } of known.ok ? known.value : []) if (erasesOnQuit) await eraser.erase(id);
  }

  return {
    log,
    routes: createRoutes({
      about: facts.about,
      settings,
      account,
      ...media,
      folder,
      signOutPreview,
      devices: createDevices({ service, authorized }),
      computer: { read: computer.read, update: updateComputer, active: idle.active, stay: idle.stay },
      openExternal,
      notify: deps.notify,
    }),
    media: media.serve,
    async finishErasing() {
      await folder.load();
      await eraseLeftBehind();
      const report = await eraser.finishPending();
      computer.setRemains(report?.remains ?? []);
    },
    async start() {
      deps.onTheme((await settings.load()).theme);
      emit('settings.changed', settings.read());
      media.downloads.settingsChanged();
      await computer.load();
      emit('computer.changed', computer.read());
      idle.start();
      await folder.start();
      await account.restore();
      if (opened().ok) media.onSignedIn();
    },
    wake() {
      idle.check();
      connection.checkNow();
      folder.check();
      media.wake();
    },
    async stop() {
      idle.stop();
      await account.quit();
      connection.stop();
      await folder.stop();
      await media.stop();
      await doors.stopLibrary();
      await (await deps.embedded)?.stop();
    },
  };
}
