import { fail, ok } from '../contract/result.ts';
import type { Result } from '../contract/result.ts';
import type { ExportFile } from './statistics-ports.ts';

/** Exports of a feature: one at a time, whole or not there, and over when the account closes. */
export interface OneExport {
  /**
   * Asks where to and lets `write` fill the file; null when the person thought better of it, `not-allowed` while another runs. `write` asks `isStopped`
   * after each wait.
   */
  run<T>(
    choose: () => Promise<ExportFile | null>,
    write: (file: ExportFile, isStopped: () => boolean) => Promise<Result<T>>,
  ): Promise<Result<T | null>>;
  /** Stops what runs, and waits for it. */
  close(): Promise<void>;
}

/** Makes it. */
export function createOneExport(): OneExport {
  let running: { stopped: boolean; writing: Promise<unknown> } | null = null;
  return {
    async run(choose, write) {
      if (running !== null) return fail('not-allowed');
      const mine = { stopped: false, writing: Promise.resolve<unknown>(null) };
      running = mine;
      try {
        const file = await choose();
        if (file === null) return ok(null);
        // Whoever comes in next does not get the file of who was asked.
        if (mine.stopped) return fail('cancelled');
        const writing = finished(file, () => write(file, () => mine.stopped));
        mine.writing = writing.catch(() => undefined);
        return await writing;
      } finally {
        running = null;
      }
    },
    async close() {
      if (running === null) return;
      running.stopped = true;
      await running.writing;
    },
  };
}

/** The file takes its place when everything went well; else nothing of it is left. */
async function finished<T>(file: ExportFile, write: () => Promise<Result<T>>): Promise<Result<T>> {
  let isWhole = false;
  try {
    const written = await write();
    if (!written.ok) return written;
    const ended = await file.finish();
    if (!ended.ok) return ended;
    isWhole = true;
    return written;
  } finally {
    if (!isWhole) await file.abandon();
  }
}
