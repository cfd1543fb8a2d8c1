import { Notification } from 'electron';
import type { BrowserWindow } from 'electron';

/** Shows progress on the taskbar or dock, from 0 to 1; null takes it away. */
export function showProgress(window: BrowserWindow | null, share: number | null): void {
  if (window !== null && !window.isDestroyed()) window.setProgressBar(share ?? -1);
}

/** Tells something by the system's own notices, unless the window is looked at anyway; a press brings the window to the front. */
export function notify(window: BrowserWindow | null, words: { readonly title: string; readonly body: string }): void {
  if (window === null || window.isDestroyed() || window.isFocused() || !Notification.isSupported()) return;
  const notice = new Notification(words);
  notice.on('click', () => {
    if (window.isMinimized()) window.restore();
    window.show();
  });
  notice.show();
}
