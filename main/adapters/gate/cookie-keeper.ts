import type { PrivacyCategory } from '../../../contract/domain/privacy.ts';
import type { LocalAccountId } from '../../../contract/domain/ids.ts';
import { ok } from '../../../contract/result.ts';
import type { CookieStore, KeptCookie, WireSession, WireSessions } from '../../gate-ports.ts';
import type { Clock } from '../../ports.ts';
import type { StoredItem, StoredItems } from '../../privacy-ports.ts';

/** What the keeper works with. */
export interface CookieKeeperDeps {
  readonly sessions: WireSessions;
  /** Whose library is open; null: nobody's. */
  readonly account: () => LocalAccountId | null;
  readonly store: CookieStore;
  readonly mayKeep: (name: string) => boolean;
  readonly categoryOf: (name: string) => PrivacyCategory | null;
  readonly clock: Clock;
}

/** Chooses the session of whoever is signed in, and keeps its cookies in the library between two runs of the app. */
export interface CookieKeeper extends StoredItems {
  /** The session for the next request; an account's has its kept cookies back in it. */
  session(): Promise<WireSession>;
  /** Somebody else may be signed in now, or nobody. */
  accountChanged(): void;
  /** Before the library closes: writes what is not written, and empties the account's session. */
  close(): Promise<void>;
}

interface Current {
  readonly id: LocalAccountId | null;
  readonly session: WireSession;
  readonly ready: Promise<void>;
  readonly write: () => Promise<void>;
  readonly end: () => Promise<void>;
}

const writeAfterMs = 2000;

/** Makes it. */
export function createCookieKeeper(deps: CookieKeeperDeps): CookieKeeper {
  let current: Current | null = null;
  /** An account that is closing, though it is still open: what is asked now goes as nobody's. */
  let closing: LocalAccountId | null = null;

  function now(): Current {
    const open = deps.account();
    const id = open === closing ? null : open;
    if (current?.id === id && current !== null) return current;
    const before = current;
    current = begin(deps, id);
    void before?.end();
    return current;
  }

  async function removeThose(goes: (item: StoredItem) => boolean, empties: boolean): ReturnType<StoredItems['remove']> {
    const { session, ready, write } = now();
    await ready;
    const gone: StoredItem[] = [];
    for (const cookie of await session.cookies.all()) {
      const item = itemOf(cookie, deps);
      if (!goes(item)) continue;
      await session.cookies.remove(cookie);
      gone.push(item);
    }
    if (empties) await session.clearStorage();
    await write();
    return ok(gone);
  }

  return {
    async session() {
      const { session, ready } = now();
      await ready;
      return session;
    },
    accountChanged() {
      if (deps.account() !== closing) closing = null;
    },
    async close() {
      const ending = current;
      closing = deps.account();
      current = null;
      if (ending === null) return;
      await ending.ready;
      await ending.write();
      await ending.end();
    },
    async list() {
      const { session, ready } = now();
      await ready;
      return ok((await session.cookies.all()).map((cookie) => itemOf(cookie, deps)));
    },
    remove: (ids) => removeThose(({ id }) => ids === null || ids.includes(id), ids === null),
    sweep: () => removeThose(({ name }) => !deps.mayKeep(name), true),
  };
}

function itemOf(cookie: KeptCookie, deps: Pick<CookieKeeperDeps, 'categoryOf'>): StoredItem {
  const { name, value, host, path, expiresAtMs } = cookie;
  const sizeBytes = Buffer.byteLength(name + value);
  const id = JSON.stringify([host, path, name]);
  return { id, name, kind: 'cookie', host, category: deps.categoryOf(name), sizeBytes, expiresAtMs };
}

function begin(deps: CookieKeeperDeps, id: LocalAccountId | null): Current {
  const { store, clock } = deps;
  const own = deps.sessions.of(id);
  let isOver = false;
  let callOff: (() => void) | null = null;

  async function write(): Promise<void> {
    callOff?.();
    callOff = null;
    if (id === null || isOver || deps.account() !== id) return;
    await store.replace((await own.cookies.all()).filter(({ expiresAtMs }) => expiresAtMs !== null));
  }

  function writeSoon(): void {
    callOff ??= clock.after(writeAfterMs, () => void write());
  }

  async function restore(): Promise<void> {
    if (id === null) return;
    const kept = await store.read();
    if (!kept.ok) return;
    const nowMs = clock.nowMs();
    const stays = kept.value.filter(
      ({ name, expiresAtMs }) => deps.mayKeep(name) && (expiresAtMs === null || expiresAtMs > nowMs),
    );
    for (const cookie of stays) await own.cookies.put(cookie);
    if (stays.length < kept.value.length) await write();
  }

  const session: WireSession = {
    ...own,
    cookies: {
      ...own.cookies,
      // An answer that comes late must not put anything into a session that was emptied.
      async put(cookie) {
        if (isOver) return;
        await own.cookies.put(cookie);
        writeSoon();
      },
      async remove(cookie) {
        await own.cookies.remove(cookie);
        writeSoon();
      },
    },
  };
  return {
    id,
    session,
    ready: restore(),
    write,
    async end() {
      isOver = true;
      callOff?.();
      for (const cookie of await own.cookies.all()) await own.cookies.remove(cookie);
      await own.clearStorage();
    },
  };
}
