import type { AllowedCategories, ConsentEntry, ConsentLedger } from '../../../contract/domain/consent.ts';
import type { LocalAccountId } from '../../../contract/domain/ids.ts';
import { ok } from '../../../contract/result.ts';
import type { Result } from '../../../contract/result.ts';
import type { ConsentMarks, ConsentStore, LedgerEnd, NewConsent } from '../../consent-ports.ts';

/** A ledger that was read, with what is known of it in memory. */
export interface OpenLedger {
  readonly ledger: ConsentLedger;
  /** Null: the computer's own. */
  readonly account: LocalAccountId | null;
  /** Oldest first. */
  readonly entries: readonly ConsentEntry[];
  readonly marks: ConsentMarks;
  /** Every entry is as it was written, none is missing, also at the end. */
  readonly isIntact: boolean;
  /** The last entry is what this app wrote last: what it says holds. */
  readonly isEndSound: boolean;
  /** A withdrawal that could not be written down holds all the same, until the app ends. */
  readonly withdrawn: AllowedCategories | null;
}

/** Reads a ledger and looks whether it is whole. */
export async function openLedger(store: ConsentStore, account: LocalAccountId | null): Promise<Result<OpenLedger>> {
  const ledger: ConsentLedger = account === null ? 'computer' : 'account';
  const kept = await store.read(ledger);
  if (!kept.ok) return kept;
  const marks = await store.marks(ledger);
  if (!marks.ok) return marks;
  const end = await store.end(account);
  if (!end.ok) return end;
  const { entries, isChained, isLastSound } = kept.value;
  const fits = fitsEnd(entries, end.value);
  const last = entries.at(-1);
  // The end is written after the entry: an app that was killed between the two left it one behind.
  if (fits && isChained && last !== undefined && last.sequence !== end.value?.sequence) {
    await store.writeEnd(account, endOf(last));
  }
  return ok({
    ledger,
    account,
    entries,
    marks: marks.value,
    isIntact: isChained && fits,
    isEndSound: fits && (isChained || (isLastSound && isLast(entries, end.value))),
    withdrawn: null,
  });
}

/** Writes a decision behind the last one. A break that the end of the ledger shows becomes a gap in its numbers, which stays to be seen. */
export async function addEntry(store: ConsentStore, open: OpenLedger, entry: NewConsent): Promise<Result<OpenLedger>> {
  const written = await store.append(open.ledger, entry, !open.isEndSound);
  if (!written.ok) return written;
  await store.writeEnd(open.account, endOf(written.value));
  return ok({
    ...open,
    entries: [...open.entries, written.value],
    isIntact: open.isIntact && open.isEndSound,
    isEndSound: true,
    withdrawn: null,
  });
}

/** Keeps what may change beside the ledger. */
export async function keepMarks(
  store: ConsentStore,
  open: OpenLedger,
  change: Partial<ConsentMarks>,
): Promise<Result<OpenLedger>> {
  const marks = { ...open.marks, ...change };
  const written = await store.writeMarks(open.ledger, marks);
  return written.ok ? ok({ ...open, marks }) : written;
}

function endOf({ sequence, hash }: ConsentEntry): LedgerEnd {
  return { sequence, hash };
}

/** No end: the file that had it is a new one, and nothing can be said against the ledger. */
function fitsEnd(entries: readonly ConsentEntry[], end: LedgerEnd | null): boolean {
  return end === null || entries.some(({ sequence, hash }) => sequence === end.sequence && hash === end.hash);
}

/** A ledger with an old break inside holds all the same when its last entry is the one that was written last. */
function isLast(entries: readonly ConsentEntry[], end: LedgerEnd | null): boolean {
  return end !== null && entries.at(-1)?.sequence === end.sequence;
}
