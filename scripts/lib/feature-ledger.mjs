/** @typedef {import('./reports.mjs').TestOutcome} TestOutcome */
/** @typedef {{ id: string, title: string, tests: string[], status: 'passed' | 'failed' | 'none' }} Feature */

/**
 * The features that a Markdown names: rows of tables that begin `| A1 | text |`.
 * @param {string} markdown
 * @returns {{ id: string, title: string }[]}
 */
export const featuresOf = (markdown) =>
  markdown.split(/\r?\n/).flatMap((line) => {
    const [, id, title] = /^\|\s*([A-Z]\d+)\s*\|\s*((?:\\\||[^|])+?)\s*\|/.exec(line) ?? [];
    return id === undefined || title === undefined ? [] : [{ id, title: title.replaceAll('\\|', '|') }];
  });

/**
 * The ids that a test's title begins with: `A2 C1: …` gives A2 and C1.
 * @param {string} title
 * @returns {string[]}
 */
export const idsOf = (title) => /^((?:[A-Z]\d+[ ,]+)*[A-Z]\d+):/.exec(title)?.[1]?.split(/[ ,]+/) ?? [];

/**
 * Puts tests to the features they show. A skipped test shows nothing.
 * @param {readonly { id: string, title: string }[]} features
 * @param {readonly TestOutcome[]} outcomes
 * @returns {{ features: Feature[], unknownIds: string[] }}
 */
export function ledger(features, outcomes) {
  const ran = outcomes
    .filter(({ status }) => status !== 'skipped')
    .map((test) => ({ ...test, ids: idsOf(test.title) }));
  const known = new Set(features.map(({ id }) => id));
  return {
    features: features.map(({ id, title }) => {
      const tests = ran.filter(({ ids }) => ids.includes(id));
      const status = tests.length === 0 ? 'none' : tests.some((test) => test.status === 'failed') ? 'failed' : 'passed';
      return { id, title, tests: tests.map((test) => test.title), status };
    }),
    unknownIds: [...new Set(ran.flatMap(({ ids }) => ids).filter((id) => !known.has(id)))],
  };
}

/**
 * The ledger for people.
 * @param {readonly Feature[]} features
 */
export function table(features) {
  const mark = { passed: '✓', failed: '✗', none: '·' };
  const rows = features.flatMap(({ id, title, tests, status }) => [
    `${mark[status]} ${id.padEnd(4)} ${title}  (${status === 'none' ? 'no test' : `${String(tests.length)} ${tests.length === 1 ? 'test' : 'tests'}, ${status}`})`,
    ...tests.map((test) => `         ${test}`),
  ]);
  const without = features.filter(({ status }) => status === 'none').map(({ id }) => id);
  const failed = features.filter(({ status }) => status === 'failed').map(({ id }) => id);
  const reached = features.length - without.length;
  return [
    ...rows,
    '',
    `${String(reached)} of ${String(features.length)} features have a test; failed: ${failed.join(' ') || 'none'}.`,
    `Without a test: ${without.join(' ') || 'none'}.`,
  ].join('\n');
}
