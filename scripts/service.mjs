import { projectNode, ready } from './lib/dependencies.mjs';
import { inRoot } from './lib/paths.mjs';
import { run } from './lib/run.mjs';
import { command } from './lib/say.mjs';

// npm run service: the LECTOROOM service alone, straight from its TypeScript; Ctrl-C ends it.
await command(async () => {
  await ready();
  const { code } = await run(projectNode, [inRoot('service', 'main.ts'), ...process.argv.slice(2)], {
    cwd: process.cwd(),
  });
  return code;
});
