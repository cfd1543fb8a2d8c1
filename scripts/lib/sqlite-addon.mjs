import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { json } from './json.mjs';
import { npmFailure } from './dependencies.mjs';
import { copyWhole, integrityOf } from './files.mjs';
import { withLock } from './lock.mjs';
import { cacheFolder, inRoot } from './paths.mjs';
import { run } from './run.mjs';
import { SetupError, say } from './say.mjs';
import { ensureSystemPackages } from './system-packages.mjs';

const packageFolder = inRoot('node_modules', 'better-sqlite3');
/** Where better-sqlite3-multiple-ciphers 13 looks first. */
const usedPath = join(packageFolder, 'prebuilds', 'linux-x64.node');
/** Works on Node-API 9 (Electron 33) and above: no call that only 10 has is made without the opt-out. */
const compilerFlags =
  '-UNAPI_VERSION -DNAPI_VERSION=2147483647 -DNAPI_EXPERIMENTAL -DNODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT';

/**
 * Headers of Node: beside the program or the system's; undefined leaves the download to node-gyp.
 */
function nodeFolder() {
  const candidates = [dirname(dirname(process.execPath)), '/usr', '/usr/local'];
  return candidates.find((folder) => existsSync(join(folder, 'include', 'node', 'node_api.h')));
}

/**
 * Compiles the addon in a copy of the package, so that node_modules never holds a half-made one.
 * @param {string} target
 * @param {string} cache
 */
async function build(target, cache) {
  await ensureSystemPackages(['compiler']);
  say('Building the SQLite addon for the try-out Electron (once, about 90 s) …');
  const work = await mkdtemp(join(cache, 'addon-work-'));
  try {
    const folder = join(work, 'node_modules', 'better-sqlite3');
    await mkdir(dirname(folder), { recursive: true });
    await cp(packageFolder, folder, { recursive: true });
    await symlink(inRoot('node_modules', 'node-addon-api'), join(work, 'node_modules', 'node-addon-api'), 'dir');
    const headers = nodeFolder();
    const args = [
      '--yes',
      'node-gyp@11',
      'rebuild',
      '--release',
      '--force_build=1',
      ...(headers === undefined ? [] : [`--nodedir=${headers}`]),
    ];
    const result = await run('npx', args, {
      cwd: folder,
      env: { ...process.env, CXXFLAGS: compilerFlags },
      output: 'capture',
    });
    const built = join(folder, 'build', 'Release', 'better_sqlite3.node');
    if (result.code !== 0 || !existsSync(built)) {
      process.stderr.write(result.output);
      throw new SetupError(buildFailure(result.output));
    }
    await copyWhole(built, target);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/**
 * Says in one sentence why the addon could not be built.
 * @param {string} output what node-gyp printed
 */
export function buildFailure(output) {
  if (/not found: make|find Python|Could not find any Python/i.test(output))
    return 'No compiler for the SQLite addon: python3, make and g++ are needed (apt-get install -y python3 make g++).';
  if (/unrecognized.*-std=c\+\+20|c\+\+20/.test(output) && /error/.test(output) && /g\+\+: error/.test(output))
    return 'The compiler is too old for the SQLite addon: g++ 10 or newer is needed.';
  if (/g\+\+: (not found|No such file)|c\+\+: not found/.test(output))
    return 'No compiler for the SQLite addon: g++ is missing (apt-get install -y g++).';
  const npmWords = npmFailure('building the SQLite addon', output);
  return npmWords.startsWith('npm failed')
    ? 'The SQLite addon could not be built; what the compiler said is above.'
    : npmWords;
}

/**
 * Puts the right SQLite addon into place: the prebuilt one for the official Electron (Node-API 10), one of our own build for the
 * fallback, which Node 24 loads as well. Both are kept in the cache, so that switching costs a copy.
 * @param {'official' | 'fallback'} kind
 * @param {string} [cache]
 */
export async function ensureSqliteAddon(kind, cache = cacheFolder()) {
  if (process.platform !== 'linux' || process.arch !== 'x64' || !existsSync(packageFolder)) return;
  const description = json.parse(await readFile(join(packageFolder, 'package.json'), 'utf8'));
  const stem = join(
    cache,
    'addons',
    `${json.text(json.at(description, 'name'))}-${json.text(json.at(description, 'version'))}-linux-x64`,
  );
  const built = `${stem}-node-api-experimental.node`;
  const original = `${stem}-prebuilt.node`;

  const used = await integrityOf(usedPath, 'sha256');
  const builtIsThere = existsSync(built);
  const builtIsUsed = builtIsThere && (await integrityOf(built, 'sha256')) === used;
  if (!builtIsUsed && !existsSync(original)) await copyWhole(usedPath, original);
  if (kind === 'official') {
    if (builtIsUsed) await restore(original);
    return;
  }
  if (builtIsUsed) return;
  if (!builtIsThere) {
    await withLock(
      'addon',
      async () => {
        if (!existsSync(built)) await build(built, cache);
      },
      cache,
    );
  }
  await copyWhole(built, usedPath);
}

/** @param {string} original */
async function restore(original) {
  if (!existsSync(original))
    throw new SetupError(
      'The prebuilt SQLite addon is not kept any more. Run "npm ci" and then the same command again.',
    );
  await copyWhole(original, usedPath);
}
