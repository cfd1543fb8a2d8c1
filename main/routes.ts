import type { AccountState, ExternalPage, SignOutPreview } from '../contract/domain/account.ts';
import type { ComputerRules } from '../contract/domain/computer.ts';
import type { AppAbout } from '../contract/domain/views.ts';
import type { Requests } from '../contract/ipc.ts';
import { done, ok } from '../contract/result.ts';
import type { Result } from '../contract/result.ts';
import type { ExportPart } from './compose-export.ts';
import type { SearchPart } from './compose-search.ts';
import type { Space } from './compose-space.ts';
import type { Stage } from './compose-stage.ts';
import type { Routes } from './electron/ipc.ts';
import type { HistoryPart } from './compose-history.ts';
import type { RightsPart } from './compose-rights.ts';
import type { StatisticsPart } from './compose-statistics.ts';
import type { DataPart } from './compose-data.ts';
import type { PrivacyPart } from './compose-privacy.ts';
import type { BrowseRoutes } from './compose-browse.ts';
import type { ErasingPart } from './compose-erasing.ts';
import type { NotesPart } from './compose-notes.ts';
import type { Account } from './features/account/account.ts';
import type { Catalogue } from './features/catalogue/catalogue.ts';
import type { Devices } from './features/devices/devices.ts';
import type { Downloads } from './features/downloads/downloads.ts';
import type { KeepReady } from './features/downloads/keep-ready.ts';
import type { Repair } from './features/downloads/repair.ts';
import type { Folder } from './features/folder/folder.ts';
import type { Licences } from './features/licences/licences.ts';
import type { Line } from './features/line/line.ts';
import type { Playback } from './features/playback/playback.ts';
import type { Region } from './features/region/region.ts';
import type { Opinions } from './compose-opinions.ts';
import type { Study } from './features/study/study.ts';
import type { SettingsFeature } from './features/settings/settings.ts';

/** What the front desk passes requests on to. */
export interface Features {
  readonly about: () => Promise<AppAbout>;
  readonly settings: SettingsFeature;
  readonly account: Account;
  readonly catalogue: Catalogue;
  readonly downloads: Downloads;
  readonly repair: Repair;
  readonly keepReady: Pick<KeepReady, 'setCount'>;
  readonly line: Pick<Line, 'allow'>;
  readonly licences: Pick<Licences, 'renew'>;
  readonly playback: Playback;
  readonly folder: Pick<Folder, 'read' | 'pick' | 'move' | 'stopMove'>;
  readonly space: Space;
  readonly study: Study;
  readonly notes: NotesPart['routes'];
  readonly search: SearchPart['routes'];
  readonly history: HistoryPart['routes'];
  readonly rights: RightsPart['routes'];
  readonly statistics: StatisticsPart['routes'];
  readonly data: DataPart['routes'];
  readonly erasing: ErasingPart['routes'];
  readonly exporting: ExportPart['routes'];
  readonly privacy: PrivacyPart['routes'];
  readonly browse: BrowseRoutes;
  readonly opinions: Opinions;
  readonly stage: Stage;
  readonly signOutPreview: () => Promise<Result<SignOutPreview>>;
  readonly devices: Devices;
  readonly region: Region;
  readonly computer: {
    read(): ComputerRules;
    update(change: Requests['computer.update']['in']): Promise<Result<ComputerRules>>;
    /** Somebody uses the computer. */
    active(): void;
    /** Somebody answered the warning. */
    stay(): void;
  };
  readonly notify: (words: Requests['system.notify']['in']) => void;
  readonly openExternal: (page: ExternalPage) => Promise<Result<null>>;
  /** Runs once an account is open, after a sign-in. */
  readonly onSignedIn: () => void;
}

