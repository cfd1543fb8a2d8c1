import { hostname } from 'node:os';
import type { SignOutPreview } from '../contract/domain/account.ts';
import type { ComputerRules } from '../contract/domain/computer.ts';
import { done, fail } from '../contract/result.ts';
import type { Result } from '../contract/result.ts';
import type { App, ComposeDeps } from './app.ts';
import { localAccountId } from './adapters/keyring/local-account-id.ts';
import { systemClock } from './adapters/system-clock.ts';
import { composeBrowse } from './compose-browse.ts';
import { composeComputer } from './compose-computer.ts';
import { composeData } from './compose-data.ts';
import { composeErasing } from './compose-erasing.ts';
import { composeExport } from './compose-export.ts';
import { composeFolder } from './compose-folder.ts';
import { composeHistory } from './compose-history.ts';
import { composeMedia } from './compose-media.ts';
import { composePrivacy } from './compose-privacy.ts';
import { composeNotes } from './compose-notes.ts';
import { composeRights } from './compose-rights.ts';
import { composeSearch } from './compose-search.ts';
import { composeStatistics } from './compose-statistics.ts';
import { composeStage } from './compose-stage.ts';
import { createAccount } from './features/account/account.ts';
import { createConnection, watched } from './features/connection/connection.ts';
import { createDevices } from './features/devices/devices.ts';
import { keptHere } from './features/downloads/kept-here.ts';
import { createErase } from './features/erase/erase.ts';
import { createRegion } from './features/region/region.ts';
import { createSettings } from './features/settings/settings.ts';
import { createRoutes } from './routes.ts';
import { createServiceFacts } from './service-facts.ts';

/** THE composition root: doors, then features, then routes. */
export function compose(deps: ComposeDeps): App {
  const { emit } = deps;
  const clock = deps.clock ?? systemClock;
  const facts = createServiceFacts(deps);
  const privacy = composePrivacy({
    app: deps,
    clock,
    origin: facts.origin,
    folder: { folders: () => folder.inUse(), onFolderAway: () => folder.doubt() },
    host: () => ({
      account,
      settings,
      isOnline: connection.isOnline,
      keepsNothing: history.privateSession.keepsNothing,
      goOn: () => opened().ok && media.comeOnline(),
    }),
  });
  const { doors } = privacy;
  const { log, library, computer: store, files, secrets } = doors;

  const settings = createSettings({
    computer: store,
    onChange: (changed) => {
      emit('settings.changed', changed);
      deps.onTheme(changed.theme);
      media.downloads.settingsChanged();
      media.space.soon();
      search.settingsChanged();
      privacy.settingsChanged();
      void media.opinions.recommendations.settle();
    },
  });
  const search = composeSearch({
    library,
    clock,
    settings: settings.read,
    isPrivate: () => history.privateSession.keepsNothing(),
  });
  const connection = createConnection({
    probe: () => doors.service.probe(),
    clock,
    onChange: (online) => {
      account.networkChanged();
      if (online) privacy.comeOnline();
      if (online && opened().ok) media.comeOnline();
    },
  });
  const { computer, idle } = composeComputer({
    app: deps,
    store,
    clock,
    isWatching: () => account.opened().ok,
    onIdle: () => void account.signOutIdle(),
  });
  const service = watched(doors.service, connection.report);
  const rights = composeRights({ doors, service, connection, clock, emit, host: () => ({ account, media }) });
  const account = createAccount({
    service,
    secrets,
    computer: store,
    library: rights.library,
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
      notes.links.accountChanged(state);
      search.accountChanged(state);
      erasing.accountChanged(state);
      privacy.accountChanged();
      emit('account.changed', state);
      idle.check();
    },
    onClosing: async (id) => {
      // They need the account no more: nobody waits for them.
      void notes.close();
      void statistics.close();
      void exporting.close();
      stage.close();
      await media.close();
      await privacy.close();
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
  const tidyBin = () => media.space.bin.tidy();
  const history = composeHistory({ doors, service, connection, clock, settings, account, rights, emit, tidyBin });
  const media = composeMedia({
    history,
    rights,
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

  const exporting = composeExport({ outside: deps, doors, service, clock, account, settings, emit });
  const statistics = composeStatistics({ rights, library, clock, chooseFile: deps.notes.chooseFile });
  const { catalogue, playback } = media;
  const notes = composeNotes({ doors, clock, account, emit, outside: deps.notes, catalogue, playback });

  const erasing = composeErasing({ deps, doors, service, account, media, notes, history, clock, signOutPreview });

  async function signOutPreview(): Promise<Result<SignOutPreview>> {
    const current = opened();
    return current.ok ? keptHere(current.value.id, { library, files, clock }) : fail('signed-out');
  }

  const { nextPurgeAtMs } = history;
  const data = composeData({ doors, service, clock, settings, account, lectureFiles: signOutPreview, nextPurgeAtMs });

  function playing(...choice: Parameters<typeof playback.open>): ReturnType<typeof playback.open> {
    privacy.played();
    return playback.open(...choice);
  }

  async function updateComputer(change: Parameters<typeof computer.update>[0]): Promise<Result<ComputerRules>> {
    const updated = await computer.update(change);
    await account.rulesChanged();
    return updated;
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
      playback: { ...playback, open: playing },
      folder,
      notes: notes.routes,
      search: search.routes,
      history: history.routes,
      rights: rights.routes,
      statistics: statistics.routes,
      data: data.routes,
      erasing: erasing.routes,
      privacy: privacy.routes,
      exporting: exporting.routes,
      browse: composeBrowse({ library, clock, emit }),
      stage,
      signOutPreview,
      devices: createDevices({ service, authorized }),
      region: createRegion({ service, authorized, refreshCatalogue: catalogue.refresh }),
      computer: { read: computer.read, update: updateComputer, active: idle.active, stay: idle.stay },
      openExternal: (page) => facts.openPage(page, deps.openExternal),
      notify: deps.notify,
    }),
    media: media.serve,
    followLink: notes.links.receive,
    async finishErasing() {
      await folder.load();
      await eraseLeftBehind();
      const report = await erasing.finishAfterStart(eraser.finishPending);
      computer.setRemains(report?.remains ?? []);
    },
    async start() {
      deps.onTheme((await settings.load()).theme);
      emit('settings.changed', settings.read());
      media.downloads.settingsChanged();
      await computer.load();
      await privacy.load();
      emit('computer.changed', computer.read());
      idle.start();
      data.retention.open();
      await folder.start();
      privacy.start();
      await account.restore();
      if (opened().ok) media.onSignedIn();
    },
    wake() {
      idle.check();
      connection.checkNow();
      privacy.wake();
      folder.check();
      data.retention.look();
      media.wake();
    },
    async stop() {
      idle.stop();
      await privacy.stop();
      const written = Promise.all([notes.close(), statistics.close(), exporting.close()]);
      await account.quit();
      connection.stop();
      await Promise.all([folder.stop(), data.retention.close()]);
      await media.stop();
      await privacy.end();
      await written;
      await doors.stopLibrary();
      await (await deps.embedded)?.stop();
    },
  };
}
