import type { Cookie, Session } from 'electron';
import type { CookieJar, KeptCookie } from '../gate-ports.ts';

const toElectron = { unspecified: 'unspecified', none: 'no_restriction', lax: 'lax', strict: 'strict' } as const;
const fromElectron = { unspecified: 'unspecified', no_restriction: 'none', lax: 'lax', strict: 'strict' } as const;

const urlOf = ({ host, path, isSecure }: Pick<KeptCookie, 'host' | 'path' | 'isSecure'>): string =>
  `${isSecure ? 'https' : 'http'}://${host}${path}`;

/** The cookie store of a session; what Chromium refuses to keep is not kept. */
export function cookieJarOf({ cookies }: Session): CookieJar {
  return {
    all: async () => (await cookies.get({})).map(keptOf),
    cookiesFor: async (url) => (await cookies.get({ url })).map(keptOf),
    async put(cookie) {
      const { name, value, path, isSecure, isHttpOnly, sameSite, expiresAtMs } = cookie;
      const facts = { url: urlOf(cookie), name, value, path, secure: isSecure, httpOnly: isHttpOnly };
      const until = expiresAtMs === null ? {} : { expirationDate: expiresAtMs / 1000 };
      await cookies.set({ ...facts, sameSite: toElectron[sameSite], ...until }).catch(() => undefined);
    },
    remove: (cookie) => cookies.remove(urlOf(cookie), cookie.name).catch(() => undefined),
  };
}

function keptOf(cookie: Cookie): KeptCookie {
  const { name, value, domain = '', path = '/', secure = false, httpOnly = false, sameSite, expirationDate } = cookie;
  return {
    name,
    value,
    host: domain.replace(/^\./, ''),
    path,
    isSecure: secure,
    isHttpOnly: httpOnly,
    sameSite: fromElectron[sameSite],
    expiresAtMs: expirationDate === undefined ? null : Math.round(expirationDate * 1000),
  };
}
