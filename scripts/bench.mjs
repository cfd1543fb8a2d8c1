import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureBuilt } from './lib/app-build.mjs';
import { projectNode, ready } from './lib/dependencies.mjs';
import { withDesktop } from './lib/desktop.mjs';
import { cacheFolder, inRoot } from './lib/paths.mjs';
import { provision } from './lib/provision.mjs';
import { run } from './lib/run.mjs';
import { command, SetupError } from './lib/say.mjs';
import { ensureSystemPackages } from './lib/system-packages.mjs';

// npm run bench NAME: runs bench/NAME.ts, which prints one JSON object; without a name, lists the names.
await command(async () => {
  const [name, ...args] = process.argv.slice(2);
  const files = await readdir(inRoot('bench')).catch(() => []);
  const names = files
    .flatMap((file) => /^(.+)\.ts$/.exec(file)?.[1] ?? [])
    .filter((one) => !/\.(test|config)$/.test(one));
  if (name === undefined) {
    process.stdout.write(
      names.length === 0
        ? 'There is no bench yet.\n'
        : `npm run bench NAME, with NAME one of:\n${names.map((one) => `  ${one}\n`).join('')}`,
    );
    return 0;
  }
  if (!names.includes(name))
    throw new SetupError(`There is no bench "${name}". There is: ${names.join(', ') || 'none yet'}.`);
  await ready();
  if (name === 'download') await ensureSystemPackages(['downloads']);
  if (name === 'playback') await ensureSystemPackages(['sound']);
  const { environment } = await provision();
  await ensureBuilt({ environment });
  return await withDesktop(
    async (env) => (await run(projectNode, [inRoot('bench', `${name}.ts`), ...args], { env })).code,
    { environment: { ...environment, LECTOROOM_BENCH_CACHE: join(cacheFolder(), 'bench') } },
  );
});
