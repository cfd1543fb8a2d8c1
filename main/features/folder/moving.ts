import type { FolderMove } from '../../../contract/domain/folder.ts';
import type { LocalAccountId } from '../../../contract/domain/ids.ts';
import { done, fail, ok } from '../../../contract/result.ts';
import type { AppErrorCode, Result } from '../../../contract/result.ts';
import type {
  FolderDisk,
  FolderMoveOrder,
  FolderMover,
  FolderPlace,
  KeptFolder,
  KeptMove,
} from '../../folder-ports.ts';
import type { Clock, Log } from '../../ports.ts';

/** What moving needs; `kept` is what `save` wrote last. */
export interface MovingDeps {
  readonly disk: FolderDisk;
  readonly mover: FolderMover;
  readonly clock: Clock;
  readonly log: Log;
  readonly kept: () => KeptFolder;
  readonly save: (kept: KeptFolder) => Promise<Result<null>>;
  readonly accountIds: () => Promise<Result<readonly LocalAccountId[]>>;
  /** Stops everything that writes into the folder; what asks again while `holds` must be refused. */
  readonly hold: () => Promise<void>;
  /** What was held may go on. */
  readonly release: () => void;
  /** Time to try again. */
  readonly retry: () => void;
  readonly tell: () => void;
}

/** Brings the lectures from one folder to another; `computer.db` says at any moment how far that is. */
export interface Moving {
  view(): FolderMove | null;
  isRunning(): boolean;
  /** Whether nothing may write into the folder. */
  holds(): boolean;
  begin(to: FolderPlace | null): Promise<Result<null>>;
  /** Goes on where the record says; nothing when it runs already or there is nothing to do. */
  goOn(): void;
  callOff(): Promise<Result<null>>;
  /** Runs work while nothing is moved. */
  whileStill<T>(work: () => Promise<T>): Promise<T>;
  stop(): Promise<void>;
}

const retryMs = 30_000;

/** Makes it. */
export function createMoving(deps: MovingDeps): Moving {
  const { disk, mover, kept, save } = deps;
  let running: { readonly abort: AbortController; readonly finished: Promise<void> } | null = null;
  let waitsFor: AppErrorCode | null = null;
  let doneBytes = 0;
  let totalBytes = 0;
  let stillCount = 0;
  let isStopped = false;
  let cancelRetry: (() => void) | null = null;

  function goOn(): void {
    if (running !== null || stillCount > 0 || isStopped || kept().move === null) return;
    cancelRetry?.();
    cancelRetry = null;
    const abort = new AbortController();
    const finished = run(abort.signal)
      .catch((error: unknown) => {
        deps.log.defect('folder.move', error);
        waitFor('unexpected');
      })
      .finally(() => {
        running = null;
        deps.tell();
      });
    running = { abort, finished };
  }

  async function run(signal: AbortSignal): Promise<void> {
    for (let { place, move } = kept(); move !== null; { place, move } = kept()) {
      const next = await step(place, move, signal);
      if (signal.aborted && !next.ok) return;
      const saved = next.ok ? await save(next.value) : next;
      if (!saved.ok) return waitFor(saved.error.code);
      deps.log.info(`folder.${move.phase}.done`);
      waitsFor = null;
      if (move.phase !== 'deleting') deps.release();
      deps.tell();
      // What was called off meanwhile is not gone on with.
      if (signal.aborted) return;
    }
  }

  function waitFor(code: AppErrorCode): void {
    if (isStopped) return;
    if (waitsFor !== code) deps.log.warn('folder.move-waits', { code });
    waitsFor = code;
    cancelRetry = deps.clock.after(retryMs, deps.retry);
    // Undoing holds only while it works: with its drive away nobody may wait for it.
    deps.release();
  }

  /** Does one step of the move; the record that holds once it is done. */
  async function step(place: FolderPlace | null, move: KeptMove, signal: AbortSignal): Promise<Result<KeptFolder>> {
    const isBack = move.phase === 'deleting';
    const order = await orderOf(isBack ? move.other : place, isBack ? place : move.other);
    if (!order.ok) return order;
    if (!isBack) await deps.hold();
    const result = await work(move, order.value, signal);
    if (!result.ok) return result;
    if (move.phase === 'copying') return ok({ place: move.other, move: { phase: 'deleting', other: place } });
    await disk.release(move.other);
    return ok({ place, move: null });
  }

  async function work({ phase }: KeptMove, order: FolderMoveOrder, signal: AbortSignal): Promise<Result<null>> {
    if (phase === 'deleting') return mover.clear(order, signal);
    if (phase === 'undoing') return mover.undo(order, signal);
    const size = await mover.size(order);
    if (!size.ok) return size;
    totalBytes = size.value;
    waitsFor = null;
    const onProgress = ({ receivedBytes }: { readonly receivedBytes: number }): void => {
      doneBytes = receivedBytes;
      deps.tell();
    };
    deps.tell();
    return mover.copy(order, onProgress, signal);
  }

  async function orderOf(from: FolderPlace | null, to: FolderPlace | null): Promise<Result<FolderMoveOrder>> {
    const accountIds = await deps.accountIds();
    if (!accountIds.ok) return accountIds;
    return ok({ from: disk.marked(from), to: disk.marked(to), accountIds: accountIds.value });
  }

  async function rest(): Promise<void> {
    cancelRetry?.();
    cancelRetry = null;
    running?.abort.abort();
    await running?.finished;
  }

  return {
    goOn,
    isRunning: () => running !== null,
    holds() {
      const phase = kept().move?.phase;
      return phase === 'copying' || (phase === 'undoing' && waitsFor === null);
    },
    view() {
      const phase = kept().move?.phase;
      if (phase === undefined || phase === 'undoing') return null;
      return { phase, doneBytes: phase === 'deleting' ? totalBytes : doneBytes, totalBytes, waitsFor };
    },
    async begin(to) {
      const { place, move } = kept();
      // What is left on a drive that never comes back must not keep the person from another folder; without its key nobody reads it.
      const mayReplace = move === null || (move.phase === 'deleting' && waitsFor !== null);
      if (!mayReplace) return fail(move.phase === 'undoing' && waitsFor !== null ? waitsFor : 'not-allowed');
      await rest();
      const isAway = (await disk.state(disk.marked(place), 'touch')) === 'away';
      // From a drive that is away nothing can be brought: the new folder begins empty, and the old one can be chosen again.
      const next: KeptFolder = isAway ? { place: to, move: null } : { place, move: { phase: 'copying', other: to } };
      const claimed = await disk.claim(to);
      const saved = claimed.ok ? await save(next) : claimed;
      if (!saved.ok) {
        // A marker of which nothing is remembered would tell other computers that somebody's lectures are there.
        await disk.release(to);
        return saved;
      }
      [doneBytes, totalBytes, waitsFor] = [0, 0, null];
      deps.log.info('folder.move-begins');
      if (isAway) deps.release();
      else goOn();
      return done;
    },
    async callOff() {
      await rest();
      const { place, move } = kept();
      if (move?.phase !== 'copying') {
        goOn();
        return move === null ? done : fail('not-allowed');
      }
      const saved = await save({ place, move: { phase: 'undoing', other: move.other } });
      if (!saved.ok) return saved;
      waitsFor = null;
      deps.log.info('folder.move-called-off');
      goOn();
      await running?.finished;
      return done;
    },
    async whileStill(work) {
      stillCount += 1;
      try {
        await rest();
        return await work();
      } finally {
        stillCount -= 1;
        if (stillCount === 0) deps.retry();
      }
    },
    async stop() {
      isStopped = true;
      await rest();
    },
  };
}
