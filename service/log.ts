import { basename } from 'node:path';

/** What the service tells about itself: fixed words and numbers, never a person's data, a token or a folder. */
export interface LogEntry {
  readonly event: 'defect' | 'unavailable';
  /** Method and route pattern, without ids. */
  readonly route: string;
  /** The error's class and code; its message is left out because it may hold a path or a person's words. */
  readonly error: string;
  /** File names and lines, without folders. */
  readonly frames: readonly string[];
}

export type Log = (entry: LogEntry) => void;

/** Describes a defect without its message and without any folder. */
export function describeDefect(event: LogEntry['event'], route: string, error: unknown): LogEntry {
  if (!(error instanceof Error)) return { event, route, error: typeof error, frames: [] };
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  const frames = [...(error.stack ?? '').matchAll(/^\s+at .*?([^\s(]+):(\d+):\d+\)?$/gm)]
    .slice(0, 8)
    .map(([, file = '', line = '']) => `${basename(file)}:${line}`);
  return { event, route, error: `${error.name}${code}`, frames };
}
