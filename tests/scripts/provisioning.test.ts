import { mkdir, mkdtemp, readFile, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sourceStamp } from '../../scripts/lib/app-build.mjs';
import { missingInLock } from '../../scripts/lib/check-lock.mjs';
import { npmFailure, treeMatchesLock } from '../../scripts/lib/dependencies.mjs';
import { refuseWrongIntegrity } from '../../scripts/lib/electron-fallback.mjs';
import { integrityOf } from '../../scripts/lib/files.mjs';
import { withLock } from '../../scripts/lib/lock.mjs';
import { buildFailure } from '../../scripts/lib/sqlite-addon.mjs';
import { missingOf } from '../../scripts/lib/system-packages.mjs';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectoroom-scripts-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

test('a download of the wrong integrity is refused with a sentence and leaves nothing', async () => {
  const path = join(folder, 'electron.tgz');
  await writeFile(path, 'good');
  const good = await integrityOf(path);
  await expect(refuseWrongIntegrity(path, good, 'electron')).resolves.toBeUndefined();
  await writeFile(path, 'goof');
  await expect(refuseWrongIntegrity(path, good, 'electron')).rejects.toThrow(
    /^Wrong integrity: what came as electron is not the file/,
  );
  expect(await readdir(folder)).toEqual([]);
});

test('the source stamp changes with a source and not with a test', async () => {
  await mkdir(join(folder, 'main', 'deep'), { recursive: true });
  await writeFile(join(folder, 'main', 'deep', 'a.ts'), '1');
  const first = await sourceStamp(folder);
  expect(await sourceStamp(folder)).toBe(first);
  await writeFile(join(folder, 'main', 'deep', 'a.test.ts'), '1');
  expect(await sourceStamp(folder)).toBe(first);
  await writeFile(join(folder, 'main', 'b.ts'), '');
  const second = await sourceStamp(folder);
  expect(second).not.toBe(first);
  await utimes(join(folder, 'main', 'b.ts'), 1, 1);
  expect(await sourceStamp(folder)).not.toBe(second);
  await rm(join(folder, 'main', 'b.ts'));
  expect(await sourceStamp(folder)).toBe(first);
});

test('the lock check finds a platform binary that the lock does not hold', () => {
  const lock = {
    packages: {
      '': { optionalDependencies: {} },
      'node_modules/oxlint': { optionalDependencies: { '@oxlint/linux': '1', '@oxlint/win32': '1' } },
      'node_modules/@oxlint/linux': { optional: true },
      'node_modules/a/node_modules/b': { optionalDependencies: { c: '1' } },
      'node_modules/a/node_modules/c': {},
    },
  };
  expect(missingInLock(lock)).toEqual([{ name: '@oxlint/win32', wantedBy: 'oxlint' }]);
  expect(missingInLock({})).toEqual([]);
});

test('node_modules matches the lock: same versions, only optional ones missing, nothing extra', () => {
  const lock = {
    packages: {
      '': {},
      'node_modules/a': { version: '1.0.0' },
      'node_modules/b': { version: '2.0.0', optional: true },
    },
  };
  const a = { 'node_modules/a': { version: '1.0.0' } };
  expect(treeMatchesLock(lock, { packages: a })).toBe(true);
  expect(treeMatchesLock(lock, { packages: {} })).toBe(false);
  expect(treeMatchesLock(lock, { packages: { 'node_modules/a': { version: '1.0.1' } } })).toBe(false);
  expect(treeMatchesLock(lock, { packages: { ...a, 'node_modules/x': { version: '1.0.0' } } })).toBe(false);
});

test.each([
  ['npm error code EAI_AGAIN\nnpm error errno EAI_AGAIN', 'No network'],
  ['npm error code EINTEGRITY', 'Wrong integrity'],
  ['npm error code EUSAGE\nMissing: x from lock file', 'package.json and package-lock.json do not belong together'],
  ['npm error code ENOSPC', 'The disk is full'],
  ['npm error code E500', 'npm failed'],
])('npm says %j', (output, begins) => {
  expect(npmFailure('installing', output)).toMatch(new RegExp(`^${begins}`));
});

test.each([
  ['gyp ERR! find Python Could not find any Python', 'No compiler'],
  ['gyp ERR! stack Error: not found: make', 'No compiler'],
  ['make: g++: No such file or directory', 'No compiler'],
  ['npm error code ENOTFOUND', 'No network'],
  ['src/x.cpp:1: error: what', 'The SQLite addon could not be built'],
])('the addon build says %j', (output, begins) => {
  expect(buildFailure(output)).toMatch(new RegExp(`^${begins}`));
});

test('only what is not there is missing, under both names that a release may use', () => {
  const libraries = ['libgtk-3.so.0', 'libnss3.so', 'libgbm.so.1', 'libsecret-1.so.0']
    .map((name) => `\t${name} (libc6,x86-64) => /lib/${name}\n`)
    .join('');
  const missing = missingOf(['app', 'display', 'unzip'], { libraries, hasProgram: (name) => name === 'unzip' });
  expect(missing.map(({ packages }) => packages)).toEqual([['libasound2t64', 'libasound2'], ['xvfb']]);
});

test('a lock lets one in at a time and is taken over from the dead', async () => {
  const dead = 2 ** 22 + 1;
  await writeFile(join(folder, 'job.lock'), String(dead));
  let inside = 0;
  let most = 0;
  const job = async () => {
    inside += 1;
    most = Math.max(most, inside);
    await new Promise((resolve) => setTimeout(resolve, 20));
    inside -= 1;
  };
  await Promise.all(Array.from({ length: 4 }, () => withLock('job', job, folder)));
  expect(most).toBe(1);
  expect(await readdir(folder)).toEqual([]);
  await expect(withLock('job', () => Promise.reject(new Error('inside')), folder)).rejects.toThrow('inside');
  expect(await readdir(folder)).toEqual([]);
});

test('every command is a script that package.json names', async () => {
  const { scripts } = JSON.parse(await readFile(join(import.meta.dirname, '..', '..', 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const files = await readdir(join(import.meta.dirname, '..', '..', 'scripts'));
  const named = Object.values(scripts).flatMap((line) => /^node scripts\/([a-z0-9-]+\.mjs)/.exec(line)?.[1] ?? []);
  expect(named.length).toBeGreaterThan(5);
  expect(files).toEqual(expect.arrayContaining(named));
});
