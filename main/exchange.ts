import type { Result } from '../contract/result.ts';
import type { Clock, Log } from './ports.ts';
import { createRest } from './rest-after-failures.ts';

/** What an exchange with the service in the background needs. */
export interface ExchangeDeps {
  readonly clock: Clock;
  readonly log: Log;
  /** The first part of its names in the log. */
  readonly name: string;
  readonly isOnline: () => boolean;
  /** A round that runs is enough, whatever was said meanwhile. */
  readonly oneIsEnough?: true;
  /** Does all there is to do; `isOver` says that the account was closed meanwhile, and nothing is to be kept or said. */
  readonly round: (isOver: () => boolean) => Promise<Result<unknown>>;
}

/** Something that is exchanged with the service when it can be: one round at a time, and rests after failures. */
export interface Exchange {
  /** There is something to do, or the service answers again: a round begins, or another follows the one that runs. */
  wake(): void;
  /** The account closes: what is under way ends without a word, and the next account begins afresh. */
  close(): void;
}

/** Makes it. */
export function createExchange(deps: ExchangeDeps): Exchange {
  const { clock, log, name } = deps;
  /** Another one for each account that is opened. */
  let visit = {};
  let isRunning = false;
  let isWanted = false;
  const rest = createRest(clock, wake);

  async function rounds(isOver: () => boolean): Promise<Result<unknown>> {
    isWanted = false;
    const result = await deps.round(isOver);
    return result.ok && isWanted && !isOver() ? rounds(isOver) : result;
  }

  async function run(): Promise<void> {
    const mine = visit;
    const isOver = (): boolean => mine !== visit;
    isRunning = true;
    try {
      const result = await rounds(isOver);
      if (isOver()) return;
      if (result.ok) return rest.end();
      log.warn(`${name}.not-exchanged`, { code: result.error.code });
      rest.after(result.error.code);
    } finally {
      if (!isOver()) isRunning = false;
    }
  }

  function wake(): void {
    if (!deps.isOnline() || rest.isOn()) return;
    if (isRunning) isWanted = deps.oneIsEnough !== true;
    else void run().catch((error: unknown) => log.defect(`${name}.exchange`, error));
  }

  return {
    wake,
    close() {
      visit = {};
      isRunning = false;
      isWanted = false;
      rest.end();
    },
  };
}
