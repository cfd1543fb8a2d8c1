import type { Connection } from './features/connection/connection.ts';
import type { Account } from './features/account/account.ts';
import type { AssetId } from '../contract/domain/ids.ts';
import type { EventName, Events } from '../contract/ipc.ts';
import type { AppErrorCode } from '../contract/result.ts';
import { composeCare } from './compose-care.ts';
import { composeOpinions } from './compose-opinions.ts';
import { composeSpace, createOthersBytes } from './compose-space.ts';
import type { HistoryPart } from './compose-history.ts';
import type { RightsPart } from './compose-rights.ts';
import type { Doors } from './doors.ts';
import { createCatalogue } from './features/catalogue/catalogue.ts';
import { coverUrl } from './features/catalogue/course-views.ts';
import { chooseMedia } from './features/downloads/choose-media.ts';
import { createDownloadSignals } from './features/downloads/download-signals.ts';
import { createDownloads } from './features/downloads/downloads.ts';
import { createKeepReady } from './features/downloads/keep-ready.ts';
import type { Folder } from './features/folder/folder.ts';
import { createLicences } from './features/licences/licences.ts';
import { createLine } from './features/line/line.ts';
import { createMediaSources } from './features/playback/media-source.ts';
import { createPlayback, mediaUrl } from './features/playback/playback.ts';
import { createServeMedia } from './features/playback/serve-media.ts';
import { createSilences } from './features/study/silences.ts';
import { createStudy } from './features/study/study.ts';
import type { SettingsFeature } from './features/settings/settings.ts';
import type { Media } from './media.ts';
import type { Clock, ServiceApi } from './ports.ts';
import type { FindSilences } from './study-ports.ts';

