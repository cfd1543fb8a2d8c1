import { done } from '../../../contract/result.ts';
import type { Result } from '../../../contract/result.ts';

/** Runs work one after the other in the order it was asked for; a failure ends nobody else's turn. */
export interface InTurn {
  run<T>(work: () => Promise<T>): Promise<T>;
  /** When all that was asked for so far is done. */
  settled(): Promise<void>;
}

/** Makes an empty line. */
export function createInTurn(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return {
    run(work) {
      const mine = last.then(work);
      last = mine.catch(() => undefined);
      return mine;
    },
    async settled() {
      await last;
    },
  };
}

/** Does the same for each of them, one after the other; the first failure ends it. */
export async function forEach<Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result<null>>,
): Promise<Result<null>> {
  for (const item of items) {
    const did = await work(item);
    if (!did.ok) return did;
  }
  return done;
}
