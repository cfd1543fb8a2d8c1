import type { SignOutPreview } from '../contract/domain/account.ts';
import type { AppAbout, StorageView } from '../contract/domain/views.ts';
import { ok } from '../contract/result.ts';
import type { Result } from '../contract/result.ts';
import type { Routes } from './electron/ipc.ts';
import type { Account } from './features/account/account.ts';
import type { Catalogue } from './features/catalogue/catalogue.ts';
import type { Devices } from './features/devices/devices.ts';
import type { Downloads } from './features/downloads/downloads.ts';
import type { Playback } from './features/playback/playback.ts';
import type { SettingsFeature } from './features/settings/settings.ts';

/** What the front desk passes requests on to. */
export interface Features {
  readonly about: () => Promise<AppAbout>;
  readonly settings: SettingsFeature;
  readonly account: Account;
  readonly catalogue: Catalogue;
  readonly downloads: Downloads;
  readonly playback: Playback;
  readonly storage: () => Promise<Result<StorageView>>;
  readonly signOutPreview: () => Promise<Result<SignOutPreview>>;
  readonly devices: Devices;
  /** Runs once an account is open, after a sign-in. */
  readonly onSignedIn: () => void;
}

/** The front desk: each request of the contract and the feature that answers it. */
export function createRoutes(features: Features): Routes {
  const { settings, account, devices, catalogue, downloads, playback } = features;
  return {
    'app.about': async () => ok(await features.about()),
    'settings.read': () => Promise.resolve(ok(settings.read())),
    'settings.update': (change) => settings.update(change),
    'account.read': () => Promise.resolve(ok(account.read())),
    'account.signIn': async (input) => {
      const state = await account.signIn(input);
      if (state.ok) features.onSignedIn();
      return state;
    },
    'account.signOutPreview': () => features.signOutPreview(),
    'account.signOut': (input) => account.signOut(input),
    'account.retry': () => account.retry(),
    'account.setAside': () => account.setAside(),
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
    'downloads.remove': ({ lectureId }) => downloads.remove(lectureId),
    'playback.open': ({ lectureId }) => playback.open(lectureId),
    'playback.savePosition': (input) => playback.savePosition(input),
    'storage.read': () => features.storage(),
  };
}
