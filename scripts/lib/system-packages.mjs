import { existsSync } from 'node:fs';
import { capture, run, which } from './run.mjs';
import { SetupError, say } from './say.mjs';

/**
 * @typedef {object} Requirement
 * @property {string} [program] a program that must be on PATH
 * @property {string} [library] a shared library that must be known to the loader
 * @property {readonly string[]} packages Debian/Ubuntu names, the first that exists is installed (newer releases add `t64`)
 */

/** @typedef {'app' | 'display' | 'secrets' | 'unzip' | 'compiler' | 'downloads' | 'sound'} Need */

/** What each need takes on Linux. */
const requirements = /** @satisfies {Record<Need, readonly Requirement[]>} */ ({
  app: [
    { library: 'libgtk-3.so.0', packages: ['libgtk-3-0t64', 'libgtk-3-0'] },
    { library: 'libnss3.so', packages: ['libnss3'] },
    { library: 'libasound.so.2', packages: ['libasound2t64', 'libasound2'] },
    { library: 'libgbm.so.1', packages: ['libgbm1'] },
    { library: 'libsecret-1.so.0', packages: ['libsecret-1-0'] },
  ],
  display: [{ program: 'Xvfb', packages: ['xvfb'] }],
  secrets: [
    { program: 'dbus-daemon', packages: ['dbus-daemon', 'dbus'] },
    { program: 'dbus-send', packages: ['dbus-bin', 'dbus'] },
    { program: 'gnome-keyring-daemon', packages: ['gnome-keyring'] },
  ],
  // What the bench of downloads compares with, and its web server.
  downloads: [
    { program: 'nginx', packages: ['nginx-light'] },
    { program: 'curl', packages: ['curl'] },
    { program: 'aria2c', packages: ['aria2'] },
    { program: 'age', packages: ['age'] },
    { program: 'openssl', packages: ['openssl'] },
  ],
  // What tests make lectures with whose silences are known.
  sound: [{ program: 'ffmpeg', packages: ['ffmpeg'] }],
  unzip: [{ program: 'unzip', packages: ['unzip'] }],
  compiler: [
    { program: 'python3', packages: ['python3'] },
    { program: 'make', packages: ['make'] },
    { program: 'g++', packages: ['g++'] },
  ],
});

/**
 * The requirements that are not there.
 * @param {readonly Need[]} needs
 * @param {{ libraries: string, hasProgram: (name: string) => boolean }} machine `libraries`: what `ldconfig -p` prints
 */
export function missingOf(needs, machine) {
  return needs.flatMap((need) =>
    /** @type {readonly Requirement[]} */ (requirements[need]).filter(({ program, library }) =>
      program !== undefined ? !machine.hasProgram(program) : !machine.libraries.includes(`\t${library ?? ''} `),
    ),
  );
}

/**
 * The one command that installs packages.
 * @param {readonly string[]} packages
 */
const installCommand = (packages) =>
  `apt-get update && apt-get install -y --no-install-recommends ${packages.join(' ')}`;

/**
 * The name that this release knows, of several.
 * @param {readonly string[]} names
 */
async function knownName(names) {
  for (const name of names) {
    const { output } = await capture('apt-cache', ['policy', name]);
    if (/Candidate: (?!\(none\))/.test(output)) return name;
  }
  return names.at(-1) ?? '';
}

/** `[]` as root, `['sudo', '-n']` when sudo asks no password, undefined when there are no rights. */
async function rootPrefix() {
  if (process.getuid?.() === 0) return [];
  if (which('sudo') && (await capture('sudo', ['-n', 'true'])).code === 0) return ['sudo', '-n'];
  return undefined;
}

/**
 * Installs with apt what is missing on Debian and Ubuntu; says what to type where it may not.
 * @param {readonly Need[]} needs
 */
export async function ensureSystemPackages(needs) {
  if (process.platform !== 'linux' || needs.length === 0) return;
  const probe = async () => {
    const { output } = await capture(which('ldconfig') ?? 'ldconfig', ['-p']);
    return missingOf(needs, { libraries: output, hasProgram: (name) => which(name) !== undefined });
  };
  const missing = await probe();
  if (missing.length === 0) return;

  const names = missing.map(({ program, library }) => program ?? library).join(', ');
  if (!existsSync('/usr/bin/apt-get'))
    throw new SetupError(
      `Missing on this Linux: ${names}. Install them with your package manager and run the same command again.`,
    );
  const prefix = await rootPrefix();
  if (prefix === undefined) {
    const packages = await Promise.all(missing.map((one) => knownName(one.packages)));
    throw new SetupError(
      `Missing: ${names}. Installing them needs administrator rights. Type this, then run the same command again:\n  sudo sh -c '${installCommand(packages)}'`,
    );
  }
  say(`Installing system packages for ${names} …`);
  const apt = (/** @type {string[]} */ ...args) => {
    const [program = '', ...rest] = [
      ...prefix,
      'env',
      'DEBIAN_FRONTEND=noninteractive',
      'apt-get',
      '-o',
      'DPkg::Lock::Timeout=180',
      ...args,
    ];
    return run(program, rest, { output: 'capture' });
  };
  const update = await apt('update');
  const packages = await Promise.all(missing.map((one) => knownName(one.packages)));
  const install = await apt('install', '-y', '--no-install-recommends', ...packages);
  const still = install.code === 0 ? await probe() : missing;
  if (still.length === 0) return;
  process.stderr.write(update.code === 0 ? install.output : update.output + install.output);
  const noNetwork = /Could not resolve|Failed to fetch|Unable to connect|Temporary failure/.test(
    update.output + install.output,
  );
  throw new SetupError(
    `${noNetwork ? 'No network for apt' : 'apt could not install everything'}: still missing ${still.map(({ program, library }) => program ?? library).join(', ')}. Type this, then run the same command again:\n  ${installCommand(packages)}`,
  );
}
