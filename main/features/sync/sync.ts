import type { DeviceId } from '../../../contract/domain/ids.ts';
import type { SyncPhase, SyncView } from '../../../contract/domain/sync.ts';
import { ok } from '../../../contract/result.ts';
import type { AppErrorCode, Result } from '../../../contract/result.ts';
import type { Clock } from '../../ports.ts';
import type { SyncFacts } from '../../sync-ports.ts';
import { createRest } from '../../rest-after-failures.ts';
import { exchange, type ExchangeDeps } from './exchange.ts';

/** What the exchange of watching between computers needs. */
export interface SyncDeps extends ExchangeDeps {
  readonly clock: Clock;
  readonly deviceId: () => Promise<Result<DeviceId>>;
  readonly isOnline: () => boolean;
  /** What the settings show of it may be another. */
  readonly onChange: () => void;
}

/** The exchange of watching between a person's computers: off until the person turns it on, for the account that is open. */
export interface Sync {
  read(): Promise<Result<SyncView>>;
  /** Off holds at once: nothing more is sent or asked for, but for the deletion of the copy. */
  turn(to: { readonly on: boolean; readonly deleteCopy: boolean }): Promise<Result<SyncView>>;
  /** An account was opened. */
  open(): void;
  /** The service answers again. */
  wake(): void;
  /** Something changed here that others may want to know. */
  changed(): void;
  /** The person's data is frozen, or it may go on: nothing is under way when this returns. */
  hold(): void;
  /** The account is being closed. */
  close(): void;
}

const soonMs = 5000;
/** While somebody watches, something changes every five seconds. */
const calmMs = 25_000;
const regularMs = 900_000;

/** Makes it. */
export function createSync(deps: SyncDeps): Sync {
  const { library, clock, log } = deps;
  /** Another one for each account that is opened and each turn of the switch: what is under way for the one before ends without a word. */
  let visit = {};
  let isOpen = false;
  let isNeeded = false;
  let isRunning = false;
  let isWanted = false;
  let error: AppErrorCode | null = null;
  const timers = createTimers(clock);
  const rest = createRest(clock, wake);

  async function run(): Promise<void> {
    const mine = visit;
    const isOver = (): boolean => mine !== visit;
    isRunning = true;
    isWanted = false;
    deps.onChange();
    try {
      const result = await exchange(deps, isOver);
      if (isOver()) return;
      settle(result.ok ? null : result.error.code);
      const facts = await library.sync.facts();
      if (facts.ok && !isOver()) take(facts.value);
    } finally {
      if (!isOver()) calm();
    }
  }

  function calm(): void {
    isRunning = false;
    timers.set('calm', calmMs, () => {
      if (isWanted) changed();
    });
    timers.set('regular', regularMs, wake);
    deps.onChange();
  }

  function settle(code: AppErrorCode | null): void {
    error = code;
    if (code === null) return rest.end();
    log.warn('sync.not-exchanged', { code });
    rest.after(code);
  }

  function take(facts: SyncFacts): void {
    isNeeded = facts.deletion !== null || (facts.on && !facts.copyGone);
    if (isNeeded) return;
    timers.stopAll();
    rest.end();
    isNeeded = facts.deletion !== null || (facts.on && !facts.copyGone && !deps.isHeld());
    if (!isNeeded) timers.stopAll();
  }

  function wake(): void {
    if (!isOpen || !isNeeded || !deps.isOnline() || rest.isOn()) return;
    timers.stop('soon');
    if (isRunning) isWanted = true;
    else void run().catch((defect: unknown) => log.defect('sync.exchange', defect));
  }

  function changed(): void {
    if (!isOpen || !isNeeded) return;
    isWanted = true;
    if (!isRunning && !timers.isSet('calm') && !timers.isSet('soon')) timers.set('soon', soonMs, wake);
  }

  function begin(): void {
    visit = {};
    isRunning = false;
    isWanted = false;
    error = null;
    rest.end();
    timers.stopAll();
  }

  async function beginHere(): Promise<Result<SyncFacts>> {
    const device = await deps.deviceId();
    return device.ok ? library.sync.begin(device.value) : device;
  }

  /** Begins as the library says that it stands. */
  async function open(ask: () => Promise<Result<SyncFacts>>): Promise<void> {
    const mine = visit;
    const facts = await ask();
    if (mine !== visit) return;
    if (!facts.ok) {
      log.warn('sync.not-begun', { code: facts.error.code });
      return;
    }
    take(facts.value);
    wake();
  }

  function phaseOf(facts: SyncFacts): SyncPhase {
    if (!facts.on) return 'off';
    if (facts.copyGone) return 'copy-deleted';
    if (error !== null || deps.isHeld() || !deps.isOnline()) return 'waiting';
    return isRunning ? 'busy' : 'idle';
  }

  function viewOf(facts: SyncFacts): SyncView {
    const { on, lastAtMs, waitingCount, epoch, copyGone } = facts;
    const isThere = epoch !== null && !copyGone;
    return {
      on,
      phase: phaseOf(facts),
      lastAtMs,
      waitingCount,
      error: deps.isHeld() && on ? 'restricted' : deps.isOnline() ? error : 'service-unreachable',
      copy: facts.deletion === null ? (isThere ? 'there' : 'none') : 'deleting',
    };
  }

  return {
    async read() {
      const facts = await library.sync.facts();
      return facts.ok ? ok(viewOf(facts.value)) : facts;
    },
    async turn(to) {
      begin();
      const facts = await library.sync.turn(to);
      if (!facts.ok) return facts;
      take(facts.value);
      wake();
      deps.onChange();
      return ok(viewOf(facts.value));
    },
    open() {
      begin();
      isOpen = true;
      isNeeded = false;
      void open(beginHere);
    },
    wake,
    changed,
    hold() {
      if (!isOpen) return;
      begin();
      isNeeded = false;
      void open(library.sync.facts);
      deps.onChange();
    },
    close() {
      begin();
      isOpen = false;
      isNeeded = false;
    },
  };
}

type TimerName = 'soon' | 'calm' | 'regular';

/** Timers by name; one that is set again begins anew. */
function createTimers(clock: Pick<Clock, 'after'>) {
  const set = new Map<TimerName, () => void>();
  function stop(name: TimerName): void {
    set.get(name)?.();
    set.delete(name);
  }
  return {
    set(name: TimerName, delayMs: number, work: () => void): void {
      stop(name);
      set.set(
        name,
        clock.after(delayMs, () => {
          set.delete(name);
          work();
        }),
      );
    },
    stop,
    isSet: (name: TimerName): boolean => set.has(name),
    stopAll(): void {
      for (const name of set.keys()) stop(name);
    },
  };
}
