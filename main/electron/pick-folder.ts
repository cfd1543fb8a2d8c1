import { dialog } from 'electron';
import type { BrowserWindow, OpenDialogOptions } from 'electron';
import type { PickFolder } from '../folder-ports.ts';

/** The system's own dialog for a folder, where one can be made too; it lies on the window and is in the system's language. */
export function createPickFolder(window: () => BrowserWindow | null): PickFolder {
  return async () => {
    const options: OpenDialogOptions = { properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'] };
    const owner = window();
    const picked = owner === null ? await dialog.showOpenDialog(options) : await dialog.showOpenDialog(owner, options);
    return picked.canceled ? null : (picked.filePaths[0] ?? null);
  };
}
