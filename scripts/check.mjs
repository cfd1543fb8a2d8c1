import { checks, runChecks } from './lib/checks.mjs';
import { ready } from './lib/dependencies.mjs';
import { command } from './lib/say.mjs';
import { ensureSystemPackages } from './lib/system-packages.mjs';

// npm run check: the fast gate. Types, lint, format, unused code, lock file, unit tests.
await command(async () => {
  await ready();
  await ensureSystemPackages(['sound']);
  const results = await runChecks([...checks.static, checks.unit]);
  return results.every(({ passed }) => passed) ? 0 : 1;
});
