import type { ConsentAction, ConsentHistory, ConsentOutcome, ConsentPlace, ConsentView } from './domain/consent.ts';

/** Requests about consent: what may be kept and sent. */
export interface ConsentRequests {
  /** Those of the open account, or of the computer while nobody is signed in. */
  'consent.read': { in: null; out: ConsentView };
  /** Decides; `language` is the one that it was shown in. Less than before is a withdrawal: it holds at once, and answers what was deleted. */
  'consent.decide': {
    in: {
      action: Exclude<ConsentAction, 'withdraw' | 'signal'>;
      functional: boolean;
      advertisement: boolean;
      place: ConsentPlace;
      language: 'en' | 'ru';
    };
    out: ConsentOutcome;
  };
  /** Tells services not to sell or share (Global Privacy Control and Do Not Track), or no more. */
  'consent.signal': { in: { on: boolean; language: 'en' | 'ru' }; out: ConsentOutcome };
  /** What was told has been read. */
  'consent.told': { in: null; out: ConsentView };
  'consent.history': { in: null; out: ConsentHistory };
  /** Asks where to, and writes the ledger there as JSON; null when the person thought better of it. */
  'consent.export': { in: { title: string }; out: { entryCount: number } | null };
}
