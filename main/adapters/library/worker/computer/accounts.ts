import type { LocalAccountId } from '../../../../../contract/domain/ids.ts';
import type { KnownAccount } from '../../../../ports.ts';
import type { ComputerStatements } from './tables.ts';

/** Accounts known here, last used first. */
export function listAccounts(store: ComputerStatements): readonly KnownAccount[] {
  const query = store.build.selectFrom('accounts').selectAll().orderBy('last_used_at_ms', 'desc').orderBy('id');
  return store
    .all(query)
    .map((row) => ({ id: row.id, remembered: row.remembered === 1, lastUsedAtMs: row.last_used_at_ms }));
}

/** Keeps an account, new or changed. */
export function putAccount(store: ComputerStatements, account: KnownAccount): null {
  const row = { remembered: account.remembered ? (1 as const) : (0 as const), last_used_at_ms: account.lastUsedAtMs };
  store.run(
    store.build
      .insertInto('accounts')
      .values({ id: account.id, ...row })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(row)),
  );
  return null;
}

/** Forgets an account; the connection overwrites what it deletes with zeros. */
export function forgetAccount(store: ComputerStatements, id: LocalAccountId): null {
  store.run(store.build.deleteFrom('accounts').where('id', '=', id));
  return null;
}

/** Takes accounts whose folders are on disk into a new computer file, so that losing the old one loses no library. */
export function adoptAccounts(store: ComputerStatements, ids: readonly LocalAccountId[]): void {
  for (const id of ids) putAccount(store, { id, remembered: false, lastUsedAtMs: 0 });
}
