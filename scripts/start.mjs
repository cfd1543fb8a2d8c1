import { ensureBuilt } from './lib/app-build.mjs';
import { ready } from './lib/dependencies.mjs';
import { withDesktop } from './lib/desktop.mjs';
import { hasDisplay } from './lib/display.mjs';
import { root } from './lib/paths.mjs';
import { provision } from './lib/provision.mjs';
import { run } from './lib/run.mjs';
import { command, say, secondsSince } from './lib/say.mjs';
import { guidedTour } from './lib/tour.mjs';

// npm start: installs what is missing, then opens the app; without a display, shows it as a guided tour on a virtual one.
await command(async () => {
  const startedAt = performance.now();
  await ready();
  if (!hasDisplay()) {
    say(
      'There is no display here: opening a virtual one and running the guided tour (npm run tour); look at out/tour/ afterwards.',
    );
    return await guidedTour([]);
  }
  const { electron, electronArguments, environment } = await provision();
  await ensureBuilt({ environment });
  return await withDesktop(
    async (env) => {
      say(`Opening LECTOROOM after ${secondsSince(startedAt)} of preparation.`);
      const { code } = await run(electron.executable, [...electronArguments, root, ...process.argv.slice(2)], { env });
      return code;
    },
    { environment, ownSecrets: false },
  );
});
