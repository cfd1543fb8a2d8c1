import type { AccountId, SessionId } from '../../contract/domain/ids.ts';
import type { ServiceDatabase } from '../database/database.ts';
import { hashToken } from './tokens.ts';

/** How an account came to be gone: erased by its person, or deleted because that person is under 18 without a guardian. */
export type DepartureReason = 'erased' | 'minor';

/** For so long a computer of an account that is gone is told to erase what it keeps. */
const keptMs = 365 * 86_400_000;

/** By which token hashes computers of accounts that are gone learn that they are to erase; nothing else of those accounts is kept. */
export interface Departures {
  /** Remembers the refresh tokens of an account that is about to be deleted, except those of one session. */
  add(accountId: AccountId, reason: DepartureReason, except: SessionId | null, nowMs: number): void;
  /** Null: no such token is known. */
  reasonOf(refreshToken: string, nowMs: number): DepartureReason | null;
}

/** Keeps the hashes in the database. */
export function createDepartures(database: ServiceDatabase): Departures {
  const purge = database.prepare<[number]>('DELETE FROM departed_tokens WHERE kept_until_ms <= ?');
  const add = database.prepare(
    `INSERT INTO departed_tokens (token_hash, reason, kept_until_ms)
     SELECT token_hash, @reason, @keptUntilMs FROM refresh_tokens JOIN sessions ON sessions.id = refresh_tokens.session_id
     WHERE sessions.account_id = @accountId AND (@except IS NULL OR sessions.id <> @except) ON CONFLICT DO NOTHING`,
  );
  const find = database
    .prepare<[Buffer, number], DepartureReason>(
      'SELECT reason FROM departed_tokens WHERE token_hash = ? AND kept_until_ms > ?',
    )
    .pluck();
  return {
    add(accountId, reason, except, nowMs) {
      purge.run(nowMs);
      add.run({ accountId, reason, except, keptUntilMs: nowMs + keptMs });
    },
    reasonOf: (refreshToken, nowMs) => find.get(hashToken(refreshToken), nowMs) ?? null,
  };
}
