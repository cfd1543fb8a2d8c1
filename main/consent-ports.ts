/** The doors of consent, as `ports.ts` has the others. */
import type { CookieRegistry, PolicyList } from '../contract/api/policies.ts';
import type { ConsentEntry, ConsentFacts, ConsentLedger } from '../contract/domain/consent.ts';
import type { LocalAccountId } from '../contract/domain/ids.ts';
import type { Result } from '../contract/result.ts';

/** A decision before it has its place in the ledger. */
export type NewConsent = Omit<ConsentFacts, 'sequence' | 'previousHash'>;

/** A ledger as it lies on the disk, oldest first, and whether each entry has the hash it should have and follows the one before it. */
export interface KeptLedger {
  readonly entries: readonly ConsentEntry[];
  readonly isChained: boolean;
  /** The last entry, by itself, is as it was written. */
  readonly isLastSound: boolean;
}

/** The end of a ledger as it was last seen, kept in another file: a ledger that was cut or written anew does not fit to it. */
export interface LedgerEnd {
  readonly sequence: number;
  readonly hash: string;
}

/** What belongs to the choices and may change. */
export interface ConsentMarks {
  /** Null: never said. */
  readonly optOutSignal: boolean | null;
  /** What was told of versions of the policy, and read. */
  readonly told: readonly string[];
  /** The entry that an account has taken over; only of the computer. */
  readonly carriedId: string | null;
}

/** The ledgers: the account's in its encrypted library (`signed-out` when none is open), the computer's in `computer.db`. */
export interface ConsentStore {
  read(ledger: ConsentLedger): Promise<Result<KeptLedger>>;
  /** Writes an entry behind the last one; with `leavesGap` a number is left out, so that a break is seen for ever. */
  append(ledger: ConsentLedger, entry: NewConsent, leavesGap: boolean): Promise<Result<ConsentEntry>>;
  marks(ledger: ConsentLedger): Promise<Result<ConsentMarks>>;
  writeMarks(ledger: ConsentLedger, marks: ConsentMarks): Promise<Result<null>>;
  /** The end of an account's ledger, or of the computer's (null). */
  end(account: LocalAccountId | null): Promise<Result<LedgerEnd | null>>;
  writeEnd(account: LocalAccountId | null, end: LedgerEnd): Promise<Result<null>>;
  /** Decisions of the account that the service does not have yet, oldest first. */
  untold(): Promise<Result<readonly ConsentEntry[]>>;
  told(entryId: string): Promise<Result<null>>;
  /** What the service last said of its policies and cookies. */
  lists(): Promise<Result<PrivacyLists>>;
  keepLists(lists: PrivacyLists): Promise<Result<null>>;
}

/** What the service says of its policies and cookies; null: not known yet. */
export interface PrivacyLists {
  readonly policies: PolicyList['privacy'] | null;
  readonly items: CookieRegistry['items'] | null;
}
