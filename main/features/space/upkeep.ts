import type { Clock } from '../../ports.ts';

/** Work that is done a moment after an account was opened, every hour, and soon after it was asked for. */
export interface Upkeep {
  open(): void;
  /** Something happened that may give it work. */
  soon(): void;
  /** Waits for the work that is under way. */
  close(): Promise<void>;
}

/** Long enough for the window to be there and hear of it, and for a last position to be saved. */
const soonMs = 3000;
const everyMs = 3_600_000;

/** Makes it; never two runs at a time. */
export function createUpkeep(deps: {
  readonly clock: Clock;
  readonly work: () => Promise<void>;
  readonly onDefect: (error: unknown) => void;
}): Upkeep {
  let isOpen = false;
  let cancel: (() => void) | null = null;
  let running: Promise<void> = Promise.resolve();

  function plan(delayMs: number): void {
    cancel?.();
    cancel = deps.clock.after(delayMs, run);
  }

  function run(): void {
    cancel = null;
    running = running
      .then(() => (isOpen ? deps.work() : undefined))
      .catch(deps.onDefect)
      .then(() => {
        if (isOpen && cancel === null) plan(everyMs);
      });
  }

  return {
    open() {
      isOpen = true;
      plan(soonMs);
    },
    soon() {
      if (isOpen) plan(soonMs);
    },
    async close() {
      isOpen = false;
      cancel?.();
      cancel = null;
      await running;
    },
  };
}
