import { spawnSync } from 'node:child_process';
import { median } from '../support/report.ts';
import type { RecordedQuery } from './recorded.ts';

/** Whether the sqlite3 shell is on this computer. */
export function hasShell(): boolean {
  return spawnSync('sqlite3', ['--version']).status === 0;
}

/** How long the sqlite3 shell takes for the same queries on the same tables in clear, without its start; the middle of five times. */
export function shellTookMs(file: string, queries: readonly RecordedQuery[]): number {
  const script = queries.map(({ sql, parameters }) => `${withValues(sql, parameters)};`).join('\n');
  return median(
    Array.from({ length: 5 }, () => runMs(file, script) - runMs(file, queries[0] === undefined ? '' : 'select 1;')),
  );
}

function runMs(file: string, script: string): number {
  const startedAtMs = performance.now();
  const ran = spawnSync('sqlite3', ['-readonly', '-bail', file], {
    input: `.output /dev/null\n${script}\n`,
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  if (ran.status !== 0) throw new Error(`sqlite3: ${ran.stderr}`);
  return performance.now() - startedAtMs;
}

function withValues(sql: string, parameters: readonly unknown[]): string {
  let next = 0;
  return sql.replaceAll('?', () => {
    const value = parameters[next];
    next += 1;
    return typeof value === 'number' ? String(value) : `'${String(value).replaceAll("'", "''")}'`;
  });
}
