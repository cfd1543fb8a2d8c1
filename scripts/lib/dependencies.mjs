import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { lstat, readFile } from 'node:fs/promises';
import { delimiter } from 'node:path';
import { json } from './json.mjs';
import { inRoot, root } from './paths.mjs';
import { readIfThere, writeWhole } from './files.mjs';
import { run, tiedToUs } from './run.mjs';
import { SetupError, say } from './say.mjs';

const stampPath = inRoot('node_modules', '.lectoroom-stamp');

/** The Node that the project brings itself (24), as `npm ci` puts it down. */
export const projectNode = inRoot('node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

/**
 * Whether an installed tree (npm's hidden lock) is what the lock file asks for: same version of every package, and none missing
 * that is not optional.
 * @param {unknown} lock parsed package-lock.json
 * @param {unknown} installed parsed node_modules/.package-lock.json
 */
export function treeMatchesLock(lock, installed) {
  const wanted = json.record(json.at(lock, 'packages'));
  const present = json.record(json.at(installed, 'packages'));
  for (const [path, entry] of Object.entries(wanted)) {
    if (path === '') continue;
    const here = present[path];
    if (here === undefined && json.at(entry, 'optional') !== true && json.at(entry, 'peer') !== true) return false;
    if (here !== undefined && json.at(here, 'version') !== json.at(entry, 'version')) return false;
  }
  return Object.keys(present).every(
    (path) => wanted[path] !== undefined || path.startsWith('node_modules/node/node_modules'),
  );
}

/** Our environment without this project's own `node_modules/.bin`, so that the npm of the machine is found. */
function machineEnvironment() {
  const path = (process.env['PATH'] ?? process.env['Path'] ?? '').split(delimiter);
  return { ...process.env, PATH: path.filter((folder) => !folder.includes('node_modules')).join(delimiter) };
}

/**
 * Runs the machine's npm and shows what it prints (on stderr).
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, output?: 'tee' | 'capture' }} [options]
 */
export async function npm(args, options = {}) {
  const result = await run('npm', [...args, '--fetch-retry-mintimeout=2000', '--fetch-retry-maxtimeout=8000'], {
    cwd: options.cwd ?? root,
    env: { ...machineEnvironment(), ...options.env },
    output: options.output ?? 'tee',
    viaShell: process.platform === 'win32',
  });
  if (result.code === 127)
    throw new SetupError('npm was not found. Install Node 20 or newer with npm (https://nodejs.org) and try again.');
  return result;
}

/**
 * Says in one sentence why npm failed.
 * @param {string} what e.g. "installing the dependencies"
 * @param {string} output what npm printed
 */
export function npmFailure(what, output) {
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH|ECONNRESET|ERR_SOCKET_TIMEOUT|FetchError/.test(output))
    return `No network for ${what}: the npm registry could not be reached. Check the connection (or the proxy in "npm config") and run the same command again.`;
  if (/EINTEGRITY/.test(output))
    return `Wrong integrity while ${what}: a package is not the one that package-lock.json names. Nothing of it is used. Run "npm cache verify" and try again; if it stays, do not go on.`;
  if (/EUSAGE/.test(output))
    return `package.json and package-lock.json do not belong together (${what}). Run "npm install" and commit the new package-lock.json.`;
  if (/ENOSPC/.test(output)) return `The disk is full (${what}). Free about 2 GB and run the same command again.`;
  if (/EACCES|EPERM/.test(output))
    return `No right to write while ${what}. Check who owns ${root} and npm's cache folder, then run the same command again.`;
  return `npm failed while ${what}; its own words are above.`;
}

/** Runs the one script that is needed: the `node` package fetches the Node 24 of this platform. */
async function installNode() {
  const installer = ['installArchSpecificPackage.js'];
  // `npm run` starts us with the Node of node_modules, which `npm ci` has just taken away.
  const node = existsSync(process.execPath) ? process.execPath : 'node';
  const result = await run(node, installer, {
    cwd: inRoot('node_modules', 'node'),
    env: machineEnvironment(),
    output: 'capture',
  });
  if (result.code === 0 && existsSync(projectNode)) {
    // npm linked no command to a program that was not there yet: link it now, as node_modules/.bin/node.
    await npm(['rebuild', 'node', '--ignore-scripts', '--loglevel=error'], { output: 'capture' });
    return;
  }
  process.stderr.write(result.output);
  throw new SetupError(npmFailure('fetching Node 24', result.output));
}

/** Makes `node_modules` what package-lock.json says (npm ci), unless it is already. */
async function ensureDependencies() {
  const lockText = await readFile(inRoot('package-lock.json'), 'utf8').catch(() => {
    throw new SetupError('package-lock.json is missing: this is not a whole clone of the project.');
  });
  const stamp = createHash('sha256').update(lockText).digest('hex');
  if (existsSync(projectNode)) {
    if ((await readIfThere(stampPath)) === stamp) return;
    const installed = await readIfThere(inRoot('node_modules', '.package-lock.json'));
    if (installed !== undefined && treeMatchesLock(json.parse(lockText), json.parse(installed))) {
      await writeWhole(stampPath, stamp);
      return;
    }
  }
  const folder = await lstat(inRoot('node_modules')).catch(() => null);
  if (folder?.isSymbolicLink() === true)
    throw new SetupError(
      'node_modules is a link to the folder of another working tree and does not fit this package-lock.json. Installing would take it from there: remove the link and run the same command again.',
    );
  say('Installing the dependencies (npm ci, about a minute) …');
  // Windows cannot replace a program that runs: `npm ci` removes the whole folder, `npm install` only what changed.
  const runsFromHere = process.platform === 'win32' && process.execPath.startsWith(inRoot('node_modules'));
  // Scripts of packages stay off: the addons bring their binaries, and older npm versions would compile them again.
  const result = await npm([
    runsFromHere ? 'install' : 'ci',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]);
  if (result.code !== 0) throw new SetupError(npmFailure('installing the dependencies', result.output));
  if (!existsSync(projectNode)) await installNode();
  await writeWhole(stampPath, stamp);
}

/**
 * First line of every command: installs the dependencies, then goes on under the project's Node 24. When we run under an older
 * one, the command is run again under the new one and this call never returns.
 */
export async function ready() {
  await ensureDependencies();
  if (Number(process.versions.node.split('.')[0]) >= 24) return;
  if (process.env['LECTOROOM_UNDER_PROJECT_NODE'] === '1')
    throw new SetupError(`${projectNode} is not Node 24. Remove node_modules and run the same command again.`);
  const env = {
    ...process.env,
    PATH: `${inRoot('node_modules', '.bin')}${delimiter}${process.env['PATH'] ?? ''}`,
    LECTOROOM_UNDER_PROJECT_NODE: '1',
  };
  const { program, args } = tiedToUs(projectNode, process.argv.slice(1));
  const result = await run(program, args, { cwd: process.cwd(), env });
  process.exit(result.code);
}
