import { dialog } from 'electron';
import type { BrowserWindow } from 'electron';

/** Asks where to save a Markdown file, over the window; the system asks before it replaces. Null when the person thought better of it. */
export async function chooseMarkdownFile(window: BrowserWindow | null, suggestedName: string): Promise<string | null> {
  const options = {
    defaultPath: suggestedName,
    filters: [{ name: 'Markdown', extensions: ['md'] }],
    properties: ['createDirectory' as const, 'showOverwriteConfirmation' as const],
  };
  const { canceled, filePath } =
    window === null ? await dialog.showSaveDialog(options) : await dialog.showSaveDialog(window, options);
  return canceled || filePath === '' ? null : filePath;
}
