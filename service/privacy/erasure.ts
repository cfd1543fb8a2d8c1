import { randomUUID } from 'node:crypto';
import type { ErasureReceipt } from '../../contract/api/personal-data.ts';
import type { AccountId } from '../../contract/domain/ids.ts';
import type { AccountStore } from '../accounts/account-store.ts';
import type { Proof } from '../accounts/proof.ts';
import type { Clock } from '../clock.ts';
import type { ServiceDatabase } from '../database/database.ts';
import { ServiceProblem } from '../http/problems.ts';
import type { Departures } from '../sessions/departures.ts';
import type { StoredSession } from '../sessions/session-store.ts';
import type { Kept, KeptByLaw } from './kept-by-law.ts';

/** How accounts go. */
export interface Erasure {
  preview(accountId: AccountId): Kept[];
  /** Erases the account and everything of it but what a law keeps; `wrong-credentials`, `too-many-attempts`. Its other computers learn that they are to erase. */
  erase(caller: StoredSession, password: string, address: string): Promise<ErasureReceipt>;
  /**
   * The account turned out to be of somebody under 18 without a guardian: everything of it is deleted at once, and each of its computers learns that.
   * False when nobody has this e-mail.
   */
  findMinor(email: string): boolean;
}

export interface ErasureDeps {
  readonly database: ServiceDatabase;
  readonly store: AccountStore;
  readonly proof: Proof;
  readonly departures: Departures;
  readonly keptByLaw: KeptByLaw;
  readonly clock: Clock;
  /** Makes deleted rows unreadable on the disk. */
  forgetDeleted(): void;
}

/** What goes with an account, each by the table that holds it; bills are told apart, because they may be kept. */
const tables = {
  account: ['accounts', 'id'],
  sessions: ['sessions', 'account_id'],
  'device-keys': ['device_secrets', 'account_id'],
  'erase-requests': ['erase_requests', 'account_id'],
  history: ['history_events', 'account_id'],
  ratings: ['ratings', 'account_id'],
  'viewed-courses': ['course_viewers', 'account_id'],
  consents: ['consents', 'account_id'],
  requests: ['privacy_requests', 'account_id'],
  'support-contacts': ['support_contacts', 'account_id'],
  billing: ['billing', 'account_id'],
} as const;

/** Erasing on the accounts' store; each call is one transaction. */
export function createErasure(deps: ErasureDeps): Erasure {
  const { database, store, proof, departures, keptByLaw, clock, forgetDeleted } = deps;
  const counts = Object.entries(tables).map(([kind, [table, column]]) => ({
    kind,
    count: database.prepare<[string], number>(`SELECT count(*) FROM ${table} WHERE ${column} = ?`).pluck(),
  }));

  const erase = database.transaction(({ accountId, id }: StoredSession): ErasureReceipt => {
    const nowMs = clock.nowMs();
    const found = counts.map(({ kind, count }) => ({ kind, count: count.get(accountId) ?? 0 }));
    const kept = keptByLaw.keep(accountId);
    const keptBills = kept.find(({ kind }) => kind === 'billing')?.count ?? 0;
    const erased = found.map(({ kind, count }) => ({ kind, count: kind === 'billing' ? count - keptBills : count }));
    departures.add(accountId, 'erased', id, nowMs);
    store.delete(accountId);
    return {
      id: randomUUID(),
      erasedAt: new Date(nowMs).toISOString(),
      erased: erased.filter(({ count }) => count > 0),
      kept,
    };
  });

  const eliminate = database.transaction((accountId: AccountId): void => {
    departures.add(accountId, 'minor', null, clock.nowMs());
    store.delete(accountId);
  });

  return {
    preview: keptByLaw.preview,
    async erase(caller, password, address) {
      const account = store.get(caller.accountId);
      if (account === null) throw new ServiceProblem('session-ended');
      await proof.of(account.email, password, address);
      keptByLaw.purge();
      const receipt = erase.immediate(caller);
      forgetDeleted();
      return receipt;
    },
    findMinor(email) {
      const found = store.findByEmail(email);
      if (found === null) return false;
      eliminate.immediate(found.account.id);
      forgetDeleted();
      return true;
    },
  };
}
