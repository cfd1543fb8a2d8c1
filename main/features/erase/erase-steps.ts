import type { RemainKind } from '../../../contract/domain/account.ts';
import type { LocalAccountId } from '../../../contract/domain/ids.ts';
import { done, fail, ok } from '../../../contract/result.ts';
import type { Result } from '../../../contract/result.ts';
import type { AccountFiles, Clock, Erasable, Log, SecretStore } from '../../ports.ts';

/** What the steps of erasing work on. */
export interface EraseStepsDeps {
  readonly secrets: SecretStore;
  readonly files: AccountFiles;
  /** The account's row in `computer.db`. */
  readonly accountRow: Erasable;
  /** What Chromium keeps of the window: storage, caches, cookies. */
  readonly windowData: Erasable;
  /** When the account is open: ends its transfers and playback and signs it out for everyone who asks. Leaves another that is open alone. */
  readonly stopUsing: (accountId: LocalAccountId) => Promise<void>;
  /** Closes the account's library if it is open. */
  readonly closeLibrary: (accountId: LocalAccountId) => Promise<Result<null>>;
  readonly clock: Clock;
  readonly log: Log;
}

/** The steps in their order. */
export const eraseStepNames = [
  'stop-using',
  'close-library',
  'secret',
  'keyring',
  'library',
  'lectures',
  'account-row',
  'damaged-computer-files',
  'window-data',
  'logs',
] as const;
export type EraseStepName = (typeof eraseStepNames)[number];

/** One step: harmless to repeat; `look` says whether anything is left, knowing how the run before it ended. */
export interface EraseStep {
  readonly name: EraseStepName;
  run(accountId: LocalAccountId): Promise<Result<null>>;
  /** Null for a step that destroys nothing itself. */
  readonly look: {
    readonly kind: RemainKind;
    remains(accountId: LocalAccountId, ran: Result<null>): Promise<Result<boolean>>;
  } | null;
}

/** How long to wait for those who use the account before its keys are destroyed under them. */
const patienceMs = 10_000;

/**
 * The steps. Who has files open comes first (Windows deletes no open file), then the two places that hold the key, because without it the
 * gigabytes after them are unreadable however long deleting takes; the log comes last, so that it tells how far a run came.
 */
export function eraseSteps(deps: EraseStepsDeps): readonly EraseStep[] {
  const { secrets, files, accountRow, windowData } = deps;
  return [
    step('stop-using', (id) => inTime(deps.clock, () => deps.stopUsing(id).then(() => done)), null),
    step('close-library', (id) => inTime(deps.clock, () => deps.closeLibrary(id)), null),
    step('secret', (id) => secrets.delete(id), {
      kind: 'secret',
      // A store that would not delete is not asked again: it may take its time to refuse, and the answer is known.
      remains: async (id, ran) => (ran.ok ? isThere(await secrets.get(id)) : ran),
    }),
    erasing('keyring', 'keys', files.keyring),
    erasing('library', 'library', files.library),
    erasing('lectures', 'lectures', files.lectures),
    erasing('account-row', 'library', accountRow),
    erasing('damaged-computer-files', 'library', files.damagedComputerFiles),
    erasing('window-data', 'window-data', windowData),
    erasing('logs', 'logs', files.logs),
  ];
}

/** Does a piece of work; one that throws is a defect and a failure, never the end of the others. */
export async function attempt<T>(name: string, work: () => Promise<Result<T>>, log: Log): Promise<Result<T>> {
  try {
    return await work();
  } catch (error) {
    log.defect(name, error);
    return fail('unexpected');
  }
}

function step(name: EraseStepName, run: EraseStep['run'], look: EraseStep['look']): EraseStep {
  return { name, run, look };
}

function erasing(name: EraseStepName, kind: RemainKind, place: Erasable): EraseStep {
  return step(name, (id) => place.erase(id), { kind, remains: (id) => place.remains(id) });
}

function isThere(found: Result<string | null>): Result<boolean> {
  return found.ok ? ok(found.value !== null) : found;
}

/** The work's answer, or `unexpected` when it does not come in time; it may still end by itself. */
async function inTime(clock: Clock, work: () => Promise<Result<null>>): Promise<Result<null>> {
  let callOff: () => void = () => undefined;
  const tooLate = new Promise<Result<null>>((resolve) => {
    callOff = clock.after(patienceMs, () => resolve(fail('unexpected')));
  });
  try {
    return await Promise.race([work(), tooLate]);
  } finally {
    callOff();
  }
}
