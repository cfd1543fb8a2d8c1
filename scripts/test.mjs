import { mkdir, rm } from 'node:fs/promises';
import { ensureBuilt } from './lib/app-build.mjs';
import { checks, runChecks } from './lib/checks.mjs';
import { ready } from './lib/dependencies.mjs';
import { withDesktop } from './lib/desktop.mjs';
import { inRoot } from './lib/paths.mjs';
import { provision } from './lib/provision.mjs';
import { countStage, failuresInWords, inWords, loadReport, reportPaths, sum } from './lib/reports.mjs';
import { command, secondsSince } from './lib/say.mjs';
import { ensureSystemPackages } from './lib/system-packages.mjs';
import { runTool } from './lib/tools.mjs';

/** @typedef {import('./lib/reports.mjs').Counts} Counts */
/** @type {{ name: string, counts: Counts, time: string }[]} */
const stages = [];

/**
 * Runs one stage; whatever it throws is one failure, and the next stage runs all the same.
 * @param {string} name
 * @param {() => Promise<Counts>} body
 */
async function stage(name, body) {
  const startedAt = performance.now();
  process.stdout.write(`\n━━ ${name} ━━\n`);
  try {
    stages.push({ name, counts: await body(), time: secondsSince(startedAt) });
  } catch (error) {
    process.stdout.write(`✗ ${error instanceof Error ? error.message : String(error)}\n`);
    stages.push({ name, counts: { passed: 0, failed: 1, skipped: 0 }, time: secondsSince(startedAt) });
  }
}

/**
 * One run of Vitest over these projects; what was captured is shown when it has ended.
 * @param {'vitest' | 'app'} name
 * @param {readonly string[]} projects
 * @param {NodeJS.ProcessEnv} env
 * @param {'inherit' | 'capture'} output
 */
async function vitest(name, projects, env, output) {
  await stage(name, async () => {
    const chosen = projects.flatMap((project) => ['--project', project]);
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportPaths[name]}`];
    const result = await runTool('vitest', ['run', ...chosen, ...reporters], { env, output });
    if (output === 'capture') process.stdout.write(`\n━━ ${name}, from its beginning ━━\n${result.output}\n`);
    return countStage(await loadReport(name), result.code);
  });
}

const onePassed = { passed: 1, failed: 0, skipped: 0 };

/** Everything that opens the app or needs the desktop. */
async function inDesktop() {
  await ensureSystemPackages(['sound']);
  const { environment } = await provision();
  await stage('build', async () => {
    await ensureBuilt({ environment, always: true });
    return onePassed;
  });
  await withDesktop(
    async (env) => {
      // Side by side, with a keyring for each: what one leaves in it is none of the other's business.
      await Promise.all([
        vitest('vitest', ['unit', 'renderer', 'real'], env, 'inherit'),
        withDesktop((own) => vitest('app', ['app'], own, 'capture'), { environment: env }),
      ]);
      await stage('e2e', async () => {
        const report = { PLAYWRIGHT_JSON_OUTPUT_FILE: reportPaths.e2e, PLAYWRIGHT_JSON_OUTPUT_NAME: reportPaths.e2e };
        const { code } = await runTool('@playwright/test', ['test', '--reporter=list,json'], {
          env: { ...env, ...report },
        });
        return countStage(await loadReport('e2e'), code);
      });
    },
    { environment },
  );
}

// npm test: installs what it needs, checks, builds, runs every test, and ends with the one line `total: …`.
await command(async () => {
  await stage('dependencies', async () => {
    await ready();
    return { passed: 0, failed: 0, skipped: 0 };
  });
  if (sum(stages.map(({ counts }) => counts)).failed === 0) {
    await rm(inRoot('out', 'reports'), { recursive: true, force: true });
    await mkdir(inRoot('out', 'reports'), { recursive: true });
    await stage('static checks', async () => {
      const results = await runChecks(checks.static);
      const passed = results.filter((result) => result.passed).length;
      return { passed, failed: results.length - passed, skipped: 0 };
    });
    const before = stages.length;
    try {
      await inDesktop();
    } catch (error) {
      process.stdout.write(`✗ ${error instanceof Error ? error.message : String(error)}\n`);
      stages.push({
        name: stages.length === before ? 'runtime' : 'desktop',
        counts: { passed: 0, failed: 1, skipped: 0 },
        time: '',
      });
    }
  }
  const total = sum(stages.map(({ counts }) => counts));
  process.stdout.write('\n');
  for (const name of /** @type {const} */ (['vitest', 'app', 'e2e'])) {
    process.stdout.write(failuresInWords(name, await loadReport(name)));
  }
  for (const { name, counts, time } of stages) process.stdout.write(`${name.padEnd(14)} ${inWords(counts)}  ${time}\n`);
  process.stdout.write(`total: ${inWords(total)}\n`);
  return total.failed === 0 ? 0 : 1;
});
