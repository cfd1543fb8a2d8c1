import { join, resolve } from 'node:path';
import type { EventName, Events } from '../../contract/ipc.ts';
import { done, fail, ok } from '../../contract/result.ts';
import { compose } from '../../main/compose.ts';
import { loadPolicy } from '../../main/load-policy.ts';
import type { App, ComposeDeps } from '../../main/app.ts';
import { plainSessions } from '../fakes/plain-sessions.ts';
import { createFakeWindow } from '../fakes/fake-window.ts';
import { configurationOf } from '../../main/configuration.ts';
import { answeringConsent } from './answer-consent.ts';
import { testWorker } from './test-workers.ts';

const root = resolve(import.meta.dirname, '..', '..');

/** Where an app without a window keeps its things, and whom it speaks to. */
export interface ComposePlaces {
  /** Holds the policy file, if any: `policy.json`. */
  readonly folder: string;
  readonly userDataFolder: string;
  readonly downloadFolder: string;
  readonly origin: string;
  /** What is asked about privacy waits for the test; otherwise somebody refuses it as soon as it is asked. */
  readonly asksConsent?: boolean;
}

/** Puts the app together as `main/index.ts` does, without Electron: real doors, workers straight from their TypeScript. */
export async function composeForTests(
  places: ComposePlaces,
  deps: Partial<
    Pick<
      ComposeDeps,
      | 'openExternal'
      | 'clock'
      | 'keepAwake'
      | 'lineCost'
      | 'pickFolder'
      | 'findSilences'
      | 'notes'
      | 'appWindow'
      | 'printPage'
      | 'pickArchive'
      | 'holdScreen'
    >
  > & {
    readonly emit: (name: EventName, payload: Events[EventName]) => void;
  },
): Promise<App> {
  const policy = await loadPolicy({ LECTOROOM_POLICY_FILE: join(places.folder, 'policy.json') });
  const app = compose({
    configuration: {
      ...configurationOf({
        appFolder: root,
        userDataFolder: places.userDataFolder,
        appDataFolder: places.userDataFolder,
        localAppDataFolder: undefined,
        crashDumpsFolder: null,
        environment: { LECTOROOM_SERVICE_URL: places.origin, LECTOROOM_DOWNLOAD_FOLDER: places.downloadFolder },
        builtInServiceUrl: undefined,
        policyService: policy.service,
      }),
      archiveWorkerPath: testWorker('archive-worker'),
      libraryWorkerPath: testWorker('library-worker'),
      lineWorkerPath: testWorker('line-worker'),
      transferWorkerPath: testWorker('transfer-worker'),
    },
    policy,
    sessions: plainSessions(),
    embedded: Promise.resolve(null),
    facts: { version: '0.0.0', electronVersion: 'none', platform: 'linux', systemLanguage: 'en' },
    emit: deps.emit,
    windowData: { erase: () => Promise.resolve(done), remains: () => Promise.resolve(ok(false)) },
    openExternal: deps.openExternal ?? (() => Promise.resolve()),
    showProgress: () => undefined,
    keepAwake: deps.keepAwake ?? (() => undefined),
    pickFolder: deps.pickFolder ?? (() => Promise.resolve(null)),
    printPage: deps.printPage ?? (() => Promise.resolve(fail('unexpected'))),
    pickArchive: deps.pickArchive ?? (() => Promise.resolve(null)),
    appWindow: deps.appWindow ?? createFakeWindow(),
    holdScreen: deps.holdScreen ?? (() => undefined),
    notify: () => undefined,
    lineCost: deps.lineCost ?? { read: () => Promise.resolve({ cost: 'unknown', line: '' }) },
    findSilences: deps.findSilences ?? (() => Promise.resolve('unreadable')),
    notes: deps.notes ?? { chooseFile: () => Promise.resolve(null), camera: { open: () => Promise.resolve(null) } },
    onTheme: () => undefined,
    ...(deps.clock === undefined ? {} : { clock: deps.clock }),
  });
  return places.asksConsent === true ? app : answeringConsent(app);
}
