import type { AccountId, DeviceId } from '../../contract/domain/ids.ts';
import type { ServiceDatabase } from '../database/database.ts';

/** Which computers were signed out from another one and are to erase what they keep of the account. */
export interface EraseRequests {
  add(accountId: AccountId, deviceId: DeviceId, nowMs: number): void;
  isOpen(accountId: AccountId, deviceId: DeviceId): boolean;
  /** Closes an open request; true exactly once. */
  answer(accountId: AccountId, deviceId: DeviceId, nowMs: number): boolean;
  /** Forgets those answered before a moment. */
  purge(beforeMs: number): void;
}

/** Keeps erase requests in the database. */
export function createEraseRequests(database: ServiceDatabase): EraseRequests {
  const add = database.prepare(
    `INSERT INTO erase_requests (account_id, device_id, requested_at_ms) VALUES (?, ?, ?)
     ON CONFLICT DO UPDATE SET requested_at_ms = excluded.requested_at_ms, answered_at_ms = NULL`,
  );
  const open = database.prepare(
    'SELECT 1 FROM erase_requests WHERE account_id = ? AND device_id = ? AND answered_at_ms IS NULL',
  );
  const answer = database.prepare(
    'UPDATE erase_requests SET answered_at_ms = ? WHERE account_id = ? AND device_id = ? AND answered_at_ms IS NULL',
  );
  const purge = database.prepare('DELETE FROM erase_requests WHERE answered_at_ms < ?');
  return {
    add: (accountId, deviceId, nowMs) => void add.run(accountId, deviceId, nowMs),
    isOpen: (accountId, deviceId) => open.get(accountId, deviceId) !== undefined,
    answer: (accountId, deviceId, nowMs) => answer.run(nowMs, accountId, deviceId).changes === 1,
    purge: (beforeMs) => void purge.run(beforeMs),
  };
}
