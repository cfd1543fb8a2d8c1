import { type ConsentEntry, ConsentFacts } from '../../../../../contract/domain/consent.ts';
import type { KeptLedger, NewConsent } from '../../../../consent-ports.ts';
import { parseJson } from '../computer/parse-json.ts';
import { canonicalJson, genesisHash, hashOf, isChained, isUnchanged } from './chain.ts';
import type { ConsentStatements, ConsentTables } from './tables.ts';

type Row = ConsentTables['consents'];

/** Every entry that can be read, oldest first; one that cannot breaks the chain. */
export function readLedger(store: ConsentStatements): KeptLedger {
  const rows = store.all(store.build.selectFrom('consents').selectAll().orderBy('sequence'));
  const entries = rows.map(entryOf);
  const readable = entries.flatMap((entry) => (entry === null ? [] : [entry]));
  const last = entries.at(-1);
  return {
    entries: readable,
    isChained: readable.length === rows.length && isChained(readable),
    isLastSound: last === undefined || (last !== null && isUnchanged(last)),
  };
}

/** Writes an entry behind the last one, whatever that is; with `leavesGap` a number is left out for ever. */
export function appendConsent(
  store: ConsentStatements,
  { entry, leavesGap }: { readonly entry: NewConsent; readonly leavesGap: boolean },
): ConsentEntry {
  const last = store.first(
    store.build.selectFrom('consents').select(['sequence', 'hash']).orderBy('sequence', 'desc').limit(1),
  );
  const facts: ConsentFacts = {
    ...entry,
    sequence: (last?.sequence ?? 0) + (leavesGap ? 2 : 1),
    previousHash: last?.hash ?? genesisHash,
  };
  const hash = hashOf(facts);
  const row: Row = { sequence: facts.sequence, id: facts.id, facts: canonicalJson(facts), hash };
  store.run(store.build.insertInto('consents').values(row));
  return { ...facts, hash };
}

/** Null for a row whose columns contradict its facts, or that is nothing that this app writes. */
export function entryOf({ sequence, id, facts, hash }: Row): ConsentEntry | null {
  const read = ConsentFacts.safeParse(parseJson(facts));
  if (!read.success || read.data.sequence !== sequence || read.data.id !== id) return null;
  return canonicalJson(read.data) === facts ? { ...read.data, hash } : null;
}
