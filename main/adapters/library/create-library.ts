import { ok } from '../../../contract/result.ts';
import type { HeldStore } from '../../data-ports.ts';
import type { FolderStore } from '../../folder-ports.ts';
import type { CookieStore } from '../../gate-ports.ts';
import type { ComputerStore, Erasable, Library, Log } from '../../ports.ts';
import { heldStoreOf } from './data-store.ts';
import { entriesStoreOf } from './erase-store.ts';
import type { ConsentStore } from '../../consent-ports.ts';
import { consentStoreOf } from './consent-store.ts';
import type { ExportStore } from '../../export-ports.ts';
import { exportStoreOf } from './export-store.ts';
import { rightsStoreOf } from './rights-store.ts';
import { accountNetworkOf, computerNetworkOf, serviceListsOf } from './network-store.ts';
import type { NetworkStore, ServiceListStore } from '../../network-ports.ts';
import { cookieStoreOf } from './cookie-store.ts';
import { threadStarter, type StartWorker } from './start-worker.ts';
import { createWorkerClient, type WorkerClient } from './worker-client.ts';

/** What the library needs: the built `library-worker.cjs`, and the folder of all our data. */
export interface LibraryDeps {
  readonly workerPath: string;
  readonly userDataFolder: string;
  readonly log: Log;
}

/** Both stores that the worker holds, and how to close them at the end. */
export interface LibraryAndComputer {
  readonly library: Library;
  readonly computer: ComputerStore;
  /** Where the downloads are, in `computer.db`. */
  readonly folderStore: FolderStore;
  /** What both files hold, for their person to see. */
  readonly held: HeldStore;
  /** The ledgers of consent, in both. */
  readonly consents: ConsentStore;
  /** What went over the network while nobody was signed in, in `computer.db`. */
  readonly computerNetwork: NetworkStore;
  readonly serviceLists: ServiceListStore;
  /** The row of an account in `computer.db`. */
  readonly accountRow: Erasable;
  /** Both files, for taking one's data along. */
  readonly exportStore: ExportStore;
  /** Cookies that outlive the app, in the open account's library. */
  readonly cookies: CookieStore;
  /** Lets every call finish, closes the files and ends the worker. */
  stop(): Promise<void>;
}

/** Makes the library; its worker thread starts with the first call. */
export function createLibrary(deps: LibraryDeps): LibraryAndComputer {
  return createLibraryOn(threadStarter(deps.workerPath, { userDataFolder: deps.userDataFolder }), deps.log);
}

/** The same with a worker started in another way. */
export function createLibraryOn(start: StartWorker, log: Log): LibraryAndComputer {
  const client = createWorkerClient(start, log);
  return {
    library: libraryOf(client),
    computer: computerOf(client),
    folderStore: folderStoreOf(client),
    held: heldStoreOf(client),
    consents: consentStoreOf(client),
    computerNetwork: computerNetworkOf(client),
    serviceLists: serviceListsOf(client),
    accountRow: accountRowOf(client),
    exportStore: exportStoreOf(client),
    cookies: cookieStoreOf(client),
    stop: () => client.stop(),
  };
}

async function applyPage(call: WorkerClient['call'], page: Uint8Array, etag: string | null) {
  const staged = await call('catalogue.stage', { page, etag });
  if (!staged.ok) return staged;
  for (let changed = false; ;) {
    const some = await call('catalogue.apply-some', null);
    if (!some.ok) return some;
    changed ||= some.value.changed;
    if (!some.value.isLeft) return ok({ changed, hasMore: staged.value.hasMore });
  }
}

