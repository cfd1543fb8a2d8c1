import { hostname } from 'node:os';
import type { ExternalPage, SignOutPreview } from '../contract/domain/account.ts';
import type { ComputerRules } from '../contract/domain/computer.ts';
import { done, fail } from '../contract/result.ts';
import type { Result } from '../contract/result.ts';
import type { App, ComposeDeps } from './app.ts';
import { localAccountId } from './adapters/keyring/local-account-id.ts';
import { policyFilesOf, readPolicyFile } from './adapters/policy/policy-file.ts';
import { systemClock } from './adapters/system-clock.ts';
import { composeBrowse } from './compose-browse.ts';
import { composeFolder } from './compose-folder.ts';
import { composeGate } from './compose-gate.ts';
import { composeHistory } from './compose-history.ts';
import { composeMedia } from './compose-media.ts';
import { composeNotes } from './compose-notes.ts';
import { composeSearch } from './compose-search.ts';
import { composeStatistics } from './compose-statistics.ts';
import { composeStage } from './compose-stage.ts';
import { createDoors } from './doors.ts';
import { createAccount } from './features/account/account.ts';
import { createComputer } from './features/computer/computer.ts';
import { createIdleWatch } from './features/computer/idle-watch.ts';
import { readPolicy } from './features/computer/policy.ts';
import type { Policy } from './features/computer/policy.ts';
import { createConnection, watched } from './features/connection/connection.ts';
import { createDevices } from './features/devices/devices.ts';
import { keptHere } from './features/downloads/kept-here.ts';
import { createErase } from './features/erase/erase.ts';
import { createRegion } from './features/region/region.ts';
import { createSettings } from './features/settings/settings.ts';
import { createRoutes } from './routes.ts';
import { createServiceFacts } from './service-facts.ts';

/** Reads the machine-wide policy file, before anything else: it may name the service. */
export async function loadPolicy(environment: Readonly<Record<string, string | undefined>>): Promise<Policy> {
  return readPolicy(await readPolicyFile(policyFilesOf({ platform: process.platform, environment })));
}

/** THE composition root: doors, then features, then routes. */
export function compose(deps: ComposeDeps): App {
  const { emit, policy } = deps;
  const clock = deps.clock ?? systemClock;
  const facts = createServiceFacts(deps);
  const gate = composeGate({ ...deps, clock, service: facts, doors: () => doors, opened: () => account.opened() });
  const doors = createDoors({
    ...deps,
    gate,
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
      search.settingsChanged();
      void media.opinions.recommendations.settle();
    },
  });
  const search = composeSearch({
    library,
    clock,
    settings: settings.read,
    isPrivate: () => history.privateSession.isOn(),
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
      gate.accountChanged();
      notes.links.accountChanged(state);
      search.accountChanged(state);
      emit('account.changed', state);
      idle.check();
    },
    onClosing: async (id) => {
      // They need the account no more: nobody waits for them.
      void notes.close();
      void statistics.close();
      stage.close();
      await media.close();
      await gate.close();
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
  const history = composeHistory({ doors, service, connection, clock, settings, account, emit });
  const media = composeMedia({
    history,
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
    findSilences: deps.findSilences,
    systemLanguage: deps.facts.systemLanguage,
  });
  deps.appWindow.onChange((change) => {
    if (change === 'page-gone' || change === 'closed') media.playback.forget();
  });
  const stage = composeStage({
    window: deps.appWindow,
    holdScreen: deps.holdScreen,
    clock,
    library,
    settings,
    opened,
    smallFile: media.smallFile,
    emit: (changed) => emit('window.changed', changed),
  });

  const statistics = composeStatistics({ library, clock, chooseFile: deps.notes.chooseFile });
  const notes = composeNotes({
    doors,
    clock,
    account,
    emit,
    outside: deps.notes,
    catalogue: media.catalogue,
    playback: media.playback,
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
      notes: notes.routes,
      search: search.routes,
      history: history.routes,
      statistics: statistics.routes,
      browse: composeBrowse({ library, clock, emit }),
      stage,
      signOutPreview,
      devices: createDevices({ service, authorized }),
      region: createRegion({ service, authorized, refreshCatalogue: media.catalogue.refresh }),
      computer: { read: computer.read, update: updateComputer, active: idle.active, stay: idle.stay },
      openExternal,
      notify: deps.notify,
    }),
    media: media.serve,
    followLink: notes.links.receive,
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
      const written = Promise.all([notes.close(), statistics.close()]);
      await account.quit();
      connection.stop();
      await folder.stop();
      await media.stop();
      await written;
      await gate.close();
      await doors.stopLibrary();
      await (await deps.embedded)?.stop();
    },
  };
}
