import { existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import pino from 'pino';
import type { Log } from '../../ports.ts';
import type { LogFiles } from '../../retention-ports.ts';
import { result } from '../erase/owned-entries.ts';
import { beginOfLogMs } from './log-begin.ts';

const mostBytes = 1024 * 1024;

/** The app's log: JSON lines in one file of at most a megabyte and one older; holds event names, codes and numbers only. A file goes whole, by the time of its first line. */
export function createFileLog(folder: string): Log & LogFiles {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, 'lectoroom.log');
  const olderPath = join(folder, 'lectoroom.1.log');
  if (existsSync(path) && statSync(path).size > mostBytes) renameSync(path, olderPath);
  const destination = pino.destination({ dest: path, sync: true, mode: 0o600, maxLength: mostBytes });
  // A full or failing disk costs lines of the log, never the work that is logged: without a listener each call would throw.
  destination.on('error', () => undefined);
  const logger = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination);
  return {
    info: (event, fields) => logger.info({ ...fields }, event),
    warn: (event, fields) => logger.warn({ ...fields }, event),
    defect: (event, error) =>
      logger.error({ defect: error instanceof Error ? error.name : typeof error, at: placeOf(error) }, event),
    prune: (keptFromMs, nowMs) =>
      result(async () => {
        const beginMs = await beginOfLogMs(path);
        // At half of its age the live one becomes the older, so that both together reach back no further than they may.
        if (beginMs !== null && beginMs < (keptFromMs + nowMs) / 2) {
          await rename(path, olderPath);
          destination.reopen();
        }
        const olderBeginMs = await beginOfLogMs(olderPath);
        if (olderBeginMs === null || olderBeginMs >= keptFromMs) return 0;
        await rm(olderPath, { force: true });
        return 1;
      }),
  };
}

/** The first place of our own in a stack, as file name and line: enough to find the defect, nothing of the computer's paths. */
function placeOf(error: unknown): string {
  const line =
    error instanceof Error ? (error.stack ?? '').split('\n').find((text) => /^\s+at /.test(text)) : undefined;
  return /([\w.-]+:\d+):\d+\)?$/.exec(line ?? '')?.[1] ?? 'unknown';
}
