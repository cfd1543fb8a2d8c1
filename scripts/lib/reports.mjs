import { stripVTControlCharacters } from 'node:util';
import { json } from './json.mjs';
import { readIfThere } from './files.mjs';
import { inRoot } from './paths.mjs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */
/** @typedef {{ title: string, status: 'passed' | 'failed' | 'skipped', reason?: string }} TestOutcome `reason`: the first words of why it failed */
/** @typedef {{ outcomes: TestOutcome[], otherFailures: number }} Report `otherFailures`: files that did not load, errors outside tests */

/** Where `npm test` leaves what it saw. */
export const reportPaths = {
  vitest: inRoot('out', 'reports', 'vitest.json'),
  app: inRoot('out', 'reports', 'app.json'),
  e2e: inRoot('out', 'reports', 'e2e.json'),
};

/**
 * The tests of a Vitest JSON report.
 * @param {unknown} report
 * @returns {Report}
 */
export function readVitest(report) {
  /** @type {Report} */
  const read = { outcomes: [], otherFailures: 0 };
  for (const file of json.list(json.at(report, 'testResults'))) {
    const tests = json.list(json.at(file, 'assertionResults'));
    for (const test of tests) {
      const status = json.at(test, 'status');
      read.outcomes.push({
        title: json.text(json.at(test, 'title')),
        status: status === 'passed' || status === 'failed' ? status : 'skipped',
        ...because(json.list(json.at(test, 'failureMessages'))[0]),
      });
    }
    const failedInside = tests.some((test) => json.at(test, 'status') === 'failed');
    if (json.at(file, 'status') === 'failed' && !failedInside) read.otherFailures += 1;
  }
  return read;
}

/**
 * The tests of a Playwright JSON report. A flaky test (failed, then passed) counts as failed.
 * @param {unknown} report
 * @returns {Report}
 */
export function readPlaywright(report) {
  /** @type {TestOutcome[]} */
  const outcomes = [];
  const visit = (/** @type {unknown} */ suite) => {
    for (const spec of json.list(json.at(suite, 'specs'))) {
      for (const test of json.list(json.at(spec, 'tests'))) {
        const status = json.at(test, 'status');
        outcomes.push({
          title: json.text(json.at(spec, 'title')),
          status: status === 'expected' ? 'passed' : status === 'skipped' ? 'skipped' : 'failed',
          ...because(json.at(json.at(json.list(json.at(test, 'results'))[0], 'error'), 'message')),
        });
      }
    }
    for (const inner of json.list(json.at(suite, 'suites'))) visit(inner);
  };
  visit(report);
  const failedInside = outcomes.some(({ status }) => status === 'failed');
  return { outcomes, otherFailures: failedInside ? 0 : json.list(json.at(report, 'errors')).length };
}

/**
 * @param {unknown} message
 * @returns {{ reason?: string }}
 */
function because(message) {
  const words = stripVTControlCharacters(json.text(message)).split('\n').slice(0, 6).join('\n    ');
  return words === '' ? {} : { reason: words };
}

/**
 * Each failed test of a stage with its reason: what stays in sight when of a long output only the end is kept.
 * @param {string} stage
 * @param {Report | undefined} report
 * @returns {string}
 */
export const failuresInWords = (stage, report) =>
  (report?.outcomes ?? [])
    .filter(({ status }) => status === 'failed')
    .map(({ title, reason }) => `✗ ${stage}: ${title}\n${reason === undefined ? '' : `    ${reason}\n`}`)
    .join('');

/**
 * What a stage adds to the total. A stage that left no report, ran nothing, or ended badly without naming a failed test counts
 * as at least one failure.
 * @param {Report | undefined} report
 * @param {number} exitCode
 * @returns {Counts}
 */
export function countStage(report, exitCode) {
  if (report === undefined) return { passed: 0, failed: 1, skipped: 0 };
  const number = (/** @type {TestOutcome['status']} */ wanted) =>
    report.outcomes.filter(({ status }) => status === wanted).length;
  const failed = number('failed') + report.otherFailures;
  const mustFail = exitCode !== 0 || report.outcomes.length === 0;
  return { passed: number('passed'), failed: failed === 0 && mustFail ? 1 : failed, skipped: number('skipped') };
}

/**
 * The sum of all stages.
 * @param {readonly Counts[]} stages
 * @returns {Counts}
 */
export const sum = (stages) =>
  stages.reduce(
    (all, one) => ({
      passed: all.passed + one.passed,
      failed: all.failed + one.failed,
      skipped: all.skipped + one.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );

/**
 * `12 passed, 0 failed, 1 skipped`
 * @param {Counts} counts
 */
export const inWords = ({ passed, failed, skipped }) =>
  `${String(passed)} passed, ${String(failed)} failed, ${String(skipped)} skipped`;

/**
 * Reads the report of a stage from the disk; undefined when there is none or it is not whole.
 * @param {keyof typeof reportPaths} stage
 * @returns {Promise<Report | undefined>}
 */
export async function loadReport(stage) {
  const text = await readIfThere(reportPaths[stage]);
  if (text === undefined) return undefined;
  try {
    return stage === 'e2e' ? readPlaywright(json.parse(text)) : readVitest(json.parse(text));
  } catch {
    return undefined;
  }
}
