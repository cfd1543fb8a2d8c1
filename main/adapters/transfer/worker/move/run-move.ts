import { lstat, rename, rmdir, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { assertNever, done, fail, ok, type Result } from '../../../../../contract/result.ts';
import type { FolderMoveOrder, MarkedFolder } from '../../../../folder-ports.ts';
import { answers, isMarked } from '../../../files/is-marked.ts';
import { syncFolder } from '../../../files/lrm/index.ts';
import type { MoveCall } from '../../messages.ts';
import { ensureFolder } from '../ensure-folder.ts';
import type { TransferTools } from '../transfer-tools.ts';
import { copyFile, isSame } from './copy-file.ts';
import { holderOf, nullIfGone, ownAccounts, ownFiles, placeOf, type OwnFile } from './own-files.ts';
import { codeOfStop, isGone, MoveStopped, mustBeCopied } from './system-error.ts';

/**
 * What was brought and compared since the worker began: file to its size and time. A move that is tried again reads only the rest; after a
 * restart nothing is known, and what lies there is compared once more.
 */
export type MoveMemory = Map<string, string>;

/** Does what one call of a move asks for; see `FolderMover`. */
export async function runMove(
  { name, order }: MoveCall,
  tools: TransferTools,
  memory: MoveMemory,
): Promise<Result<unknown>> {
  try {
    await mustBeThere(order);
    switch (name) {
      case 'size':
        return ok(await sizeOf(order));
      case 'copy':
        return await copy(order, tools, memory);
      case 'undo':
        return await undo(order, tools);
      case 'clear':
        return await clear(order, tools);
      default:
        return assertNever(name);
    }
  } catch (error) {
    const code = codeOfStop(error);
    // Whatever a disk says when it is pulled out, the drive being away says more.
    const isAway = code !== 'cancelled' && !((await answers(order.from)) && (await answers(order.to)));
    return fail(isAway ? 'drive-away' : code);
  }
}

const keyOf = ({ account, name }: OwnFile): string => `${account}/${name}`;
const sumOf = (files: readonly OwnFile[]): number => files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);

async function mustBeThere({ from, to }: FolderMoveOrder): Promise<void> {
  if (!(await isMarked(from)) || !(await isMarked(to))) throw new MoveStopped('drive-away');
}

async function lecturesIn(order: FolderMoveOrder, folder: MarkedFolder): Promise<readonly OwnFile[]> {
  return ownFiles(folder, await accountsIn(order, folder), 'lectures');
}

async function accountsIn(order: FolderMoveOrder, folder: MarkedFolder): Promise<readonly string[]> {
  const accounts = await ownAccounts(order, folder);
  if (accounts === null) throw new MoveStopped('folder-unfit');
  return accounts;
}

/** What was renamed already is in the new folder alone. */
async function cameOver(order: FolderMoveOrder): Promise<{ readonly left: readonly OwnFile[]; readonly came: number }> {
  const left = await lecturesIn(order, order.from);
  const names = new Set(left.map(keyOf));
  return { left, came: sumOf((await lecturesIn(order, order.to)).filter((file) => !names.has(keyOf(file)))) };
}

async function sizeOf(order: FolderMoveOrder): Promise<number> {
  const { left, came } = await cameOver(order);
  return sumOf(left) + came;
}

/** Goes over the old folder until nothing in it is new: what changes meanwhile is brought over too. */
async function copy(order: FolderMoveOrder, tools: TransferTools, memory: MoveMemory): Promise<Result<null>> {
  const began = await cameOver(order);
  let doneBytes = began.came;
  for (let left = began.left; ; left = await lecturesIn(order, order.from)) {
    const fresh: OwnFile[] = [];
    for (const file of left) {
      if (!(await isBrought(file, order, memory))) fresh.push(file);
      else if (left === began.left) doneBytes += file.sizeBytes;
    }
    if (fresh.length === 0) break;
    for (const file of fresh) {
      if (tools.signal.aborted) return fail('cancelled');
      await mustBeThere(order);
      let passedBytes = 0;
      await bring(file, order, {
        signal: tools.signal,
        onBytes(bytes) {
          passedBytes = Math.min(passedBytes + bytes, 2 * file.sizeBytes);
          tools.report({ receivedBytes: doneBytes + passedBytes / 2, phase: 'downloading' });
        },
      });
      memory.set(placeOf(order.to, file), versionOf(file));
      doneBytes += file.sizeBytes;
      tools.report({ receivedBytes: doneBytes, phase: 'downloading' });
    }
  }
  // Renamed files have left the old folder; with that on the disk nothing of it can come back.
  for (const account of await accountsIn(order, order.from)) await sync(join(holderOf(order.from), account));
  await mustBeThere(order);
  return done;
}

