import { ready } from './lib/dependencies.mjs';
import { withDesktop } from './lib/desktop.mjs';
import { provision } from './lib/provision.mjs';
import { command, SetupError } from './lib/say.mjs';
import { runTool } from './lib/tools.mjs';

// npm run soak -- NAME [rounds] [seed]: the tests that get better with repetition, as often as one likes.
const soaks = {
  kill: {
    project: 'real',
    file: 'tests/faults/kill.test.ts',
    variable: 'LECTOROOM_KILLS',
    usual: 1000,
    about: 'kills the whole app (SIGKILL) while it downloads',
  },
  power: {
    project: 'real',
    file: 'tests/faults/power-cut.test.ts',
    variable: 'LECTOROOM_POWER_CUTS',
    usual: 200,
    about: 'cuts the power of its disk while it downloads (Linux, root)',
  },
  sync: {
    project: 'app',
    file: 'tests/app/sync-property.test.ts',
    variable: 'LECTOROOM_SYNC_RUNS',
    usual: 1000,
    about: 'lets three computers live and meet at random until they know the same',
  },
};
const usage = Object.entries(soaks)
  .map(
    ([name, { usual, about }]) => `npm run soak -- ${name} [rounds, ${usual} unless said otherwise] [seed]   ${about}`,
  )
  .join('\n');

/**
 * A whole number from the command line.
 * @param {string} name
 * @param {string | undefined} text
 * @param {number} usual
 */
function wholeNumber(name, text, usual) {
  if (text === undefined) return usual;
  if (!/^[1-9]\d{0,9}$/.test(text)) throw new SetupError(`${name} must be a whole number from 1 on.\n${usage}`);
  return Number(text);
}

await command(async () => {
  const [what, rounds, seed] = process.argv.slice(2);
  if (what === undefined) {
    process.stdout.write(`${usage}\n`);
    return 0;
  }
  const soak = Object.entries(soaks).find(([name]) => name === what)?.[1];
  if (soak === undefined) throw new SetupError(`There is no soak test "${what}".\n${usage}`);
  const order = {
    [soak.variable]: String(wholeNumber('rounds', rounds, soak.usual)),
    LECTOROOM_SEED: String(wholeNumber('seed', seed, Math.floor(Math.random() * 2 ** 31) + 1)),
  };
  await ready();
  const { environment } = await provision();
  return await withDesktop(
    async (env) => {
      const args = ['run', '--project', soak.project, soak.file];
      return (await runTool('vitest', args, { env: { ...env, ...order } })).code;
    },
    { environment },
  );
});