/** Makes everything that is about lectures. */
export function composeMedia(deps: {
  readonly doors: Doors;
  readonly service: ServiceApi;
  readonly clock: Clock;
  readonly settings: SettingsFeature;
  readonly connection: Connection;
  readonly opened: Account['opened'];
  readonly authorized: Account['authorized'];
  readonly folder: Pick<Folder, 'isMoving' | 'isChosen'>;
  readonly emit: <N extends EventName>(name: N, payload: Events[N]) => void;
  readonly showProgress: (share: number | null) => void;
  readonly keepAwake: (awake: boolean) => void;
  readonly findSilences: FindSilences;
  readonly history: HistoryPart;
  readonly systemLanguage: string;
  readonly rights: Pick<RightsPart, 'isRestricted' | 'objectsToProfiling' | 'wake' | 'close'>;
}): Media {
  const { doors, service, clock, settings, connection, opened, authorized, history, emit } = deps;
  const { privateSession } = history;
  const { library, files, transfer, log } = doors;
  const locate: Parameters<typeof createMediaSources>[0]['locate'] = (id) =>
    authorized((token) => service.locateAsset(id, token));
  const catalogue = createCatalogue({
    library,
    service,
    clock,
    authorized,
    keepsVisits: () => !deps.rights.isRestricted(),
    onRefresh: () => opinions.popularity.wake(),
    onChange() {
      emit('catalogue.changed', null);
      void keepReady.look();
    },
  });
  const line = createLine({
    lineCost: doors.lineCost,
    clock,
    settings: settings.read,
    onChange: () => downloads.lineChanged(),
  });
  const signals = createDownloadSignals({
    showProgress: deps.showProgress,
    settings: settings.read,
    onBatchEnd: (batch) => emit('downloads.ended', batch),
  });
  const licences = createLicences({
    ...doors,
    service,
    clock,
    opened,
    authorized,
    isOnline: connection.isOnline,
    onChange: () => downloads.licencesChanged(),
  });
  const others = createOthersBytes({ opened, care: transfer.care });
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
    licenceOf: licences.view,
    fetchLicence: licences.prepare,
    settings: settings.read,
    setAllPaused: (downloadsPaused) => settings.update({ downloadsPaused }),
    // A line of which nothing is known yet might cost: for that moment it is as good as none.
    isOnline: () => connection.isOnline() && line.isKnown(),
    isMetered: line.isHeld,
    folder: deps.folder,
    moment: licences.moment,
    othersBytes: others.read,
    onBinChange: () => emit('bin.changed', null),
    onBusy: (busy) => deps.keepAwake(busy && settings.read().downloadKeepsAwake),
    onChange(items) {
      emit('downloads.changed', items);
      signals.take(items);
      licences.follow(items);
      line.setPending(items.some(({ state }) => state !== 'complete' && state !== 'paused' && state !== 'failed'));
      silences.follow(items);
      sources.follow(items);
    },
  });
  const keepReady = createKeepReady({
    library,
    addByItself: downloads.addByItself,
    usualQuality: () => settings.read().downloadQuality,
  });
  const care = composeCare({
    ...doors,
    care: transfer.care,
    clock,
    opened,
    locate,
    fetchSideFile: catalogue.smallFile,
    refreshCatalogue: catalogue.refresh,
    downloads,
    isMoving: deps.folder.isMoving,
    emit,
  });
  const onFault = (assetId: AssetId, code: AppErrorCode) =>
    emit('playback.fault', { mediaUrl: mediaUrl(assetId), error: { code } });
  const { mayPlay } = licences;
  const sources = createMediaSources({ library, files, service, clock, opened, locate, mayPlay, onFault });
  // What is looked at in private leaves no small file either.
  const smallFile = (id: AssetId) => catalogue.smallFile(id, !privateSession.keepsNothing());
  const playback = createPlayback({
    library,
    places: privateSession.places,
    clock,
    coverUrl,
    openMedia: sources.open,
    smallFile,
    setStreamed: sources.setStreamed,
    streamedMedia: (lecture) => chooseMedia(lecture, settings.read().downloadQuality),
    isOnline: connection.isOnline,
    onWatched: () => space.soon(),
    settings: settings.read,
    onWatching: () => silences.watching(),
    breathe: () => new Promise((resolve) => void setImmediate(resolve)),
  });
  const space = composeSpace({
    ...doors,
    clock,
    downloads,
    repair: care.repair,
    moment: licences.moment,
    settings: settings.read,
    isOpen: playback.isOpen,
    coverUrl,
    emit,
  });
  const silences = createSilences({
    library,
    clock,
    log,
    openMedia: sources.open,
    findSilences: deps.findSilences,
    onFound: (lectureId) => emit('study.silenceReady', { lectureId }),
  });
  const study = createStudy({ library, places: privateSession.places, clock, silences: silences.read });
  const opinions = composeOpinions({ ...deps, library, log });

  return {
    catalogue,
    smallFile,
    downloads,
    repair: care.repair,
    keepReady,
    line,
    licences,
    playback: {
      ...playback,
      savePosition: (input) =>
        history.savePosition(input, playback.savePosition, ({ completed }) =>
          keepReady.progressSaved({ lectureId: input.lectureId, completed }),
        ),
    },
    space,
    study: {
      ...study,
      async setCompleted(input) {
        const isPrivate = privateSession.keepsNothing();
        const marked = await study.setCompleted(input);
        history.marked();
        if (marked.ok && input.completed && !isPrivate) keepReady.progressSaved(input);
        return marked;
      },
    },
    serve: createServeMedia({ openMedia: sources.open, smallFile, onFault }),
    opinions,
    stoppedChanged() {
      history.freeze(deps.rights.isRestricted());
      if (deps.rights.isRestricted()) opinions.ratings.close();
      else if (opened().ok) opinions.ratings.wake();
      void opinions.recommendations.settle();
    },
    onSignedIn() {
      line.begin();
      void care.bringIn();
      void downloads.takeUp();
      void keepReady.look();
      void licences.open();
      opinions.ratings.wake();
      deps.rights.wake();
      space.open();
      silences.wake();
      history.open();
      void opinions.recommendations.settle();
    },
    comeOnline() {
      line.begin();
      void care.bringIn();
      downloads.wake();
      void keepReady.look();
      licences.wake();
      opinions.ratings.wake();
      deps.rights.wake();
      history.comeOnline();
    },
    wake() {
      line.look();
      downloads.wake();
      licences.wake();
      history.wake();
    },
    async hold() {
      await Promise.all([downloads.lookAgain(), care.stop()]);
    },
    release() {
      void downloads.lookAgain();
      if (opened().ok && !deps.folder.isMoving()) void care.bringIn();
    },
    async close() {
      catalogue.forget();
      deps.rights.close();
      await history.close();
      opinions.close();
      await space.close();
      await Promise.all([downloads.stop(), care.stop(), silences.stop()]);
      others.forget();
      playback.forget();
      signals.forget();
      line.stop();
      keepReady.forget();
      licences.close();
      sources.forget();
    },
    async stop() {
      line.stop();
      catalogue.forget();
      opinions.close();
      await space.close();
      await Promise.all([downloads.stop(), care.stop(), silences.stop()]);
      await transfer.stop();
    },
  };
}
