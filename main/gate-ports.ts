/** The doors of the gate, through which everything goes that the app sends, as `ports.ts` has the others. */
import type { LocalAccountId } from '../contract/domain/ids.ts';
import type { Result } from '../contract/result.ts';

/** A cookie (RFC 6265bis) as it lies in a session and in the library. */
export interface KeptCookie {
  readonly name: string;
  readonly value: string;
  /** The host alone, without a dot in front: a cookie for a whole domain is never kept. */
  readonly host: string;
  readonly path: string;
  readonly isSecure: boolean;
  readonly isHttpOnly: boolean;
  readonly sameSite: 'unspecified' | 'none' | 'lax' | 'strict';
  /** Milliseconds since 1970, UTC; null: until the session ends. */
  readonly expiresAtMs: number | null;
}

/** The cookies of one session; what cannot be read or written is as if it were not there. */
export interface CookieJar {
  all(): Promise<readonly KeptCookie[]>;
  /** What goes along to this address, in the order of RFC 6265bis §5.8.3. */
  cookiesFor(url: string): Promise<readonly KeptCookie[]>;
  put(cookie: KeptCookie): Promise<void>;
  remove(cookie: Pick<KeptCookie, 'name' | 'host' | 'path' | 'isSecure'>): Promise<void>;
}

/** What one account's requests go through: its own connections, cookies and storage, in memory. */
export interface WireSession {
  /** Sends as it is told: without cookies of its own, without a cache, without following a redirect. */
  fetch(url: string, init: RequestInit): Promise<Response>;
  readonly cookies: CookieJar;
  /** Empties whatever else a page could have put there (local storage, IndexedDB, caches, service workers). */
  clearStorage(): Promise<void>;
}

/** The sessions, one for each account and one for nobody (null). */
export interface WireSessions {
  of(accountId: LocalAccountId | null): WireSession;
  /** Tells from now on of requests that nobody announced and that were therefore refused, by host. */
  onStranger(hear: (host: string) => void): void;
  /** Which of the cookies that turn up by themselves may stay, from now on. */
  onCookie(mayStay: (name: string) => boolean): void;
}

/** Cookies that outlive the app, in the open account's library. */
export interface CookieStore {
  read(): Promise<Result<readonly KeptCookie[]>>;
  /** In the place of all that were there; what goes is deleted for good. */
  replace(cookies: readonly KeptCookie[]): Promise<Result<null>>;
}

/** What holds for what is sent beside the gate, by a worker that asks before each request. */
export interface SendingRules {
  /** Whether lectures may be asked for now. */
  readonly isAllowed: boolean;
  /** Whether `Sec-GPC: 1` and `DNT: 1` go along. */
  readonly optOutSignal: boolean;
}
