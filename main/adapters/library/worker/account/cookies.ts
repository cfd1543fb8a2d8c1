import type { KeptCookie } from '../../../../gate-ports.ts';
import type { LibraryStatements } from './tables.ts';

/** All that were kept. */
export function readCookies({ build, all }: LibraryStatements): readonly KeptCookie[] {
  const rows = all(build.selectFrom('cookies').selectAll().orderBy('name').orderBy('path'));
  return rows.map((row) => ({
    name: row.name,
    value: row.value,
    host: row.host,
    path: row.path,
    isSecure: row.is_secure === 1,
    isHttpOnly: row.is_http_only === 1,
    sameSite: row.same_site,
    expiresAtMs: row.expires_at_ms,
  }));
}

/** Puts these in the place of all that were there. */
export function replaceCookies({ build, run }: LibraryStatements, cookies: readonly KeptCookie[]): null {
  run(build.deleteFrom('cookies'));
  for (const cookie of cookies) {
    if (cookie.expiresAtMs === null) continue;
    const row = {
      name: cookie.name,
      value: cookie.value,
      host: cookie.host,
      path: cookie.path,
      is_secure: cookie.isSecure ? 1 : 0,
      is_http_only: cookie.isHttpOnly ? 1 : 0,
      same_site: cookie.sameSite,
      expires_at_ms: cookie.expiresAtMs,
    } as const;
    run(build.insertInto('cookies').orReplace().values(row));
  }
  return null;
}
