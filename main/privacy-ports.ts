/** The doors of what is sent and kept by consent, as `ports.ts` has the others. */
import type { PrivacyCategory, PrivacyState, Purpose } from '../contract/domain/privacy.ts';
import type { Result } from '../contract/result.ts';

/** One request as the network ledger keeps it: no path and no query, which could say what a person watches. */
export interface NetworkRecord {
  /** Milliseconds since 1970, UTC, when it began. */
  readonly atMs: number;
  /** Host and port. */
  readonly host: string;
  /** Null: nobody declared why; such a request is refused. */
  readonly purpose: Purpose | null;
  readonly category: PrivacyCategory | null;
  readonly sentBytes: number;
  readonly receivedBytes: number;
  /** `answered` with a status below 400, `failed` by the service or the line, `refused` by the app itself before anything was sent. */
  readonly result: 'answered' | 'failed' | 'refused';
  /** HTTP status (RFC 9110 §15); null when there was no answer. */
  readonly status: number | null;
  readonly durationMs: number;
}

/** Where the gate tells of each request; never waits, never fails. */
export interface NetworkSink {
  record(entry: NetworkRecord): void;
}

/** What the gate asks before each request; synchronous, because nothing may be sent meanwhile. */
export interface PrivacyRules {
  state(): PrivacyState;
  /** The category that the service's registry gives a cookie or stored item; null: it is not registered, so it is refused. */
  categoryOf(name: string): PrivacyCategory | null;
}

/** A cookie or stored item that is here. */
export interface StoredItem {
  /** Opaque; names it for deleting. */
  readonly id: string;
  readonly name: string;
  readonly kind: 'cookie' | 'storage';
  readonly host: string;
  readonly category: PrivacyCategory | null;
  readonly sizeBytes: number;
  /** Milliseconds since 1970, UTC; null: until the session ends. */
  readonly expiresAtMs: number | null;
}

/** Cookies and storage of the open account's session. */
export interface StoredItems {
  list(): Promise<Result<readonly StoredItem[]>>;
  /** Deletes these, or with null all of them; answers what is gone. */
  remove(ids: readonly string[] | null): Promise<Result<readonly StoredItem[]>>;
  /** Deletes what is not allowed now; answers what is gone. */
  sweep(): Promise<Result<readonly StoredItem[]>>;
}
