import { Notification } from 'electron';
import type { BrowserWindow } from 'electron';

/** Shows progress on the taskbar or dock, from 0 to 1; null takes it away. */
export function showProgress(window: BrowserWindow | null, share: number | null): void {
  window?.setProgressBar(share ?? -1);
}

/** Makes what tells something by the system's own notices, unless the window is looked at anyway; a press brings the window to the front. */
export function createNotify(deps: {
  readonly window: () => BrowserWindow | null;
  /** Also opens one where there is none any more. */
  readonly bringUp: () => void;
}): (words: { readonly title: string; readonly body: string }) => void {
  // Held while the system shows them: one that is collected hears no press.
  const shown = new Set<Notification>();
  return (words) => {
    const window = deps.window();
    if (window === null || window.isFocused() || !Notification.isSupported()) return;
    const notice = new Notification(words);
    const forget = (): void => void shown.delete(notice);
    notice.on('click', () => {
      forget();
      deps.bringUp();
    });
    notice.on('close', forget);
    notice.on('failed', forget);
    shown.add(notice);
    notice.show();
  };
}
