import { randomBytes } from 'node:crypto';
import type { z } from 'zod';
import type { LegallyKept } from '../../contract/api/personal-data.ts';
import type { AccountId } from '../../contract/domain/ids.ts';
import type { Clock } from '../clock.ts';
import type { ServiceDatabase } from '../database/database.ts';
import { dayOf, yearsLater } from './calendar.ts';
import type { PrivacyRequests } from './privacy-requests.ts';

/** Records of one kind that stay although the account goes. */
export type Kept = z.infer<typeof LegallyKept>;

/** Years that a record is kept from its own date. */
export const legalYears = { billing: 10, 'request-log': 1 } as const satisfies Record<Kept['kind'], number>;

/** What a law makes the service keep of an account that is erased. */
export interface KeptByLaw {
  /** What would be kept, and until when the last of each kind. */
  preview(accountId: AccountId): Kept[];
  /** Puts it aside under a pseudonym that nothing leads back from; the account is deleted afterwards. Part of the caller's transaction. */
  keep(accountId: AccountId): Kept[];
  /** Deletes what need not be kept any more. */
  purge(): void;
}

interface LegalRecord {
  readonly kind: Kept['kind'];
  readonly record: unknown;
  readonly keptUntil: string;
}

/** Keeps it in a table of its own. */
export function createKeptByLaw(deps: {
  readonly database: ServiceDatabase;
  readonly clock: Clock;
  readonly requests: Pick<PrivacyRequests, 'ofAccount'>;
  readonly forgetDeleted: () => void;
}): KeptByLaw {
  const { database, clock, requests, forgetDeleted } = deps;
  const bills = database.prepare<[string], { on_date: string; description: string; amount: string }>(
    'SELECT on_date, description, amount FROM billing WHERE account_id = ? ORDER BY on_date',
  );
  const insert = database.prepare(
    'INSERT INTO kept_by_law (pseudonym, kind, record, kept_until) VALUES (@pseudonym, @kind, @record, @keptUntil)',
  );
  const purge = database.prepare('DELETE FROM kept_by_law WHERE kept_until < ?');

  function recordsOf(accountId: AccountId): readonly LegalRecord[] {
    const billing = bills.all(accountId).map(({ on_date: on, description, amount }) => ({
      kind: 'billing' as const,
      record: { on, description, amount },
      keptUntil: yearsLater(on, legalYears.billing),
    }));
    // That something was asked, when, and how it ended: never the person's words.
    const log = requests.ofAccount(accountId).map(({ kind, receivedAt, dueAt, state }) => ({
      kind: 'request-log' as const,
      record: { kind, receivedOn: receivedAt.slice(0, 10), dueOn: dueAt.slice(0, 10), state },
      keptUntil: yearsLater(receivedAt.slice(0, 10), legalYears['request-log']),
    }));
    const today = dayOf(clock.nowMs());
    return [...billing, ...log].filter(({ keptUntil }) => keptUntil >= today);
  }

  function summed(records: readonly LegalRecord[]): Kept[] {
    return (['billing', 'request-log'] as const).flatMap((kind) => {
      const dates = records.filter((record) => record.kind === kind).map(({ keptUntil }) => keptUntil);
      const keptUntil = dates.toSorted().at(-1);
      return keptUntil === undefined ? [] : [{ kind, count: dates.length, keptUntil }];
    });
  }

  return {
    preview: (accountId) => summed(recordsOf(accountId)),
    keep(accountId) {
      const records = recordsOf(accountId);
      const pseudonym = randomBytes(12).toString('hex');
      for (const { record, ...row } of records) insert.run({ ...row, pseudonym, record: JSON.stringify(record) });
      return summed(records);
    },
    purge() {
      if (purge.run(dayOf(clock.nowMs())).changes > 0) forgetDeleted();
    },
  };
}