function libraryOf(client: WorkerClient): Library {
  const { open, close, call } = client;
  return {
    network: accountNetworkOf(client),
    open: (accountId, libraryKey) => open({ accountId, libraryKey }),
    close,
    catalogue: {
      known: () => call('catalogue.known', null),
      apply: (page, etag) => applyPage(call, page, etag),
      heads: () => call('catalogue.heads', null),
      course: (id) => call('catalogue.course', id),
      lecture: (id) => call('catalogue.lecture', id),
      asset: (id) => call('catalogue.asset', id),
      media: (after, limit) => call('catalogue.media', { after, limit }),
    },
    progress: {
      ofLecture: (id) => call('progress.of-lecture', id),
      ofCourse: (id) => call('progress.of-course', id),
      save: (lectureId, progress) => call('progress.save', { lectureId, progress }),
      summary: () => call('progress.summary', null),
      recent: (limit) => call('progress.recent', limit),
    },
    downloads: {
      list: () => call('downloads.list', null),
      get: (id) => call('downloads.get', id),
      completeOfAsset: (id) => call('downloads.complete-of-asset', id),
      put: (row) => call('downloads.put', row),
      adopt: (rows) => call('downloads.adopt', rows),
      remove: (id) => call('downloads.remove', id),
      reorder: (ids) => call('downloads.reorder', ids),
      qualityOfCourse: (id) => call('downloads.quality-of-course', id),
      keepQuality: (courseId, quality) => call('downloads.keep-quality', { courseId, quality }),
    },
    bin: {
      list: () => call('bin.list', null),
      get: (id) => call('bin.get', id),
      put: (lectureId, removedAtMs) => call('bin.put', { lectureId, removedAtMs }),
      restore: (download) => call('bin.restore', download),
      stamp: (stamps) => call('bin.stamp', stamps),
      remove: (id) => call('bin.remove', id),
    },
    space: {
      usageByCourse: () => call('space.usage-by-course', null),
      watched: (courseId) => call('space.watched', courseId),
    },
    licences: {
      read: () => call('licences.read', null),
      get: (id) => call('licences.get', id),
      put: (issued) => call('licences.put', issued),
      putKeys: (keys) => call('licences.put-keys', keys),
      noteMoment: (latestMs) => call('licences.note-moment', latestMs),
      endGrace: (id) => call('licences.end-grace', id),
    },
    keepReady: {
      courses: () => call('keep-ready.courses', null),
      countOfCourse: (id) => call('keep-ready.count-of-course', id),
      keepCount: (courseId, count) => call('keep-ready.keep-count', { courseId, count }),
    },
    study: {
      addWatched: (lectureId, spans) => call('study.add-watched', { lectureId, spans }),
      mark: (mark) => call('study.mark', mark),
      rateOfCourse: (id) => call('study.rate-of-course', id),
      keepRate: (courseId, rate) => call('study.keep-rate', { courseId, rate }),
      silencesOfAsset: (id) => call('study.silences-of-asset', id),
      keepSilences: (assetId, silences) => call('study.keep-silences', { assetId, silences }),
      nextWithoutSilences: (except) => call('study.next-without-silences', except),
    },
    notes: {
      ofLecture: (id) => call('notes.of-lecture', id),
      ofCourse: (id) => call('notes.of-course', id),
      put: (note) => call('notes.put', note),
      remove: (id) => call('notes.remove', id),
    },
    search: {
      find: (text, limit, filter) => call('search.find', { text, limit, ...(filter === undefined ? {} : { filter }) }),
      languages: () => call('search.languages', null),
      history: () => call('search.history', null),
      remember: (text, nowMs) => call('search.remember', { text, nowMs }),
      forget: (text) => call('search.forget', text),
      purge: (keptFromMs) => call('search.purge', keptFromMs),
    },
    history: {
      record: (moment) => call('history.record', moment),
      list: (query) => call('history.list', query),
      count: () => call('history.count', null),
      remove: (removal, removalId, nowMs) => call('history.remove', { removal, removalId, nowMs }),
      restore: (removalId) => call('history.restore', removalId),
      forget: (removalId) => call('history.forget', removalId),
      purge: (today, keepDays) => call('history.purge', { today, keepDays }),
    },
    statistics: {
      read: (days) => call('statistics.read', days),
      csv: (days) => call('statistics.csv', days),
    },
    recommendations: {
      read: (query) => call('recommendations.read', query),
      dismiss: (courseId, nowMs) => call('recommendations.dismiss', { courseId, nowMs }),
      restore: (id) => call('recommendations.restore', id),
      reset: (nowMs) => call('recommendations.reset', nowMs),
      forget: () => call('recommendations.forget', null),
    },
    browse: {
      courses: (after, limit) => call('browse.courses', { after, limit }),
      visitHome: (nowMs) => call('browse.visit-home', nowMs),
      nextUp: (limit) => call('browse.next-up', limit),
      lecturer: (id) => call('browse.lecturer', id),
    },
    myList: {
      all: () => call('my-list.read', null),
      add: (thing, addedAtMs) => call('my-list.add', { thing, addedAtMs }),
      remove: (thing) => call('my-list.remove', thing),
    },
    ratings: {
      of: (subject) => call('ratings.of', subject),
      change: (change) => call('ratings.change', change),
      unsent: () => call('ratings.unsent', null),
      sent: (change) => call('ratings.sent', change),
      takeAll: (ratings) => call('ratings.take-all', ratings),
    },
    popularity: {
      etag: () => call('popularity.etag', null),
      replace: (list, etag) => call('popularity.replace', { list, etag }),
    },
    sync: {
      begin: (deviceId) => call('sync.begin', deviceId),
      facts: () => call('sync.facts', null),
      turn: (to) => call('sync.turn', to),
      fill: () => call('sync.fill', null),
      outgoing: (limit) => call('sync.outgoing', limit),
      sent: (answer) => call('sync.sent', answer),
      apply: (part) => call('sync.apply', part),
      copyGone: () => call('sync.copy-gone', null),
      copyDeleted: () => call('sync.copy-deleted', null),
      done: (nowMs) => call('sync.done', nowMs),
    },
    usage: {
      note: (day) => call('usage.note', day),
      before: (day) => call('usage.before', day),
      forget: () => call('usage.forget', null),
    },
    entries: entriesStoreOf(call),
    rights: rightsStoreOf(client),
    content: {
      get: (id) => call('content.get', id),
      put: (assetId, content) => call('content.put', { assetId, content }),
      remove: (ids) => call('content.remove', ids),
    },
  };
}

function computerOf({ call }: WorkerClient): ComputerStore {
  return {
    readSettings: () => call('computer.read-settings', null),
    writeSettings: (settings) => call('computer.write-settings', settings),
    readChoice: () => call('computer.read-choice', null),
    writeChoice: (choice) => call('computer.write-choice', choice),
    deviceId: () => call('computer.device-id', null),
    accounts: () => call('computer.accounts', null),
    putAccount: (id, change) => call('computer.put-account', { id, change }),
  };
}

function folderStoreOf({ call }: WorkerClient): FolderStore {
  return {
    read: () => call('computer.read-folder', null),
    write: (kept) => call('computer.write-folder', kept),
  };
}

function accountRowOf({ call }: WorkerClient): Erasable {
  return {
    erase: (accountId) => call('computer.forget-account', accountId),
    async remains(accountId) {
      const known = await call('computer.accounts', null);
      return known.ok ? ok(known.value.some(({ id }) => id === accountId)) : known;
    },
  };
}
