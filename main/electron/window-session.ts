import { session } from 'electron';
import type { Session } from 'electron';
import { done, ok } from '../../contract/result.ts';
import type { Erasable } from '../ports.ts';

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

/** What a player needs: the whole screen, and to put words (a link) on the clipboard; never to read it. */
const granted: readonly string[] = ['fullscreen', 'clipboard-sanitized-write'];

/**
 * The session of the window: in memory only, no network at all, no permission but what a player needs. Main's own requests go elsewhere.
 */
export function createWindowSession(): Session {
  const own = session.fromPartition('window', { cache: false });
  own.setPermissionRequestHandler((_contents, permission, answer) => answer(granted.includes(permission)));
  own.setPermissionCheckHandler((_contents, permission) => granted.includes(permission));
  own.setDevicePermissionHandler(() => false);
  own.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !ownAddress.test(url) }));
  own.on('will-download', (event) => event.preventDefault());
  own.setSpellCheckerEnabled(false);
  return own;
}

/** What Chromium keeps of the window while the app runs: nothing of it is on disk, erasing empties it all the same. */
export function windowDataOf(own: Session): Erasable {
  return {
    async erase() {
      await Promise.all([own.clearStorageData(), own.clearCache(), own.clearAuthCache()]);
      return done;
    },
    async remains() {
      const [cookies, cacheBytes] = await Promise.all([own.cookies.get({}), own.getCacheSize()]);
      return ok(cookies.length > 0 || cacheBytes > 0);
    },
  };
}
