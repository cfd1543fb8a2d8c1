import { ensureBuilt } from './lib/app-build.mjs';
import { ready } from './lib/dependencies.mjs';
import { command } from './lib/say.mjs';

// npm run build: the app into out/, always from new.
await command(async () => {
  await ready();
  await ensureBuilt({ always: true });
});
