import { homedir } from 'node:os';
import type { DownloadFolderView } from '../contract/domain/folder.ts';
import { ok } from '../contract/result.ts';
import { createFolderDisk } from './adapters/folder/folder-disk.ts';
import { createThrottle } from './features/downloads/throttle.ts';
import { createFolder } from './features/folder/folder.ts';
import type { Folder, FolderDeps } from './features/folder/folder.ts';
import type { ComputerStore } from './ports.ts';

/** At most four times a second, the last word included. */
const eventsEveryMs = 250;

/** Puts the folder of the downloads together; part of `compose`. */
export function composeFolder(
  deps: Omit<FolderDeps, 'disk' | 'accountIds' | 'tell'> & {
    readonly configuration: { readonly downloadFolder: string; readonly userDataFolder: string };
    readonly computer: Pick<ComputerStore, 'accounts'>;
    readonly emit: (name: 'folder.changed', view: DownloadFolderView) => void;
  },
): Folder {
  const { downloadFolder: usualFolder, userDataFolder } = deps.configuration;
  const tell = createThrottle(deps.clock, eventsEveryMs, () => {
    void folder.read().then((view) => view.ok && deps.emit('folder.changed', view.value));
  });
  const folder = createFolder({
    ...deps,
    disk: createFolderDisk({ usualFolder, userDataFolder, homeFolder: homedir() }),
    accountIds: async () => {
      const known = await deps.computer.accounts();
      return known.ok ? ok(known.value.map(({ id }) => id)) : known;
    },
    tell: tell.call,
  });
  return {
    ...folder,
    async stop() {
      tell.stop();
      await folder.stop();
    },
  };
}
