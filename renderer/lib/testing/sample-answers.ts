import type { AccountState, Profile, SignedInComputer } from '../../../contract/domain/account.ts';
import type { BrowseCard } from '../../../contract/domain/browse.ts';
import type { ComputerRules } from '../../../contract/domain/computer.ts';
import type { DownloadItem } from '../../../contract/domain/download.ts';
import type { CourseId, DeviceId, LectureId, SessionId } from '../../../contract/domain/ids.ts';
import { nothingStopped, type RightsView } from '../../../contract/domain/rights.ts';
import { defaultSettings, type Settings } from '../../../contract/domain/settings.ts';
import { heldHere, personalData } from './sample-personal-data.ts';
import { chosenConsent } from './sample-consent.ts';
import { nothingCounted } from './sample-statistics.ts';
import type { SyncView } from '../../../contract/domain/sync.ts';
import { nothingStudied } from '../../../contract/domain/study.ts';
import type { CourseDetail, LectureRow } from '../../../contract/domain/views.ts';
import type { Result } from '../../../contract/result.ts';
import type { Answers } from './fake-bridge.ts';
import { networkAnswers } from './sample-network.ts';
import { usualFolder } from './sample-folder.ts';

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });
export const done: Result<null> = { ok: true, value: null };

export const profile: Profile = { number: 1, label: null, colour: 'green', remembered: false };

export const signedIn: Extract<AccountState, { kind: 'signed-in' }> = {
  kind: 'signed-in',
  name: 'Anna Litvin',
  email: 'anna@lectoroom.example',
  remembered: 'no',
  network: 'online',
  session: 'service',
  profile,
  otherProfileCount: 0,
};
export const signedOut: AccountState = { kind: 'signed-out', reason: 'none', profiles: [] };

/** A computer of one's own that no policy file rules. */
export const ownComputer: ComputerRules = {
  use: 'mine',
  idleMinutes: null,
  remember: 'preselected',
  signOut: 'keep',
  erasesOnQuit: false,
  fixed: { use: false, idleMinutes: false, remember: false },
  policy: { kind: 'none' },
  remains: [],
};

export const sampleSettings: Settings = {
  ...defaultSettings,
  language: 'en',
  theme: 'light',
  downloadQuality: '720p',
  captionsOn: true,
  volume: 1,
  muted: false,
  playbackRate: 1,
};

export const lecture: LectureRow = {
  id: 'l1' as LectureId,
  title: 'Where does a frame begin?',
  summary: '',
  durationMs: 100_000,
  coverUrl: '',
  qualities: [
    { quality: '720p', sizeBytes: 30_000_000 },
    { quality: '360p', sizeBytes: 12_400_000 },
  ],
  captionLanguages: ['en'],
  attachments: [],
  progress: null,
};

export const course: CourseDetail = {
  id: 'c1' as CourseId,
  title: 'How Video Finds Its Place',
  summary: 'A summary.',
  description: 'A description.',
  lecturerName: 'Maria Ferrer',
  lecturer: { id: 'p1', name: 'Maria Ferrer', about: '' },
  language: 'en',
  level: 'beginner',
  topics: [],
  lectureCount: 1,
  completedCount: 0,
  durationMs: 100_000,
  coverUrl: '',
  publishedAt: '2026-03-12T00:00:00Z',
  available: true,
  chosenQuality: null,
  keepReadyCount: 0,
  sections: [{ id: 's1', title: 'Inside the file', lectures: [lecture] }],
};

/** The sample course in the list of all. */
export function browseCard(part: Partial<BrowseCard> = {}): BrowseCard {
  const { sections: _, lecturer, ...card } = course;
  return { ...card, lecturerId: lecturer.id, begunCount: 0, shortestLeftMs: card.durationMs, ...part };
}

/** A computer signed in to the sample account; this very one unless told otherwise. */
export function computer(part: Partial<SignedInComputer> = {}): SignedInComputer {
  return {
    id: 'session-this' as SessionId,
    deviceId: 'device-this' as DeviceId,
    name: 'Anna’s desk',
    platform: 'linux',
    lastSeenAtMs: Date.now(),
    current: true,
    ...part,
  };
}

/** A download of the sample lecture, 12.4 of 30 MB come. */
export function download(part: Partial<DownloadItem>): DownloadItem {
  return {
    lectureId: lecture.id,
    courseId: course.id,
    lectureTitle: lecture.title,
    courseTitle: course.title,
    coverUrl: '',
    durationMs: lecture.durationMs,
    quality: '720p',
    state: 'downloading',
    receivedBytes: 12_400_000,
    sizeBytes: 30_000_000,
    bytesPerSecond: 1_200_000,
    error: null,
    waitsFor: null,
    place: 1,
    licence: { kind: 'valid', daysLeft: 30 },
    ...part,
  };
}

/** Watching is not exchanged with other computers. */
export const syncOff: SyncView = {
  on: false,
  phase: 'off',
  lastAtMs: null,
  waitingCount: 0,
  error: null,
  copy: 'none',
};

/** Nothing is stopped, and nothing was asked of the service. */
export const nothingAsked: RightsView = {
  processing: nothingStopped,
  processingTold: true,
  marketing: { newsletter: false, offers: false },
  marketingTold: true,
  requests: [],
};

