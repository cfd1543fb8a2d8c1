import type { AppError } from '../../contract/result.ts';
import { toAppError } from './request-failed.ts';

/** Keeps words while they are written. */
export interface Autosave {
  /** The words are these now; they are kept within the delay, however fast somebody types. */
  change(text: string): void;
  /** Keeps at once what is not kept yet. */
  flush(): void;
  /** Keeps a last time and never tries again: whoever comes next must not inherit these words. */
  end(): void;
}

/** Makes it; `onError` hears why words could not be kept (the last ones too, which nobody tries again), and null once they are. */
export function createAutosave(deps: {
  readonly save: (text: string) => Promise<unknown>;
  readonly onError: (error: AppError | null) => void;
  readonly delayMs?: number;
  /** How long after a failure it is tried again. */
  readonly againMs?: number;
}): Autosave {
  const { save, onError, delayMs = 400, againMs = 3000 } = deps;
  let pending: string | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let ended = false;
  let sentCount = 0;

  function flush(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    const text = pending;
    if (text === null) return;
    pending = null;
    sentCount += 1;
    const number = sentCount;
    // What became of older words says nothing any more once newer ones are on their way, and must not be kept over them.
    const isOld = (): boolean => number !== sentCount;
    save(text).then(
      () => {
        if (!ended && !isOld()) onError(null);
      },
      (thrown: unknown) => {
        if (isOld()) return;
        onError(toAppError(thrown));
        if (ended) return;
        pending ??= text;
        timer ??= setTimeout(flush, againMs);
      },
    );
  }

  return {
    change(text) {
      if (ended) return;
      pending = text;
      timer ??= setTimeout(flush, delayMs);
    },
    flush,
    end() {
      flush();
      ended = true;
    },
  };
}
