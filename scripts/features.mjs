import { readIfThere } from './lib/files.mjs';
import { featuresOf, ledger, table } from './lib/feature-ledger.mjs';
import { inRoot } from './lib/paths.mjs';
import { loadReport } from './lib/reports.mjs';
import { command, say, SetupError } from './lib/say.mjs';

// npm run features [-- --json]: which features the tests of the last `npm test` show.
await command(async () => {
  const markdown = await readIfThere(inRoot('docs', 'features.md'));
  if (markdown === undefined) throw new SetupError('docs/features.md is missing: it holds the list of features.');
  const reports = [await loadReport('vitest'), await loadReport('app'), await loadReport('e2e')];
  if (reports.every((report) => report === undefined))
    throw new SetupError('There is no report yet: run "npm test" first.');
  if (reports.includes(undefined)) say('The last npm test did not finish: one of its three reports is missing.');
  const { features, unknownIds } = ledger(
    featuresOf(markdown),
    reports.flatMap((report) => report?.outcomes ?? []),
  );
  if (unknownIds.length > 0) say(`Tests name ids that docs/features.md does not have: ${unknownIds.join(', ')}.`);
  process.stdout.write(
    process.argv.includes('--json') ? `${JSON.stringify(features, undefined, 2)}\n` : `${table(features)}\n`,
  );
});
