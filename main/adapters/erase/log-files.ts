import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { Result } from '../../../contract/result.ts';
import type { Clock, Erasable } from '../../ports.ts';
import { deleteEntries, entriesOf, isMissing, result } from './owned-entries.ts';

const liveName = 'lectoroom.log';
/** Enough of a log for its first line. */
const firstBytes = 4096;

/**
 * The app's log and the crash dumps. The live log is cut to nothing in its place, because it is open (appending goes on from there);
 * older logs and dumps are deleted. What is written after that moment is not a trace of the account: it begins with a later time.
 */
export function createLogFiles(deps: {
  readonly logFolder: string;
  /** Electron's `crashDumps`; null where there are none. */
  readonly crashDumpsFolder: string | null;
  readonly clock: Clock;
}): Erasable {
  let emptiedAtMs: number | null = null;

  async function traces(): Promise<readonly { readonly folder: string; readonly paths: readonly string[] }[]> {
    const dumps = deps.crashDumpsFolder;
    // Crashpad sorts dumps into folders of its own and keeps its settings beside them, which stay.
    const folders = dumps === null ? [] : ['new', 'pending', 'completed', 'reports', 'attachments'];
    return [
      { folder: deps.logFolder, paths: await entriesOf(deps.logFolder, (name) => name !== liveName) },
      ...(await Promise.all(
        folders.map(async (name) => {
          const folder = join(dumps ?? '', name);
          return { folder, paths: await entriesOf(folder, () => true) };
        }),
      )),
    ];
  }

  async function emptyLiveLog(): Promise<void> {
    const [path] = await entriesOf(deps.logFolder, (name) => name === liveName);
    emptiedAtMs = deps.clock.nowMs();
    if (path === undefined) return;
    const file = await open(path, 'r+');
    try {
      await file.truncate(0);
      await file.sync();
    } finally {
      await file.close();
    }
  }

  /** When the first line of the live log was written; null when it has none. */
  async function beginOfLiveLogMs(): Promise<number | null> {
    const text = await startOf(join(deps.logFolder, liveName));
    if (text === '') return null;
    const time = /^\{[^\n]*?"time":"([^"]+)"/.exec(text)?.[1];
    return time === undefined ? 0 : Date.parse(time) || 0;
  }

  return {
    async erase() {
      const emptied = await result(async () => (await emptyLiveLog(), null));
      const found = await result(traces);
      if (!found.ok) return found;
      const deleted: Result<null>[] = [];
      for (const { folder, paths } of found.value) deleted.push(await deleteEntries(folder, paths));
      return [emptied, ...deleted].find(({ ok }) => !ok) ?? emptied;
    },
    remains: () =>
      result(async () => {
        const beginMs = await beginOfLiveLogMs();
        if (beginMs !== null && (emptiedAtMs === null || beginMs < emptiedAtMs)) return true;
        return (await traces()).some(({ paths }) => paths.length > 0);
      }),
  };
}

async function startOf(path: string): Promise<string> {
  try {
    const file = await open(path, 'r');
    try {
      const { bytesRead, buffer } = await file.read(Buffer.alloc(firstBytes), 0, firstBytes, 0);
      return buffer.toString('utf8', 0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (error) {
    if (isMissing(error)) return '';
    throw error;
  }
}
