import type { AccountId } from '../../contract/domain/ids.ts';
import type { ServiceDatabase } from '../database/database.ts';

const monthly = [
  ['2026-08-01', 'LECTOROOM, August 2026 (sample)'],
  ['2026-09-01', 'LECTOROOM, September 2026 (sample)'],
  ['2026-10-01', 'LECTOROOM, October 2026 (sample)'],
] as const;

/** Gives a sample account what a subscriber of a while would have: bills, and the first one a card and a letter to support. */
export function seedSampleAffairs(database: ServiceDatabase, id: AccountId, isFirst: boolean): void {
  const bill = database.prepare('INSERT INTO billing (account_id, on_date, description, amount) VALUES (?, ?, ?, ?)');
  for (const [onDate, description] of monthly) bill.run(id, onDate, description, 'EUR 9.00');
  if (!isFirst) return;
  database.prepare("UPDATE accounts SET card_brand = 'Visa (sample)', card_last_four = '4242' WHERE id = ?").run(id);
  database
    .prepare('INSERT INTO support_contacts (account_id, at_ms, reason, text) VALUES (?, ?, ?, ?)')
    .run(id, Date.UTC(2026, 8, 14, 10, 30), 'billing', 'Where do I find my bills? (sample)');
}
