import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { checkLock } from './check-lock.mjs';
import { inRoot } from './paths.mjs';
import { secondsSince } from './say.mjs';
import { runTool } from './tools.mjs';

/**
 * @typedef {object} Check
 * @property {string} name
 * @property {() => Promise<{ code: number, output: string }>} run
 */

/** Lint is told the folders: over node_modules it is slow and panics. */
const rooms = ['contract', 'main', 'preload', 'renderer', 'service', 'tests', 'scripts', 'bench'];
const lintArguments = ['--type-aware', '--deny-warnings', ...rooms.filter((room) => existsSync(inRoot(room)))];

/**
 * @param {string} packageName
 * @param {readonly string[]} args
 * @param {string} [command]
 */
const tool = (packageName, args, command) => async () =>
  await runTool(packageName, args, { output: 'capture', ...(command === undefined ? {} : { command }) });

/** The checks by name; `static` need no running program and count as one test each in `npm test`. */
export const checks = {
  lintArguments,
  /** @type {readonly Check[]} */
  static: [
    { name: 'types', run: tool('typescript', ['-b']) },
    { name: 'lint', run: tool('oxlint', lintArguments, 'oxlint') },
    {
      name: 'format',
      run: tool('prettier', ['--check', '--log-level=warn', '--cache', '--cache-strategy=content', '.']),
    },
    { name: 'unused code', run: tool('knip', ['--no-progress'], 'knip') },
    { name: 'lock file', run: checkLock },
  ],
  /** @type {Check} */
  unit: { name: 'unit tests', run: tool('vitest', ['run', '--project', 'unit', '--project', 'renderer']) },
};

/**
 * Runs checks side by side and prints each one's words together: all of them when it failed, one line when it passed.
 * @param {readonly Check[]} list
 * @returns {Promise<{ name: string, passed: boolean }[]>} in the order of the list
 */
export async function runChecks(list) {
  const startedAt = performance.now();
  const waiting = [...list.entries()];
  /** @type {{ name: string, passed: boolean }[]} */
  const results = [];
  const worker = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [index, check] = next;
      const checkStartedAt = performance.now();
      const { code, output } = await check.run();
      if (code !== 0) process.stdout.write(`\n── ${check.name} ──\n${output.trimEnd()}\n\n`);
      process.stdout.write(`${code === 0 ? '✓' : '✗'} ${check.name.padEnd(12)} ${secondsSince(checkStartedAt)}\n`);
      results[index] = { name: check.name, passed: code === 0 };
    }
  };
  await Promise.all(Array.from({ length: Math.max(2, availableParallelism()) }, worker));
  const failed = results.filter(({ passed }) => !passed).map(({ name }) => name);
  process.stdout.write(
    `${failed.length === 0 ? 'All checks passed' : `Failed: ${failed.join(', ')}`} in ${secondsSince(startedAt)}.\n`,
  );
  return results;
}
