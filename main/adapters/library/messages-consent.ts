import type { ConsentEntry } from '../../../contract/domain/consent.ts';
import type { LocalAccountId } from '../../../contract/domain/ids.ts';
import type { ConsentMarks, KeptLedger, LedgerEnd, NewConsent, PrivacyLists } from '../../consent-ports.ts';

interface AppendConsent {
  readonly entry: NewConsent;
  readonly leavesGap: boolean;
}

/** Calls on the ledger of the open account. */
export interface ConsentAccountCalls {
  'consent.read': { in: null; out: KeptLedger };
  'consent.append': { in: AppendConsent; out: ConsentEntry };
  'consent.marks': { in: null; out: ConsentMarks };
  'consent.write-marks': { in: ConsentMarks; out: null };
  'consent.untold': { in: null; out: readonly ConsentEntry[] };
  'consent.told': { in: string; out: null };
}

/** Calls on the ledger of the computer, and on what is kept beside all ledgers. */
export interface ConsentComputerCalls {
  'computer.read-consents': { in: null; out: KeptLedger };
  'computer.append-consent': { in: AppendConsent; out: ConsentEntry };
  'computer.consent-marks': { in: null; out: ConsentMarks };
  'computer.write-consent-marks': { in: ConsentMarks; out: null };
  'computer.consent-end': { in: LocalAccountId | null; out: LedgerEnd | null };
  'computer.write-consent-end': { in: { readonly account: LocalAccountId | null; readonly end: LedgerEnd }; out: null };
  'computer.privacy-lists': { in: null; out: PrivacyLists };
  'computer.keep-privacy-lists': { in: PrivacyLists; out: null };
}
