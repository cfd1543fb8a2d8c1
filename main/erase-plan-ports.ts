/** The doors of erasing by kind, and of the receipt, as `ports.ts` has the others. */
import type { EntryCount, EntryKind, ReceiptDocument } from '../contract/domain/erase-plan.ts';
import type { Result } from '../contract/result.ts';

/** What was found of deleted values in the whole file, deciphered. */
export interface FoundTraces {
  /** How many values are looked for. */
  readonly valueCount: number;
  readonly foundCount: number;
  readonly readBytes: number;
}

/** Entries in the encrypted library by their kind. */
export interface EntriesStore {
  count(): Promise<Result<readonly EntryCount[]>>;
  /** Remembers in the worker's memory how the rows of these kinds are written, and looks whether that finds them; null: the file is too large to be read as a whole. */
  remember(kinds: readonly EntryKind[]): Promise<Result<FoundTraces | null>>;
  /**
   * Deletes the entries for good. Ratings stay as withdrawn until the service was told; of downloads only what was chosen for courses goes: their
   * files and rows are the downloads' own.
   */
  erase(input: { readonly kinds: readonly EntryKind[]; readonly nowMs: number }): Promise<Result<null>>;
  /** Looks for what was remembered, and forgets it; null: nothing was, or the file is too large. */
  look(): Promise<Result<FoundTraces | null>>;
}

/** Makes a document (PDF) of a page; a page with nothing outside of itself. */
export type PrintPage = (html: string) => Promise<Result<Uint8Array>>;

/** Asks where a receipt is to be saved and saves it; false when the person thought better of it. */
export type SaveReceipt = (input: {
  readonly document: ReceiptDocument;
  readonly fileName: string;
  readonly format: 'html' | 'pdf';
}) => Promise<Result<boolean>>;
