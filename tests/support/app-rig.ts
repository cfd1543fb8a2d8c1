import { cp, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { EventName } from '../../contract/ipc.ts';
import type { LectureId } from '../../contract/domain/ids.ts';
import type { Result } from '../../contract/result.ts';
import type { NotesOutside } from '../../main/compose-notes.ts';
import type { App } from '../../main/app.ts';
import type { Clock, LineCost } from '../../main/ports.ts';
import type { AppWindow } from '../../main/window-ports.ts';
import { startService } from '../../service/start-service.ts';
import type { ServiceOptions } from '../../service/start-service.ts';
import type { RunningService } from '../../service/start-service.ts';
import { sampleAccounts } from '../../service/sample-accounts.ts';
import { composeForTests } from './compose-app.ts';

/** One computer with the whole app on it except for the window, and one service beside it: all parts real. */
export interface AppRig {
  readonly folder: string;
  readonly userDataFolder: string;
  readonly downloadFolder: string;
  readonly service: RunningService;
  /** Starts the app; the one that ran before must have been stopped. */
  start(options?: StartOptions): Promise<RunningApp>;
  /**
   * The power goes: the app is gone, and on the disk is what was there at that moment; answers how many files that were. (A picture of the
   * folders is taken while the app runs, and put in their place once it has stopped.)
   */
  crash(): Promise<number>;
  /** Another computer that speaks to the same service; `start` starts the app on it. */
  secondComputer(): {
    readonly userDataFolder: string;
    readonly downloadFolder: string;
    start(options?: StartOptions): Promise<RunningApp>;
  };
  /** Makes the service misbehave (`service/faults`). */
  setFaults(rules: readonly unknown[], clockOffsetMs?: number): Promise<void>;
  clearFaults(): Promise<void>;
  stopService(): Promise<void>;
  remove(): Promise<void>;
}

/** What may be different about a start: where the service is, what the computer's policy file says, whose clock it is, and what the line costs. */
export interface StartOptions {
  readonly origin?: string;
  readonly policy?: string;
  readonly clock?: Clock;
  readonly lineCost?: LineCost;
  /** Where exported notes go. */
  readonly notes?: NotesOutside;
  readonly appWindow?: AppWindow;
  /** What is asked about privacy waits for the test; otherwise somebody refuses it as soon as it is asked. */
  readonly asksConsent?: boolean;
  /** The export that the person will pick. */
  readonly pickArchive?: () => Promise<string | null>;
}

/** The app without its window: requests go straight to the routes. */
export interface RunningApp extends App {
  readonly events: { readonly name: EventName; readonly payload: unknown }[];
  /** Addresses that were to be opened in the system browser. */
  readonly opened: string[];
  /** Each time the computer was told whether to stay awake. */
  readonly awakeTimes: boolean[];
  /** What the person will pick in the system's dialog. */
  picks: string | null;
  /** Waits until `check` holds after some event or the time is over. */
  until(check: () => Promise<boolean>, timeoutMs?: number): Promise<void>;
}

const root = resolve(import.meta.dirname, '..', '..');

/** The sample person that tests sign in as. */
export const [anna, ilya] = sampleAccounts as [(typeof sampleAccounts)[number], (typeof sampleAccounts)[number]];

/** Makes the rig with a fresh service that may be told to misbehave. */
export async function createAppRig(
  samplesFolder = join(root, 'service', 'samples'),
  options: Pick<ServiceOptions, 'cataloguePageBytes'> = {},
): Promise<AppRig> {
  const folder = await mkdtemp(join(tmpdir(), 'lectoroom-rig-'));
  const [userDataFolder, downloadFolder, serviceData] = ['user-data', 'downloads', 'service'].map((name) =>
    join(folder, name),
  ) as [string, string, string];
  await mkdir(userDataFolder, { recursive: true });
  const service = await startService({
    dataFolder: serviceData,
    samplesFolder,
    port: 0,
    host: '127.0.0.1',
    faults: true,
    passwordCost: 2 ** 12,
    ...options,
  });
  let running: RunningApp | null = null;
  let second: RunningApp | null = null;
  let serviceRuns = true;
  async function stopService(): Promise<void> {
    if (serviceRuns) await service.close();
    serviceRuns = false;
  }
  return {
    folder,
    userDataFolder,
    downloadFolder,
    service,
    stopService,
    async start(options = {}) {
      await running?.stop();
      running = await startApp({ folder, userDataFolder, downloadFolder, origin: service.origin, ...options });
      await running.finishErasing();
      await running.start();
      return running;
    },
    async crash() {
      const picture = join(folder, 'picture');
      await cp(userDataFolder, join(picture, 'user-data'), { recursive: true });
      await cp(downloadFolder, join(picture, 'downloads'), { recursive: true });
      await running?.stop();
      running = null;
      for (const [name, place] of [
        ['user-data', userDataFolder],
        ['downloads', downloadFolder],
      ] as const) {
        await rm(place, { recursive: true, force: true });
        await rename(join(picture, name), place);
      }
      return (await readdir(downloadFolder, { recursive: true })).filter((name) => name.endsWith('.lrm')).length;
    },
    secondComputer() {
      const [userData, downloads] = ['second-user-data', 'second-downloads'].map((name) => join(folder, name)) as [
        string,
        string,
      ];
      return {
        userDataFolder: userData,
        downloadFolder: downloads,
        async start(options = {}) {
          await second?.stop();
          await mkdir(userData, { recursive: true });
          const { origin } = service;
          second = await startApp({ folder, userDataFolder: userData, downloadFolder: downloads, origin, ...options });
          await second.finishErasing();
          await second.start();
          return second;
        },
      };
    },
    async setFaults(rules, clockOffsetMs = 0) {
      await fetch(`${service.origin}/_faults`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ rules, clockOffsetMs }),
      }).then(mustSucceed);
    },
    async clearFaults() {
      await fetch(`${service.origin}/_faults`, { method: 'DELETE' }).then(mustSucceed);
    },
    async remove() {
      await running?.stop();
      await second?.stop();
      await stopService();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function mustSucceed(answer: Response): Promise<void> {
  if (!answer.ok) throw new Error(`the service refused the fault: ${answer.status} ${await answer.text()}`);
}

async function startApp(
  input: { folder: string; userDataFolder: string; downloadFolder: string; origin: string } & StartOptions,
): Promise<RunningApp> {
  const events: RunningApp['events'] = [];
  const opened: string[] = [];
  const awakeTimes: boolean[] = [];
  const person = { picks: null as string | null };
  const policyFile = join(input.folder, 'policy.json');
  await rm(policyFile, { force: true });
  if (input.policy !== undefined) await writeFile(policyFile, input.policy);
  const app = await composeForTests(input, {
    emit: (name, payload) => void events.push({ name, payload }),
    openExternal: (url) => Promise.resolve(void opened.push(url)),
    pickFolder: () => Promise.resolve(person.picks),
    keepAwake: (awake) => void awakeTimes.push(awake),
    ...(input.clock === undefined ? {} : { clock: input.clock }),
    ...(input.pickArchive === undefined ? {} : { pickArchive: input.pickArchive }),
    ...(input.lineCost === undefined ? {} : { lineCost: input.lineCost }),
    ...(input.notes === undefined ? {} : { notes: input.notes }),
    ...(input.appWindow === undefined ? {} : { appWindow: input.appWindow }),
  });
  return {
    ...app,
    get picks() {
      return person.picks;
    },
    set picks(path) {
      person.picks = path;
    },
    events,
    opened,
    awakeTimes,
    async until(check, timeoutMs = 20_000) {
      const endsAtMs = Date.now() + timeoutMs;
      while (!(await check())) {
        if (Date.now() > endsAtMs) throw new Error('it did not come about in time');
        await new Promise<void>((next) => {
          setTimeout(next, 25);
        });
      }
    },
  };
}

/** The value of a result that must be a success. */
export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`expected success, got ${result.error.code}`);
  return result.value;
}

