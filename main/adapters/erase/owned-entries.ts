import { lstat, readdir, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { LocalAccountId } from '../../../contract/domain/ids.ts';
import { done, fail, ok } from '../../../contract/result.ts';
import type { AppErrorCode, Result } from '../../../contract/result.ts';
import type { Erasable } from '../../ports.ts';
import { syncFolder } from '../files/lrm/index.ts';
import { errnoOf } from '../files/lrm/outcome.ts';

/** The names in a folder that pass; none when the folder is not there. */
export async function entriesOf(folder: string, isOurs: (name: string) => boolean): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).filter(isOurs).map((name) => inside(folder, name));
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

/** An account's entries are named by its id alone or its id, a dot and more (`<id>.aside-…`); throws RangeError for what is no id. */
export function isOfAccount(accountId: LocalAccountId): (name: string) => boolean {
  if (!LocalAccountId.safeParse(accountId).success) throw new RangeError('erase: no account id');
  return (name) => name === accountId || name.startsWith(`${accountId}.`);
}

/**
 * Deletes entries of one folder with all in them, every one even if another could not be, and makes it durable. An entry that is a symbolic
 * link is refused (`disk-failed`): following it could destroy what is not ours, deleting it alone would only look like erasing. Links
 * further in, which the app never makes, are deleted themselves, not what they point to.
 */
export async function deleteEntries(folder: string, paths: readonly string[]): Promise<Result<null>> {
  let failure: Result<null> = done;
  for (const path of paths) {
    if (await isLink(path)) {
      failure = fail('disk-failed');
      continue;
    }
    // On Windows an indexer or a virus scanner may hold a file for a moment.
    const deleted = await result(() => rm(path, { recursive: true, force: true, maxRetries: 3, retryDelay: 100 }));
    if (!deleted.ok) failure = deleted;
  }
  const synced = paths.length === 0 ? done : await syncEntries(folder);
  return failure.ok ? synced : failure;
}

/** What of a folder belongs to an account by its name, with all in it, as one place to erase. */
export function entriesIn(
  folder: string,
  ours: (accountId: Parameters<typeof isOfAccount>[0]) => (name: string) => boolean,
): Erasable {
  return {
    async erase(accountId) {
      const isOurs = ours(accountId);
      const paths = await result(() => entriesOf(folder, isOurs));
      return paths.ok ? deleteEntries(folder, paths.value) : paths;
    },
    remains: (accountId) => result(async () => (await entriesOf(folder, ours(accountId))).length > 0),
  };
}

/** Makes deletions in a folder outlast a power cut. */
export async function syncEntries(folder: string): Promise<Result<null>> {
  const synced = await syncFolder(folder);
  return synced.ok || synced.fault === 'missing-file' ? done : fail('disk-failed');
}

/** Whether a path is a symbolic link (or a junction); false when it is not there. */
export async function isLink(path: string): Promise<boolean> {
  try {
    return (await lstat(path)).isSymbolicLink();
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

/** Runs work on the disk; what the system refuses becomes a code without its path, bugs are thrown on. */
export async function result<T>(work: () => Promise<T>): Promise<Result<T>> {
  try {
    return ok(await work());
  } catch (error) {
    const errno = errnoOf(error);
    if (errno === undefined) throw error;
    return fail(codeOf(errno));
  }
}

/** True for "there is no such file or folder". */
export function isMissing(error: unknown): boolean {
  const errno = errnoOf(error);
  return errno === 'ENOENT' || errno === 'ENOTDIR';
}

function codeOf(errno: string): AppErrorCode {
  if (errno === 'ENOSPC' || errno === 'EDQUOT') return 'disk-full';
  return errno === 'EACCES' || errno === 'EPERM' || errno === 'EROFS' ? 'folder-read-only' : 'disk-failed';
}

function inside(folder: string, name: string): string {
  const path = resolve(folder, name);
  if (dirname(path) !== resolve(folder)) throw new RangeError('erase: outside its folder');
  return join(folder, name);
}
