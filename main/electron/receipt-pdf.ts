import { BrowserWindow, session } from 'electron';
import { fail, ok } from '../../contract/result.ts';
import type { PrintPage } from '../erase-plan-ports.ts';

const pagePrefix = 'data:text/html;charset=utf-8;base64,';

/** Prints a page to a document in a window that nobody sees: sandboxed, without scripts, with a session of its own that reaches nothing. */
export function createPrintPage(): PrintPage {
  return async (html) => {
    const own = session.fromPartition('receipt', { cache: false });
    own.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
    own.setPermissionCheckHandler(() => false);
    own.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !url.startsWith(pagePrefix) }));
    own.on('will-download', (event) => event.preventDefault());
    const window = new BrowserWindow({
      show: false,
      webPreferences: { session: own, sandbox: true, contextIsolation: true, javascript: false },
    });
    window.webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
    try {
      await window.loadURL(`${pagePrefix}${Buffer.from(html).toString('base64')}`);
      return ok(await window.webContents.printToPDF({ pageSize: 'A4', generateTaggedPDF: true }));
    } catch {
      return fail('unexpected');
    } finally {
      if (!window.isDestroyed()) window.destroy();
      await own.clearStorageData().catch(() => undefined);
    }
  };
}