/** Signs Anna in. */
export async function signInAnna(app: RunningApp, remember = false): Promise<void> {
  valueOf(await app.routes['account.signIn']({ email: anna.email, password: anna.password, remember }));
  valueOf(await app.routes['catalogue.refresh'](null));
}

/** The lectures of the first course, in order. */
export async function firstLectures(app: RunningApp): Promise<readonly LectureId[]> {
  const home = valueOf(await app.routes['catalogue.home'](null));
  const course = home.courses[0];
  if (course === undefined) throw new Error('the catalogue is empty');
  const detail = valueOf(await app.routes['catalogue.course']({ courseId: course.id }));
  return detail.sections.flatMap((section) => section.lectures.map(({ id }) => id));
}

/** Downloads a lecture and waits for it. */
export async function downloadWhole(
  app: RunningApp,
  lectureId: LectureId,
  quality: '720p' | '360p' | 'audio' = '360p',
): Promise<void> {
  valueOf(await app.routes['downloads.start']({ lectureIds: [lectureId], quality }));
  await app.until(async () => (await stateOf(app, lectureId)) === 'complete');
}

/** Where a download stands; null when there is none. */
export async function stateOf(app: RunningApp, lectureId: LectureId): Promise<string | null> {
  const items = valueOf(await app.routes['downloads.list'](null));
  return items.find((item) => item.lectureId === lectureId)?.state ?? null;
}
