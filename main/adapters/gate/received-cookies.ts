import { parseSetCookie, type Cookie } from 'set-cookie-parser';
import type { KeptCookie } from '../../gate-ports.ts';

/** RFC 6265bis §5.7: longer ones are ignored whole, and nothing is kept longer than 400 days. */
const mostBytes = 4096;
const longestMs = 400 * 24 * 60 * 60 * 1000;
const token = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
const sameSites = ['none', 'lax', 'strict'] as const;

/**
 * Reads the `Set-Cookie` fields of an answer (RFC 6265bis §5.6, stricter): nothing without a proper name, nothing for another host or a whole
 * domain, nothing secure over a plain line, nothing whose prefix (§4.1.3) promises what is not so. One that has run out already is answered too:
 * it deletes.
 */
export function receivedCookies(setCookie: readonly string[], url: string, nowMs: number): readonly KeptCookie[] {
  const { hostname, pathname, protocol } = new URL(url);
  // Electron joins several fields by commas; `split` takes them apart where no date stands.
  const parsed = parseSetCookie([...setCookie], { decodeValues: false, split: true, silent: true });
  return parsed.flatMap((cookie) => {
    const path = cookie.path?.startsWith('/') === true ? cookie.path : defaultPath(pathname);
    const kept: KeptCookie = {
      name: cookie.name,
      value: cookie.value,
      host: hostname,
      path,
      isSecure: cookie.secure === true,
      isHttpOnly: cookie.httpOnly === true,
      sameSite: sameSites.find((each) => each === cookie.sameSite?.toLowerCase()) ?? 'unspecified',
      expiresAtMs: expiryOf(cookie, nowMs),
    };
    return isAcceptable(kept, cookie, hostname, protocol === 'https:') ? [kept] : [];
  });
}

function isAcceptable(kept: KeptCookie, { domain }: Cookie, hostname: string, isSecureLine: boolean): boolean {
  if (!token.test(kept.name) || kept.name.length + kept.value.length > mostBytes) return false;
  // oxlint-disable-next-line no-control-regex -- exactly those are refused
  if (/[\u0000-\u001F\u007F;]/.test(kept.value + kept.path)) return false;
  if (domain !== undefined && domain !== '' && domain.replace(/^\./, '').toLowerCase() !== hostname) return false;
  if (kept.isSecure && !isSecureLine && !isLoopback(hostname)) return false;
  const name = kept.name.toLowerCase();
  if (name.startsWith('__secure-')) return kept.isSecure;
  if (name.startsWith('__host-')) return kept.isSecure && kept.path === '/' && domain === undefined;
  return true;
}

function isLoopback(hostname: string): boolean {
  return hostname === '127.0.0.1' || hostname === '[::1]' || hostname === 'localhost';
}

function expiryOf({ maxAge, expires }: Cookie, nowMs: number): number | null {
  if (maxAge !== undefined && !Number.isNaN(maxAge)) return Math.min(nowMs + maxAge * 1000, nowMs + longestMs);
  const atMs = expires?.getTime();
  return atMs === undefined || Number.isNaN(atMs) ? null : Math.min(atMs, nowMs + longestMs);
}

/** RFC 6265bis §5.1.4. */
function defaultPath(pathname: string): string {
  const last = pathname.lastIndexOf('/');
  return last <= 0 ? '/' : pathname.slice(0, last);
}
