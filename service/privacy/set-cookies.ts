import { randomBytes } from 'node:crypto';
import { cookieRegistry } from './cookie-registry.ts';

const cookies = cookieRegistry.items.filter(({ kind }) => kind === 'cookie');
/** Only what tells one browser from another needs a value of its own. */
const plainValues: Readonly<Record<string, string>> = { lr_session_hint: '1', lr_preferences: 'system' };

/**
 * `Set-Cookie` lines (RFC 6265bis) for every cookie of the registry that the caller does not have yet: which of them are kept is the caller's choice.
 * Without `Secure`, because the service speaks plain HTTP on this computer alone.
 */
export function missingCookies(cookieHeader: string | undefined): string[] {
  const there = new Set((cookieHeader ?? '').split(';').map((pair) => pair.split('=')[0]?.trim()));
  return cookies
    .filter(({ name }) => !there.has(name))
    .map(({ name, retentionDays }) => {
      const value = plainValues[name] ?? randomBytes(16).toString('base64url');
      const age = retentionDays === null ? '' : `; Max-Age=${retentionDays * 86_400}`;
      return `${name}=${value}; Path=/${age}; HttpOnly; SameSite=Strict`;
    });
}
