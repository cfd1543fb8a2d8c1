import { profileColours } from '../../../../../contract/domain/account.ts';
import type { LocalAccountId } from '../../../../../contract/domain/ids.ts';
import type { KnownAccount } from '../../../../ports.ts';
import type { AccountChange } from '../../messages.ts';
import type { ComputerStatements, ComputerTables } from './tables.ts';

/** Accounts known here, last used first. */
export function listAccounts(store: ComputerStatements): readonly KnownAccount[] {
  const query = store.build.selectFrom('accounts').selectAll().orderBy('last_used_at_ms', 'desc').orderBy('number');
  return store.all(query).map(toAccount);
}

/** Keeps what changed of an account; a new one gets the next number, and a colour that is least in use. */
export function putAccount(store: ComputerStatements, { id, change }: AccountChange): KnownAccount {
  const known = listAccounts(store);
  const current = known.find((account) => account.id === id) ?? {
    id,
    number: nextNumber(store),
    label: null,
    colour: colourFor(known),
    remembered: false,
    lastUsedAtMs: 0,
    erasesOnQuit: false,
  };
  const account: KnownAccount = { ...current, ...change };
  const { id: _id, ...row } = toRow(account);
  store.run(
    store.build
      .insertInto('accounts')
      .values({ id, ...row })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(row)),
  );
  return account;
}

/** Forgets an account; the connection overwrites what it deletes with zeros. */
export function forgetAccount(store: ComputerStatements, id: LocalAccountId): null {
  store.run(store.build.deleteFrom('accounts').where('id', '=', id));
  return null;
}

/** Takes accounts whose folders are on disk into a new computer file, so that losing the old one loses no library. */
export function adoptAccounts(store: ComputerStatements, ids: readonly LocalAccountId[]): void {
  for (const id of ids) putAccount(store, { id, change: {} });
}

type Row = ComputerTables['accounts'];

function toAccount(row: Row): KnownAccount {
  return {
    id: row.id,
    number: row.number,
    label: row.label,
    // A colour of a newer app that this one does not know.
    colour: profileColours.find((colour) => colour === row.colour) ?? profileColours[0],
    remembered: row.remembered === 1,
    lastUsedAtMs: row.last_used_at_ms,
    erasesOnQuit: row.erases_on_quit === 1,
  };
}

function toRow({ id, number, label, colour, remembered, lastUsedAtMs, erasesOnQuit }: KnownAccount): Row {
  return {
    id,
    number,
    label,
    colour,
    remembered: remembered ? 1 : 0,
    last_used_at_ms: lastUsedAtMs,
    erases_on_quit: erasesOnQuit ? 1 : 0,
  };
}

function nextNumber(store: ComputerStatements): number {
  const last = store.first(store.build.selectFrom('profile_counter').select('last'))?.last ?? 0;
  const row = { last: last + 1 };
  store.run(
    store.build
      .insertInto('profile_counter')
      .values({ only: 1, ...row })
      .onConflict((conflict) => conflict.column('only').doUpdateSet(row)),
  );
  return row.last;
}

function colourFor(known: readonly KnownAccount[]): KnownAccount['colour'] {
  const uses = (colour: string) => known.filter((account) => account.colour === colour).length;
  return profileColours.toSorted((one, other) => uses(one) - uses(other))[0] ?? profileColours[0];
}