const versionOf = ({ sizeBytes, modifiedMs }: OwnFile): string => `${sizeBytes} ${modifiedMs}`;

async function isBrought(file: OwnFile, order: FolderMoveOrder, memory: MoveMemory): Promise<boolean> {
  const to = placeOf(order.to, file);
  if (memory.get(to) !== versionOf(file)) return false;
  return (await lstat(to).catch(nullIfGone))?.size === file.sizeBytes;
}

async function bring(file: OwnFile, order: FolderMoveOrder, watch: Parameters<typeof copyFile>[2]): Promise<void> {
  const from = placeOf(order.from, file);
  const to = placeOf(order.to, file);
  const folder = await ensureFolder(dirname(to));
  if (!folder.ok) throw new MoveStopped(folder.error.code);
  const there = await lstat(to).catch(nullIfGone);
  // An earlier run brought it, or somebody's copy of long ago: its bytes say which.
  if (there?.isFile() === true && there.size === file.sizeBytes && (await sameOrGone(from, to, watch))) return;
  try {
    await rename(from, to);
    await sync(dirname(to));
  } catch (error) {
    if (isGone(error) && (await lstat(from).catch(nullIfGone)) === null) return;
    if (!mustBeCopied(error)) throw error;
    await copyFile(from, to, watch);
  }
}

async function sameOrGone(from: string, to: string, watch: Parameters<typeof copyFile>[2]): Promise<boolean> {
  try {
    return await isSame(from, to, watch);
  } catch (error) {
    if (!isGone(error)) throw error;
    return false;
  }
}

/** What is in both goes from the new folder, what was renamed goes back; what lies there from other times on another disk stays. */
async function undo(order: FolderMoveOrder, tools: TransferTools): Promise<Result<null>> {
  const accounts = await accountsIn(order, order.to);
  for (const file of await ownFiles(order.to, accounts, 'unfinished')) await unlinkIfThere(placeOf(order.to, file));
  for (const file of await ownFiles(order.to, accounts, 'lectures')) {
    if (tools.signal.aborted) return fail('cancelled');
    const [from, to] = [placeOf(order.from, file), placeOf(order.to, file)];
    if ((await lstat(from).catch(nullIfGone)) !== null) await unlinkIfThere(to);
    else await giveBack(to, from);
  }
  for (const account of await accountsIn(order, order.from)) await sync(join(holderOf(order.from), account));
  await removeEmpty(order.to, accounts);
  return done;
}

async function giveBack(to: string, from: string): Promise<void> {
  const folder = await ensureFolder(dirname(from));
  if (!folder.ok) throw new MoveStopped(folder.error.code);
  await rename(to, from).catch((error: unknown) => {
    if (!isGone(error) && !mustBeCopied(error)) throw error;
  });
}

async function clear(order: FolderMoveOrder, tools: TransferTools): Promise<Result<null>> {
  const accounts = await accountsIn(order, order.from);
  for (const which of ['unfinished', 'lectures'] as const) {
    for (const file of await ownFiles(order.from, accounts, which)) {
      if (tools.signal.aborted) return fail('cancelled');
      await unlinkIfThere(placeOf(order.from, file));
    }
  }
  await removeEmpty(order.from, accounts);
  return done;
}

/** Takes away the account folders that hold nothing any more; what a stranger put there keeps its folder. */
async function removeEmpty(folder: MarkedFolder, accounts: readonly string[]): Promise<void> {
  for (const account of accounts) await rmdir(join(holderOf(folder), account)).catch(() => undefined);
  await sync(holderOf(folder));
}

async function unlinkIfThere(path: string): Promise<void> {
  await unlink(path).catch(nullIfGone);
}

async function sync(folder: string): Promise<void> {
  const synced = await syncFolder(folder);
  if (!synced.ok && synced.fault !== 'missing-file') throw new MoveStopped('disk-failed');
}
