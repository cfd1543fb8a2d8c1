import { dialog } from 'electron';
import type { BrowserWindow } from 'electron';
import { extname } from 'node:path';

const filters = [
  { name: 'Markdown', extensions: ['md'] },
  { name: 'CSV', extensions: ['csv'] },
  { name: 'HTML', extensions: ['html'] },
  { name: 'PDF', extensions: ['pdf'] },
  { name: 'ZIP', extensions: ['zip'] },
  { name: 'JSON', extensions: ['json'] },
];

/**
 * Asks where to save a file of the kind that its name says, over the window; the system asks before it replaces. Null when the person
 * thought better of it.
 */
export async function chooseFileToSave(window: BrowserWindow | null, suggestedName: string): Promise<string | null> {
  const extension = extname(suggestedName).slice(1);
  const options = {
    defaultPath: suggestedName,
    filters: filters.filter(({ extensions }) => extensions.includes(extension)),
    properties: ['createDirectory' as const, 'showOverwriteConfirmation' as const],
  };
  const { canceled, filePath } =
    window === null ? await dialog.showSaveDialog(options) : await dialog.showSaveDialog(window, options);
  return canceled || filePath === '' ? null : filePath;
}

/** Asks for a ZIP that is there, over the window. Null when the person thought better of it. */
export async function chooseArchiveToOpen(window: BrowserWindow | null): Promise<string | null> {
  const options = {
    filters: filters.filter(({ extensions }) => extensions.includes('zip')),
    properties: ['openFile' as const],
  };
  const { canceled, filePaths } =
    window === null ? await dialog.showOpenDialog(options) : await dialog.showOpenDialog(window, options);
  return canceled ? null : (filePaths[0] ?? null);
}
