/** Runs work on one file after the other: a cancelled job may still be closing the file that its successor opens. */
export interface OneAtATime {
  run<T>(path: string, work: () => Promise<T>): Promise<T>;
}

/** Makes an empty set of queues, one for each path in use. */
export function createOneAtATime(): OneAtATime {
  const last = new Map<string, Promise<unknown>>();
  return {
    run: async (path, work) => {
      const before = last.get(path) ?? Promise.resolve();
      const mine = before.then(work, work);
      last.set(path, mine);
      try {
        return await mine;
      } finally {
        if (last.get(path) === mine) last.delete(path);
      }
    },
  };
}
