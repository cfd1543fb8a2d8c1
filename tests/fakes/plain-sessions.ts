import type { LocalAccountId } from '../../contract/domain/ids.ts';
import type { CookieJar, KeptCookie, WireSession, WireSessions } from '../../main/gate-ports.ts';

/** A cookie store in memory, which sends to a host all that it has of it. */
export function createMemoryJar(): CookieJar {
  const kept = new Map<string, KeptCookie>();
  const keyOf = ({ host, path, name }: Pick<KeptCookie, 'host' | 'path' | 'name'>): string => [host, path, name].join();
  const all = () => Promise.resolve([...kept.values()]);
  return {
    all,
    cookiesFor: async (url) => (await all()).filter(({ host }) => host === new URL(url).hostname),
    put: (cookie) => Promise.resolve(void kept.set(keyOf(cookie), cookie)),
    remove: (cookie) => Promise.resolve(void kept.delete(keyOf(cookie))),
  };
}

/** Sessions of Node's own fetch, or another one. */
export function plainSessions(send: WireSession['fetch'] = (url, init) => fetch(url, init)): WireSessions {
  const made = new Map<LocalAccountId | null, WireSession>();
  return {
    of(id) {
      const there = made.get(id) ?? {
        fetch: send,
        cookies: createMemoryJar(),
        clearStorage: () => Promise.resolve(),
      };
      made.set(id, there);
      return there;
    },
    onStranger: () => undefined,
    onCookie: () => undefined,
  };
}
