import { existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import pino from 'pino';
import type { Log } from '../../ports.ts';

const mostBytes = 1024 * 1024;

/** The app's log: JSON lines in one file of at most a megabyte and one older; holds event names, codes and numbers only. */
export function createFileLog(folder: string): Log {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, 'lectoroom.log');
  if (existsSync(path) && statSync(path).size > mostBytes) renameSync(path, join(folder, 'lectoroom.1.log'));
  const destination = pino.destination({ dest: path, sync: true, mode: 0o600, maxLength: mostBytes });
  // A full or failing disk costs lines of the log, never the work that is logged: without a listener each call would throw.
  destination.on('error', () => undefined);
  const logger = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination);
  return {
    info: (event, fields) => logger.info({ ...fields }, event),
    warn: (event, fields) => logger.warn({ ...fields }, event),
    defect: (event, error) =>
      logger.error({ defect: error instanceof Error ? error.name : typeof error, at: placeOf(error) }, event),
  };
}

/** The first place of our own in a stack, as file name and line: enough to find the defect, nothing of the computer's paths. */
function placeOf(error: unknown): string {
  const line =
    error instanceof Error ? (error.stack ?? '').split('\n').find((text) => /^\s+at /.test(text)) : undefined;
  return /([\w.-]+:\d+):\d+\)?$/.exec(line ?? '')?.[1] ?? 'unknown';
}
