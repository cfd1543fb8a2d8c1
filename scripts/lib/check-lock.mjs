import { readFile } from 'node:fs/promises';
import { json } from './json.mjs';
import { inRoot } from './paths.mjs';

/**
 * Names that some package lists in `optionalDependencies` (the binaries of other platforms) but that the lock does not hold:
 * `npm ci` would stop over them on a learner's computer.
 * @param {unknown} lock parsed package-lock.json
 * @returns {{ name: string, wantedBy: string }[]}
 */
export function missingInLock(lock) {
  const packages = json.record(json.at(lock, 'packages'));
  return Object.entries(packages).flatMap(([path, entry]) =>
    Object.keys(json.record(json.at(entry, 'optionalDependencies')))
      .filter((name) => !isHeld(packages, path, name))
      .map((name) => ({ name, wantedBy: path === '' ? 'this project' : path.replace(/^.*node_modules\//, '') })),
  );
}

/**
 * Node's look-up: beside the package, then in each folder above.
 * @param {Record<string, unknown>} packages
 * @param {string} path
 * @param {string} name
 */
function isHeld(packages, path, name) {
  for (let folder = path; ;) {
    if (packages[`${folder === '' ? '' : `${folder}/`}node_modules/${name}`] !== undefined) return true;
    if (folder === '') return false;
    const end = folder.lastIndexOf('/node_modules/');
    folder = end === -1 ? '' : folder.slice(0, end);
  }
}

/**
 * The lock check as a check of `npm run check`.
 * @returns {Promise<{ code: number, output: string }>}
 */
export async function checkLock() {
  const missing = missingInLock(json.parse(await readFile(inRoot('package-lock.json'), 'utf8')));
  const lines = missing.map(({ name, wantedBy }) => `${name} (wanted by ${wantedBy}) is not in package-lock.json.`);
  if (missing.length > 0)
    lines.push(
      'npm ci would fail with "Missing: … from lock file": pin a version whose binaries are all in the registry.',
    );
  return { code: missing.length === 0 ? 0 : 1, output: lines.join('\n') };
}
