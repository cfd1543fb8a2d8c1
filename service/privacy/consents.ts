import { ConsentRecord } from '../../contract/api/policies.ts';
import type { AccountId } from '../../contract/domain/ids.ts';
import type { ServiceDatabase } from '../database/database.ts';

/** What people decided about the categories, as their computers told it. */
export interface Consents {
  /** Told twice it is kept once, as it was first told. */
  add(accountId: AccountId, record: ConsentRecord): void;
  /** Newest decision first. */
  ofAccount(accountId: AccountId): ConsentRecord[];
}

interface Row {
  readonly id: string;
  readonly policy_version: string;
  readonly action: string;
  readonly functional: number;
  readonly advertisement: number;
  readonly decided_at: string;
}

/** Keeps decisions in the database. */
export function createConsents(database: ServiceDatabase): Consents {
  const insert = database.prepare(
    `INSERT INTO consents (account_id, id, policy_version, action, functional, advertisement, decided_at)
     VALUES (@accountId, @id, @policyVersion, @action, @functional, @advertisement, @decidedAt) ON CONFLICT DO NOTHING`,
  );
  const list = database.prepare<[string], Row>(
    'SELECT * FROM consents WHERE account_id = ? ORDER BY julianday(decided_at) DESC, id LIMIT 10000',
  );
  return {
    add: (accountId, { functional, advertisement, ...record }) =>
      void insert.run({
        ...record,
        accountId,
        functional: functional ? 1 : 0,
        advertisement: advertisement ? 1 : 0,
      }),
    ofAccount: (accountId) =>
      list.all(accountId).map((row) =>
        ConsentRecord.parse({
          id: row.id,
          policyVersion: row.policy_version,
          action: row.action,
          functional: row.functional === 1,
          advertisement: row.advertisement === 1,
          decidedAt: row.decided_at,
        }),
      ),
  };
}
