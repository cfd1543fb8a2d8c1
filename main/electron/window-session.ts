import { session } from 'electron';
import type { Session } from 'electron';

/** What the page may load: its own files, lectures and covers; no inline script, no network. */
export function contentSecurityPolicy(inlineStyleHashes: readonly string[]): string {
  const styles = ["'self'", ...inlineStyleHashes.map((hash) => `'${hash}'`)].join(' ');
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src ${styles}`,
    "font-src 'self'",
    "img-src 'self' lecture:",
    'media-src lecture:',
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/**
 * The session of the window: in memory only, no network at all, no permission but what a player needs. Main's own requests go elsewhere.
 */
export function createWindowSession(): Session {
  const own = session.fromPartition('window', { cache: false });
  const allowed: readonly string[] = ['fullscreen', 'mediaKeySystem'];
  own.setPermissionRequestHandler((_contents, permission, answer) => answer(permission === 'fullscreen'));
  own.setPermissionCheckHandler((_contents, permission) => allowed.includes(permission) && permission === 'fullscreen');
  own.setDevicePermissionHandler(() => false);
  own.webRequest.onBeforeRequest((details, answer) => {
    const ours = /^(?:app:\/\/lectoroom\/|lecture:\/\/(?:media|cover)\/|devtools:)/.test(details.url);
    answer({ cancel: !ours });
  });
  own.on('will-download', (event) => event.preventDefault());
  own.setSpellCheckerEnabled(false);
  return own;
}
