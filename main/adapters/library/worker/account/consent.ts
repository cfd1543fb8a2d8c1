import type { ConsentEntry } from '../../../../../contract/domain/consent.ts';
import type { Handlers } from '../../messages.ts';
import type { ConsentAccountCalls } from '../../messages-consent.ts';
import { appendConsent, entryOf, readLedger } from '../consent/ledger.ts';
import { readMarks, writeMarks } from '../consent/marks.ts';
import type { LibraryStatements } from './tables.ts';

/** What each call does with the account's ledger of consent. */
export const consentHandlers: Handlers<ConsentAccountCalls, LibraryStatements> = {
  'consent.read': readLedger,
  'consent.append': (store, input) => {
    const entry = appendConsent(store, input);
    store.run(store.build.insertInto('consent_outbox').values({ entry_id: entry.id }));
    return entry;
  },
  'consent.marks': readMarks,
  'consent.write-marks': writeMarks,
  'consent.untold': untold,
  'consent.told': (store, entryId) => {
    store.run(store.build.deleteFrom('consent_outbox').where('entry_id', '=', entryId));
    return null;
  },
};

function untold(store: LibraryStatements): readonly ConsentEntry[] {
  const rows = store.all(
    store.build
      .selectFrom('consents')
      .innerJoin('consent_outbox', 'consent_outbox.entry_id', 'consents.id')
      .selectAll('consents')
      .orderBy('sequence'),
  );
  return rows.flatMap((row) => entryOf(row) ?? []);
}
