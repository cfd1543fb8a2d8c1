import { session } from 'electron';
import type { Session } from 'electron';

/** What the page may load: its own files, lectures and covers; no inline script or style, no network. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' lecture:",
  'media-src lecture:',
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const ownAddress = /^(?:app:\/\/lectoroom\/|lecture:\/\/(?:media|cover)\/|devtools:)/;

/**
 * The session of the window: in memory only, no network at all, no permission but what a player needs. Main's own requests go elsewhere.
 */
export function createWindowSession(): Session {
  const own = session.fromPartition('window', { cache: false });
  own.setPermissionRequestHandler((_contents, permission, answer) => answer(permission === 'fullscreen'));
  own.setPermissionCheckHandler((_contents, permission) => permission === 'fullscreen');
  own.setDevicePermissionHandler(() => false);
  own.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !ownAddress.test(url) }));
  own.on('will-download', (event) => event.preventDefault());
  own.setSpellCheckerEnabled(false);
  return own;
}
