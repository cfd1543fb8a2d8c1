import { ensureBuilt } from './lib/app-build.mjs';
import { ready } from './lib/dependencies.mjs';
import { withDesktop } from './lib/desktop.mjs';
import { provision } from './lib/provision.mjs';
import { command } from './lib/say.mjs';
import { ensureSystemPackages } from './lib/system-packages.mjs';
import { runTool } from './lib/tools.mjs';

// npm run e2e [-- arguments of playwright test]: the app from outside, in the real Electron.
await command(async () => {
  await ready();
  await ensureSystemPackages(['sound']);
  const { environment } = await provision();
  await ensureBuilt({ environment });
  return await withDesktop(
    async (env) => {
      const { code } = await runTool('@playwright/test', ['test', ...process.argv.slice(2)], { env });
      return code;
    },
    { environment },
  );
});
