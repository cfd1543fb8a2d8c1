import { randomBytes } from 'node:crypto';
import { link, mkdir, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { readIfThere } from './files.mjs';
import { cacheFolder } from './paths.mjs';
import { say } from './say.mjs';

const oldestLockMs = 30 * 60_000;

/**
 * Whether a process lives (also when it belongs to someone else).
 * @param {number} processId
 */
export function isAlive(processId) {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/**
 * Takes the lock by linking a whole file to its name, which only one process can do.
 * @param {string} path
 */
async function take(path) {
  const own = `${path}.${randomBytes(4).toString('hex')}`;
  await writeFile(own, String(process.pid));
  try {
    await link(own, path);
    return true;
  } catch {
    return false;
  } finally {
    await rm(own, { force: true });
  }
}

/**
 * The process that holds the lock: its id, 0 when it is dead or the lock is too old to be true, undefined when there is none.
 * @param {string} path
 */
async function ownerOf(path) {
  const owner = await readIfThere(path);
  if (owner === undefined) return undefined;
  const ageMs = Date.now() - (await stat(path).catch(() => ({ mtimeMs: Date.now() }))).mtimeMs;
  return isAlive(Number(owner)) && ageMs < oldestLockMs ? Number(owner) : 0;
}

/**
 * Removes the lock of a dead owner; one process at a time, so that nobody removes the lock of a living one.
 * @param {string} path
 */
async function removeDead(path) {
  const turn = `${path}.turn`;
  try {
    await mkdir(turn);
  } catch {
    const ageMs = Date.now() - (await stat(turn).catch(() => ({ mtimeMs: Date.now() }))).mtimeMs;
    if (ageMs > 10_000) await rmdir(turn).catch(() => undefined);
    return;
  }
  try {
    if ((await ownerOf(path)) === 0) await rm(path, { force: true });
  } finally {
    await rmdir(turn).catch(() => undefined);
  }
}

/**
 * Runs `body` while no other process holds the same lock; a lock whose owner has died is taken over.
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} body
 * @param {string} [folder]
 * @returns {Promise<T>}
 */
export async function withLock(name, body, folder = cacheFolder()) {
  await mkdir(folder, { recursive: true });
  const path = join(folder, `${name}.lock`);
  let said = false;
  while (!(await take(path))) {
    const owner = await ownerOf(path);
    if (owner === 0) await removeDead(path);
    else if (owner !== undefined && !said) {
      say(`Waiting: another command (process ${String(owner)}) is preparing ${name}.`);
      said = true;
    }
    await wait(100);
  }
  try {
    return await body();
  } finally {
    await rm(path, { force: true });
  }
}
