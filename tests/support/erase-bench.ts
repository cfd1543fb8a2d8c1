import { createFakeClock } from '../fakes/fake-clock.ts';
import { createListLog } from '../fakes/silent-log.ts';
import { LocalAccountId } from '../../contract/domain/ids.ts';
import { done, fail, ok } from '../../contract/result.ts';
import type { Result } from '../../contract/result.ts';
import type { Erasable } from '../../main/ports.ts';
import { createErase } from '../../main/features/erase/erase.ts';
import type { EraseStepName } from '../../main/features/erase/erase-steps.ts';

/** Ids of accounts for tests. */
export const [anna, ilya] = ['a', 'b'].map((letter) => LocalAccountId.parse(letter.repeat(32))) as [
  LocalAccountId,
  LocalAccountId,
];

/** The steps that destroy something. */
export const destroyingSteps = [
  'secret',
  'keyring',
  'library',
  'lectures',
  'account-row',
  'damaged-computer-files',
  'window-data',
  'logs',
] as const satisfies readonly EraseStepName[];
export type DestroyingStep = (typeof destroyingSteps)[number];

/** A place where the process may be cut off: around each step, around each write of the marker, before the look. */
export type Moment = `before ${EraseStepName | 'marker' | 'look'}` | `after ${EraseStepName | 'marker'}`;

/** What a step does instead of its work: answers a failure, throws, or claims success and does nothing. */
export type Trouble = 'fails' | 'throws' | 'lies';

/** A disk that outlives the process: what lies where, of which account. */
export function createFakeDisk(accounts: readonly LocalAccountId[] = [anna, ilya]) {
  return {
    places: new Map(destroyingSteps.map((name) => [name, new Set<LocalAccountId>(accounts)])),
    marker: [] as readonly LocalAccountId[] | 'unreadable',
  };
}
export type FakeDisk = ReturnType<typeof createFakeDisk>;

/** One process with the feature on a disk; `crashAt` stops it there for good: nothing after that moment happens. */
export function startErase(
  disk: FakeDisk,
  options: {
    readonly trouble?: Partial<Record<EraseStepName, Trouble>>;
    readonly blindLooks?: readonly DestroyingStep[];
    readonly crashAt?: Moment;
    readonly markerWrites?: () => Result<null>;
  } = {},
) {
  const { trouble = {}, blindLooks = [], crashAt } = options;
  const ran: string[] = [];
  const clock = createFakeClock();
  const log = createListLog();
  let crashed: () => void = () => undefined;
  const crash = new Promise<'crashed'>((resolve) => {
    crashed = () => resolve('crashed');
  });

  async function pass(moment: Moment): Promise<void> {
    if (moment !== crashAt) return;
    crashed();
    await new Promise<never>(() => undefined);
  }

  async function run(name: EraseStepName, work: () => void): Promise<Result<null>> {
    await pass(`before ${name}`);
    ran.push(name);
    if (trouble[name] === 'throws') throw new TypeError('a defect');
    if (trouble[name] === 'fails') return fail('disk-failed');
    if (trouble[name] !== 'lies') work();
    await pass(`after ${name}`);
    return done;
  }

  async function look(name: DestroyingStep, id: LocalAccountId): Promise<Result<boolean>> {
    await pass('before look');
    ran.push(`look ${name}`);
    return blindLooks.includes(name) ? fail('disk-failed') : ok(disk.places.get(name)?.has(id) ?? false);
  }

  const place = (name: DestroyingStep): Erasable => ({
    erase: (id) => run(name, () => void disk.places.get(name)?.delete(id)),
    remains: (id) => look(name, id),
  });

  const secret = place('secret');
  const feature = createErase({
    clock,
    log,
    marker: {
      read: () => Promise.resolve(disk.marker === 'unreadable' ? fail('disk-failed') : ok(disk.marker)),
      async write(ids) {
        await pass('before marker');
        const written = options.markerWrites?.() ?? done;
        if (written.ok) disk.marker = ids;
        ran.push(`marker ${ids.length}${written.ok ? '' : ' failed'}`);
        await pass('after marker');
        return written;
      },
    },
    secrets: {
      get: async (id) => {
        const left = await secret.remains(id as LocalAccountId);
        return left.ok ? ok(left.value ? 'a token' : null) : left;
      },
      set: () => Promise.resolve(done),
      delete: (id) => secret.erase(id as LocalAccountId),
    },
    files: {
      keyring: place('keyring'),
      library: place('library'),
      lectures: place('lectures'),
      damagedComputerFiles: place('damaged-computer-files'),
      logs: place('logs'),
    },
    accountRow: place('account-row'),
    windowData: place('window-data'),
    stopUsing: async () => {
      const stopped = await run('stop-using', () => undefined);
      if (!stopped.ok) throw new Error('would not stop');
    },
    closeLibrary: () => run('close-library', () => undefined),
  });
  return { ...feature, ran, clock, log, crash };
}

/** What is left of an account on a fake disk. */
export function leftOf(disk: FakeDisk, id: LocalAccountId): readonly string[] {
  return [...disk.places].filter(([, ids]) => ids.has(id)).map(([name]) => name);
}