/** A signed-in person with one course and no downloads. */
export function baseAnswers(): Answers {
  return {
    'erase.receipt': () => ok(null),
    'app.about': () =>
      ok({
        version: '0.1.0',
        electronVersion: '45.4.1',
        platform: 'linux',
        systemLanguage: 'en-GB',
        service: {
          kind: 'embedded',
          sampleAccounts: [{ name: 'Anna Litvin', email: 'anna@lectoroom.example', password: 'sample-one' }],
        },
      }),
    'settings.read': () => ok(sampleSettings),
    'folder.read': () => ok(usualFolder),
    'settings.update': (part) => ok({ ...sampleSettings, ...part }),
    'account.read': () => ok(signedIn),
    'account.lock': () => ok({ kind: 'locked', reason: 'none', profile, profiles: [profile] }),
    'account.switchProfile': () => ok({ kind: 'signed-out', reason: 'none', profiles: [profile] }),
    'account.updateProfile': (change) => ok({ ...signedIn, profile: { ...profile, ...change } }),
    'account.setRemembered': ({ remember }) => ok({ ...signedIn, remembered: remember ? 'yes' : 'no' }),
    'account.changePassword': () => ok({ offlineSignIn: 'renewed' }),
    'account.changeEmail': ({ email }) => ok({ ...signedIn, email }),
    'account.region': () => ok({ region: null, regions: ['DE', 'GB', 'RU'] }),
    'account.setRegion': () => done,
    'account.terms': () => ok({ version: '2026-01', publishedOn: '2026-01-15' }),
    'account.signOutPreview': () => ok({ lectureCount: 0, sizeBytes: 0, placeCount: 0, historyDays: 0 }),
    'computer.read': () => ok(ownComputer),
    'consent.read': () => ok(chosenConsent),
    'consent.history': () => ok({ entries: [], isChainIntact: true }),
    'computer.update': ({ use }) => ok({ ...ownComputer, use: use ?? ownComputer.use }),
    'computer.active': () => done,
    'computer.stay': () => done,
    'external.open': () => done,
    'account.signOut': ({ erase }) => ok({ erased: erase, remains: [] }),
    'devices.list': () => ok([computer()]),
    'devices.rename': () => done,
    'devices.signOut': () => done,
    'devices.signOutOthers': () => done,
    'catalogue.home': () => ok({ state: 'ready', continueWatching: [], courses: [course], newCourseIds: [] }),
    'catalogue.course': () => ok(course),
    'catalogue.refresh': () => ok({ changed: false }),
    'catalogue.courses': () => ok({ courses: [browseCard()], next: null }),
    'catalogue.nextUp': () => ok([]),
    'list.read': () => ok([]),
    'list.add': () => done,
    'list.remove': () => ok({ addedAtMs: 1 }),
    'downloads.list': () => ok([]),
    'downloads.start': () => done,
    'downloads.pause': () => done,
    'downloads.resume': () => done,
    'downloads.remove': () => done,
    'downloads.move': () => done,
    'downloads.pauseAll': () => done,
    'downloads.resumeAll': () => done,
    'downloads.estimate': () => ok({ sizeBytes: 30_000_000, durationMs: null, fits: true }),
    'playback.close': () => done,
    'playback.plan': () => ({ ok: false, error: { code: 'service-unreachable' } }),
    'space.preview': () => ok({ lectures: [], sizeBytes: 0 }),
    'space.remove': () => done,
    'bin.list': () => ok([]),
    'bin.restore': () => done,
    'bin.empty': () => done,
    'playback.savePosition': () => ok({ coverage: 0, completed: false }),
    'playback.setCompleted': () => ok({ before: [] }),
    'study.read': () => ok(nothingStudied),
    'study.setRate': () => done,
    'notes.ofLecture': () => ok([]),
    'notes.ofCourse': () => ok([]),
    'notes.save': (note) => ok({ ...note, changedAtMs: 1 }),
    'notes.remove': () => done,
    'notes.restore': () => done,
    'notes.export': () => ok({ noteCount: 2, pictureCount: 0, missedPictureCount: 0 }),
    'notes.stopExport': () => done,
    'history.list': () => ok({ entries: [], next: null }),
    'history.remove': () => ok({ removalId: 1, count: 1 }),
    'history.undo': () => done,
    'history.state': () => ok({ count: 0, nextPurgeAtMs: null }),
    'statistics.read': () => ok(nothingCounted),
    'statistics.export': () => ok({ lineCount: 3 }),
    'data.overview': () => ok(heldHere),
    'data.samples': () => ok([]),
    'data.size': () => ok({ sizeBytes: 81_920 }),
    'data.service': () => ok({ askedAtMs: Date.now(), record: personalData }),
    'data.retention': () => ok({ nextPurgeAtMs: null, registry: [] }),
    ...networkAnswers(),
    'session.read': () => ok({ on: false }),
    'session.private': (state) => ok(state),
    'sync.read': () => ok(syncOff),
    'sync.set': ({ on }) => ok({ ...syncOff, on, phase: on ? 'busy' : 'off' }),
    'sync.deleteCopy': () => ok({ ...syncOff, copy: 'deleting' }),
    'rights.read': () => ok(nothingAsked),
    'rights.refresh': () => done,
    'ratings.read': () => ok({ stars: null, isSent: true }),
    'ratings.rate': () => ok({ before: null }),
    'links.take': () => ok(null),
    'recommendations.read': () => ok({ state: 'nothing-watched' }),
    'recommendations.dismiss': () => done,
    'recommendations.restore': () => done,
    'recommendations.reset': () => done,
    'window.read': () => ok({ mini: false, screenReader: false }),
    'window.mini': ({ on }) => ok({ mini: on, screenReader: false }),
    'stage.playing': () => done,
    'stage.artwork': () => ok({ dataUrl: null }),
    'search.languages': () => ok(['en', 'ru']),
    'search.find': () => ok({ hits: [], corrected: null }),
    'search.history': () => ok([]),
    'search.remember': () => done,
    'search.forget': () => done,
    'storage.read': () =>
      ok({ downloadedBytes: 0, freeBytes: 41_000_000_000, totalBytes: 256_000_000_000, courses: [], binBytes: 0 }),
  };
}
