import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { Result } from '../../../contract/result.ts';
import type { Clock, Erasable } from '../../ports.ts';
import { beginOfLogMs } from '../log/log-begin.ts';
import { deleteEntries, entriesOf, result } from './owned-entries.ts';

const liveName = 'lectoroom.log';

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
        const beginMs = await beginOfLogMs(join(deps.logFolder, liveName));
        if (beginMs !== null && (emptiedAtMs === null || beginMs < emptiedAtMs)) return true;
        return (await traces()).some(({ paths }) => paths.length > 0);
      }),
  };
}
