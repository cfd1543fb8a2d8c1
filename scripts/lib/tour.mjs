import { ensureBuilt } from './app-build.mjs';
import { projectNode } from './dependencies.mjs';
import { withDesktop } from './desktop.mjs';
import { inRoot } from './paths.mjs';
import { provision } from './provision.mjs';
import { run } from './run.mjs';

/**
 * Runs the guided tour (`tests/tour/tour.ts`) in the real app.
 * @param {readonly string[]} args passed on to it
 * @returns {Promise<number>} its exit code
 */
export async function guidedTour(args) {
  const { environment } = await provision();
  await ensureBuilt({ environment });
  return await withDesktop(
    async (env) => (await run(projectNode, [inRoot('tests', 'tour', 'tour.ts'), ...args], { env })).code,
    { environment },
  );
}
