import { app, session } from 'electron';
import type { Session } from 'electron';
import { randomBytes } from 'node:crypto';
import { done, ok } from '../../contract/result.ts';
import type { LocalAccountId } from '../../contract/domain/ids.ts';
import type { WireSession, WireSessions } from '../gate-ports.ts';
import type { Erasable } from '../ports.ts';
import { cookieJarOf } from './cookie-jar.ts';
import { guardSession, type SessionGuard } from './session-gate.ts';

/** Everything but cookies, which the jar looks after one by one. */
const otherStorage = [
  'filesystem',
  'indexdb',
  'localstorage',
  'shadercache',
  'serviceworkers',
  'cachestorage',
] as const;

/** The sessions, and what Chromium keeps of an account in them, as erasing sees it. */
export interface ElectronWireSessions extends WireSessions {
  readonly data: Erasable;
}

/**
 * Makes the sessions for main's requests, each in memory and guarded, and puts a guard on every other session of the app as it comes about: of none
 * of them does anything go over the network that was not announced here. To be called before any session is made.
 */
export function createWireSessions(): ElectronWireSessions {
  const guards = new WeakMap<Session, SessionGuard>();
  let hearStranger = (_host: string): void => undefined;
  let mayStay = (_name: string): boolean => false;
  const made = new Map<LocalAccountId | null, WireSession>();

  function guard(own: Session): SessionGuard {
    const there = guards.get(own) ?? guardSession(own, (host) => hearStranger(host));
    guards.set(own, there);
    return there;
  }
  app.on('session-created', guard);
  guard(session.defaultSession);

  const partitionOf = (id: LocalAccountId | null): Session =>
    session.fromPartition(id === null ? 'nobody' : `account-${id}`, { cache: false });

  function make(id: LocalAccountId | null): WireSession {
    const own = partitionOf(id);
    const { announce } = guard(own);
    own.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
    own.setPermissionCheckHandler(() => false);
    own.on('will-download', (event) => event.preventDefault());
    const cookies = cookieJarOf(own);
    // A page writes cookies past every request (`document.cookie`): what may not be here goes as soon as it is there.
    own.cookies.on('changed', (_event, { name, domain = '', path = '/', secure = false }, _cause, isGone) => {
      if (isGone || mayStay(name)) return;
      void cookies.remove({ name, host: domain.replace(/^\./, ''), path, isSecure: secure });
    });
    return {
      cookies,
      async fetch(url, init) {
        const word = randomBytes(16).toString('hex');
        const headers = new Headers(init.headers);
        const takeBack = announce(url, word, headers);
        try {
          return await own.fetch(url, { ...init, headers });
        } finally {
          takeBack();
        }
      },
      clearStorage: () => own.clearStorageData({ storages: [...otherStorage] }),
    };
  }

  return {
    of(id) {
      const there = made.get(id) ?? make(id);
      made.set(id, there);
      return there;
    },
    onStranger: (hear) => (hearStranger = hear),
    onCookie: (may) => (mayStay = may),
    data: {
      async erase(id) {
        const own = partitionOf(id);
        await Promise.all([own.clearStorageData(), own.clearCache(), own.clearAuthCache(), own.closeAllConnections()]);
        return done;
      },
      remains: async (id) => ok((await partitionOf(id).cookies.get({})).length > 0),
    },
  };
}

/** Both places as one. */
export function bothOf(one: Erasable, other: Erasable): Erasable {
  return {
    async erase(id) {
      const [first, second] = await Promise.all([one.erase(id), other.erase(id)]);
      return first.ok ? second : first;
    },
    async remains(id) {
      const [first, second] = await Promise.all([one.remains(id), other.remains(id)]);
      if (!first.ok) return first;
      return second.ok ? ok(first.value || second.value) : second;
    },
  };
}
