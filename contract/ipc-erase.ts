import type { EntryKind, EraseReceipt, ErasePreview, KeptByLaw, ReceiptDocument } from './domain/erase-plan.ts';

/** Requests about erasing. */
export interface EraseRequests {
  'erase.preview': { in: null; out: ErasePreview };
  /** What the service would have to keep of the account, by law and until when; needs the service. */
  'erase.keptByLaw': { in: null; out: readonly KeptByLaw[] };
  /** Deletes all entries of these kinds for good, and looks in the file whether anything is left of them. */
  'erase.entries': { in: { kinds: readonly EntryKind[] }; out: EraseReceipt };
  /** Signs out and erases everything of the account on this computer. */
  'erase.computer': { in: null; out: EraseReceipt };
  /**
   * Erases the account at the service, then everything of it here. `wrong-credentials` without its password, `bad-request` when `email` is not the
   * account's, `service-unreachable` when nobody answered: then nothing is erased here either.
   */
  'erase.service': { in: { email: string; password: string }; out: EraseReceipt };
  /** The receipt of what was erased last, until it is put away; also when nobody is signed in any more. */
  'erase.receipt': { in: null; out: EraseReceipt | null };
  'erase.putAway': { in: null; out: null };
  /** Asks where to save it and writes it there: a page, or for a name that ends in `.pdf` a document. `saved` is false when the person thought better of it. */
  'erase.saveReceipt': {
    in: { document: ReceiptDocument; fileName: string; format: 'html' | 'pdf' };
    out: { saved: boolean };
  };
}