/** The front desk: each request of the contract and the feature that answers it. */
export function createRoutes(features: Features): Routes {
  const { settings, account, computer, devices, catalogue, downloads, repair, playback, folder, space } = features;
  const { study, stage } = features;
  const { ratings, recommendations } = features.opinions;

  /** What begins once an account is open, however it came to be. */
  async function begun(opening: Promise<Result<AccountState>>): Promise<Result<AccountState>> {
    const state = await opening;
    if (state.ok && state.value.kind === 'signed-in') features.onSignedIn();
    return state;
  }

  return {
    'app.about': async () => ok(await features.about()),
    'settings.read': () => Promise.resolve(ok(settings.read())),
    'settings.update': (change) => settings.update(change),
    'account.read': () => Promise.resolve(ok(account.read())),
    'account.signIn': (input) => begun(account.signIn(input)),
    'account.create': (input) => begun(account.create(input)),
    'account.chooseProfile': ({ number }) => begun(account.chooseProfile(number)),
    'account.unlock': (input) => begun(account.unlock(input)),
    'account.lock': () => account.lock(),
    'account.switchProfile': () => account.switchProfile(),
    'account.updateProfile': (input) => account.updateProfile(input),
    'account.setRemembered': ({ remember }) => account.setRemembered(remember),
    'account.eraseProfile': ({ number }) => account.eraseProfile(number),
    'account.changePassword': (input) => account.changePassword(input),
    'account.changeEmail': (input) => account.changeEmail(input),
    'account.terms': () => account.terms(),
    'account.region': () => features.region.read(),
    'account.setRegion': ({ region }) => features.region.set(region),
    'account.signOutPreview': () => features.signOutPreview(),
    'account.signOut': (input) => account.signOut(input),
    'account.retry': () => begun(account.retry()),
    'account.setAside': () => account.setAside(),
    'computer.read': () => Promise.resolve(ok(computer.read())),
    'computer.update': (input) => computer.update(input),
    'computer.active': () => {
      computer.active();
      return Promise.resolve(done);
    },
    'computer.stay': () => {
      computer.stay();
      return Promise.resolve(done);
    },
    'system.notify': (words) => {
      features.notify(words);
      return Promise.resolve(done);
    },
    'external.open': ({ page }) => features.openExternal(page),
    'devices.list': () => devices.list(),
    'devices.rename': ({ id, name }) => devices.rename(id, name),
    'devices.signOut': ({ id }) => devices.signOut(id),
    'devices.signOutOthers': () => devices.signOutOthers(),
    'catalogue.home': () => catalogue.home(),
    'catalogue.course': ({ courseId }) => catalogue.course(courseId),
    'catalogue.refresh': () => catalogue.refresh(),
    'downloads.list': () => downloads.list(),
    'downloads.start': (input) => downloads.start(input),
    'downloads.pause': ({ lectureId }) => downloads.pause(lectureId),
    'downloads.resume': ({ lectureId }) => downloads.resume(lectureId),
    'downloads.remove': ({ lectureId }) => space.remove([lectureId]),
    'downloads.verify': ({ lectureId }) => repair.verify(lectureId),
    'downloads.repair': ({ lectureId }) => repair.repair(lectureId),
    'downloads.stopCheck': async ({ lectureId }) => {
      await repair.stop(lectureId);
      return done;
    },
    'licences.renew': ({ lectureId }) => features.licences.renew(lectureId),
    'downloads.move': ({ lectureId, to }) => downloads.move(lectureId, to),
    'downloads.placeBefore': ({ lectureId, beforeId }) => downloads.placeBefore(lectureId, beforeId),
    'downloads.keepReady': ({ courseId, count }) => features.keepReady.setCount(courseId, count),
    'downloads.allowMetered': () => {
      features.line.allow();
      return Promise.resolve(done);
    },
    'downloads.pauseAll': () => downloads.pauseAll(),
    'downloads.resumeAll': () => downloads.resumeAll(),
    'downloads.estimate': (input) => downloads.estimate(input),
    'playback.open': ({ lectureId, ...choice }) => playback.open(lectureId, choice),
    'playback.plan': ({ lectureId, ...choice }) => playback.plan(lectureId, choice),
    'playback.savePosition': (input) => playback.savePosition(input),
    'playback.close': ({ lectureId }) => playback.close(lectureId),
    'storage.read': () => space.storage(),
    'space.preview': (input) => space.preview(input),
    'space.remove': ({ lectureIds }) => space.remove(lectureIds),
    'bin.list': () => space.bin.items(),
    'bin.restore': ({ lectureIds }) => space.bin.restore(lectureIds),
    'bin.empty': ({ lectureIds }) => space.bin.empty(lectureIds),
    'folder.read': () => folder.read(),
    'folder.pick': (input) => folder.pick(input),
    'folder.move': () => folder.move(),
    'folder.stopMove': () => folder.stopMove(),
    'playback.setCompleted': (input) => study.setCompleted(input),
    'study.read': ({ lectureId }) => study.read(lectureId),
    'study.setRate': ({ courseId, rate }) => study.setRate(courseId, rate),
    'ratings.read': ({ subject }) => ratings.read(subject),
    'ratings.rate': ({ subject, stars }) => ratings.rate(subject, stars),
    ...features.notes,
    ...features.search,
    ...features.history,
    ...features.rights,
    ...features.statistics,
    ...features.data,
    ...features.erasing,
    ...features.exporting,
    ...features.privacy,
    'recommendations.read': () => recommendations.read(),
    'recommendations.dismiss': ({ courseId }) => recommendations.dismiss(courseId),
    'recommendations.restore': ({ courseId }) => recommendations.restore(courseId),
    'recommendations.reset': () => recommendations.reset(),
    ...features.browse,
    'window.read': () => Promise.resolve(ok(stage.facts())),
    'window.mini': async ({ on }) => ok(await stage.setMini(on)),
    'stage.playing': (now) => {
      stage.playing(now);
      return Promise.resolve(done);
    },
    'stage.artwork': ({ lectureId }) => stage.artwork(lectureId),
  };
}
