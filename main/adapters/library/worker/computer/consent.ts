import { CookieRegistry, PolicyList } from '../../../../../contract/api/policies.ts';
import type { LocalAccountId } from '../../../../../contract/domain/ids.ts';
import type { LedgerEnd, PrivacyLists } from '../../../../consent-ports.ts';
import type { Handlers } from '../../messages.ts';
import type { ConsentComputerCalls } from '../../messages-consent.ts';
import { appendConsent, readLedger } from '../consent/ledger.ts';
import { readMarks, writeMarks } from '../consent/marks.ts';
import { readOnlyValue, writeOnlyValue } from './only-value.ts';
import type { ComputerStatements } from './tables.ts';

/** The name of the computer's own ledger; no account's id is like it. */
const own = 'computer';

/** What each call does with the computer's ledger of consent, and with the ends of all ledgers. */
export const consentHandlers: Handlers<ConsentComputerCalls, ComputerStatements> = {
  'computer.read-consents': readLedger,
  'computer.append-consent': appendConsent,
  'computer.consent-marks': readMarks,
  'computer.write-consent-marks': writeMarks,
  'computer.consent-end': ledgerEnd,
  'computer.write-consent-end': (store, { account, end }) => {
    const row = { sequence: end.sequence, hash: end.hash };
    store.run(
      store.build
        .insertInto('consent_ends')
        .values({ ledger: account ?? own, ...row })
        .onConflict((conflict) => conflict.column('ledger').doUpdateSet(row)),
    );
    return null;
  },
  'computer.privacy-lists': privacyLists,
  'computer.keep-privacy-lists': (store, lists) => writeOnlyValue(store, 'privacy_lists', lists),
};

/** The end of a ledger of an account is forgotten with the account. */
export function forgetLedgerEnd(store: ComputerStatements, account: LocalAccountId): void {
  store.run(store.build.deleteFrom('consent_ends').where('ledger', '=', account));
}

function ledgerEnd(store: ComputerStatements, account: LocalAccountId | null): LedgerEnd | null {
  const row = store.first(
    store.build
      .selectFrom('consent_ends')
      .select(['sequence', 'hash'])
      .where('ledger', '=', account ?? own),
  );
  return row ?? null;
}

/** What makes no sense counts as not known: it is fetched again. */
function privacyLists(store: ComputerStatements): PrivacyLists {
  const kept = readOnlyValue(store, 'privacy_lists') as Partial<PrivacyLists> | null | undefined;
  const policies = PolicyList.safeParse({ privacy: kept?.policies });
  const items = CookieRegistry.safeParse({ items: kept?.items });
  return {
    policies: policies.success ? policies.data.privacy : null,
    items: items.success ? items.data.items : null,
  };
}
