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
