import { Menu } from 'electron';

/**
 * The application menu. macOS needs one for copy, paste and quit to work at all, and names roles in the system's language by itself;
 * Windows and Linux show none: everything is in the window.
 */
export function applicationMenu(): Menu | null {
  if (process.platform !== 'darwin') return null;
  return Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }]);
}
