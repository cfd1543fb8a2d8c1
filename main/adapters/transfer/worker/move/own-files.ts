import { lstat, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { FolderMoveOrder, MarkedFolder } from '../../../../folder-ports.ts';
import { isGone } from './system-error.ts';

/** One lecture's file, whole or not, as it lies below `<folder>/lectoroom`. */
export interface OwnFile {
  /** The folder's own name: an account's id, or that of one set aside. */
  readonly account: string;
  readonly name: string;
  readonly sizeBytes: number;
  readonly modifiedMs: number;
}

/** What a copy is called until it was read back. */
export const unfinishedSuffix = '.move';

const accountName = /^([a-f0-9]{32})(?:\.aside-\d+)?$/;
const markerName = /^[a-f0-9]{32}\.folder$/;
const lectureName = /^[a-f0-9]{32}\.lrm(?:\.[a-z]+)?$/;

/** The folder in which accounts have theirs. */
export function holderOf({ folder }: MarkedFolder): string {
  return join(folder, 'lectoroom');
}

/** Where a file is, or would be, in a folder. */
export function placeOf(folder: MarkedFolder, { account, name }: Pick<OwnFile, 'account' | 'name'>): string {
  return join(holderOf(folder), account, name);
}

/**
 * The names of the account folders that may be moved: those of known accounts, and, where no other computer left its marker in either folder,
 * all that are made as ours are (accounts set aside are not known any more). A link in such a place is `null`: nobody may follow it.
 */
export async function ownAccounts(order: FolderMoveOrder, folder: MarkedFolder): Promise<readonly string[] | null> {
  const names = await namesIn(holderOf(folder));
  const isShared =
    hasStranger(await namesIn(holderOf(order.from)), order.from) ||
    hasStranger(await namesIn(holderOf(order.to)), order.to);
  const own = names.filter((name) => {
    const id = accountName.exec(name)?.[1];
    return id !== undefined && (!isShared || order.accountIds.some((known) => known === id));
  });
  for (const name of own) {
    const found = await lstat(join(holderOf(folder), name));
    if (!found.isDirectory()) return null;
  }
  return own;
}

/** The files of those accounts in one of the two folders; unfinished copies only when asked for. */
export async function ownFiles(
  folder: MarkedFolder,
  accounts: readonly string[],
  which: 'lectures' | 'unfinished',
): Promise<readonly OwnFile[]> {
  const files: OwnFile[] = [];
  for (const account of accounts) {
    for (const name of await namesIn(join(holderOf(folder), account))) {
      if (!lectureName.test(name.replace(unfinishedSuffix, ''))) continue;
      if (name.endsWith(unfinishedSuffix) !== (which === 'unfinished')) continue;
      const found = await lstat(placeOf(folder, { account, name })).catch(nullIfGone);
      if (found?.isFile() === true) files.push({ account, name, sizeBytes: found.size, modifiedMs: found.mtimeMs });
    }
  }
  return files;
}

function hasStranger(names: readonly string[], { marker }: MarkedFolder): boolean {
  const own = marker === null ? null : basename(marker);
  return names.some((name) => markerName.test(name) && name !== own);
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return (await readdir(folder).catch(nullIfGone)) ?? [];
}

/** What went away between two looks is not there. */
export function nullIfGone(error: unknown): null {
  if (!isGone(error)) throw error;
  return null;
}
