import { randomBytes } from 'node:crypto';
import { SessionId, type AccountId, type DeviceId } from '../../contract/domain/ids.ts';
import type { ServiceDatabase } from '../database/database.ts';
import { hashToken } from './tokens.ts';

/** What is known of a refresh token that was presented. */
export interface StoredRefreshToken {
  readonly hash: Buffer;
  readonly sessionId: SessionId;
  readonly generation: number;
  readonly expiresAtMs: number;
  readonly usedAtMs: number | null;
  /** Set when its answer was lost and another token of the same generation was given instead. */
  readonly replacedAtMs: number | null;
}

/** Tokens (as SHA-256) and device secrets. */
export interface TokenStore {
  addRefresh(token: string, sessionId: SessionId, generation: number, expiresAtMs: number): void;
  findRefresh(token: string): StoredRefreshToken | null;
  markUsed(hash: Buffer, nowMs: number): void;
  replaceGeneration(sessionId: SessionId, generation: number, nowMs: number): void;
  addAccess(token: string, sessionId: SessionId, expiresAtMs: number): void;
  findAccess(token: string): { readonly sessionId: SessionId; readonly expiresAtMs: number } | null;
  /**
   * Deletes tokens that expired before a moment, except those by which a computer silent for long learns that it was signed out: the newest two
   * generations of a living session, all of one ended remotely.
   */
  purge(beforeMs: number): void;
  /** 32 bytes, the same for an account on a device until deleted. */
  deviceSecret(accountId: AccountId, deviceId: DeviceId): Buffer;
  deleteDeviceSecret(accountId: AccountId, deviceId: DeviceId): void;
}

interface RefreshRow {
  token_hash: Buffer;
  session_id: string;
  generation: number;
  expires_at_ms: number;
  used_at_ms: number | null;
  replaced_at_ms: number | null;
}

/** Keeps tokens in the database. */
export function createTokenStore(database: ServiceDatabase): TokenStore {
  const addRefresh = database.prepare(
    'INSERT INTO refresh_tokens (token_hash, session_id, generation, expires_at_ms) VALUES (?, ?, ?, ?)',
  );
  const findRefresh = database.prepare<[Buffer], RefreshRow>('SELECT * FROM refresh_tokens WHERE token_hash = ?');
  const markUsed = database.prepare('UPDATE refresh_tokens SET used_at_ms = ? WHERE token_hash = ?');
  const replace = database.prepare(
    'UPDATE refresh_tokens SET replaced_at_ms = ? WHERE session_id = ? AND generation = ? AND replaced_at_ms IS NULL',
  );
  const addAccess = database.prepare(
    'INSERT INTO access_tokens (token_hash, session_id, expires_at_ms) VALUES (?, ?, ?)',
  );
  const findAccess = database.prepare<[Buffer], { session_id: string; expires_at_ms: number }>(
    'SELECT session_id, expires_at_ms FROM access_tokens WHERE token_hash = ?',
  );
  const purgeAccess = database.prepare('DELETE FROM access_tokens WHERE expires_at_ms < ?');
  const purgeRefresh = database.prepare(
    `DELETE FROM refresh_tokens WHERE expires_at_ms < ? AND NOT EXISTS (
       SELECT 1 FROM sessions WHERE sessions.id = refresh_tokens.session_id AND (sessions.ended_remotely = 1
         OR sessions.ended_at_ms IS NULL AND refresh_tokens.generation >= sessions.generation - 1))`,
  );
  const addSecret = database.prepare(
    'INSERT INTO device_secrets (account_id, device_id, secret) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const secret = database.prepare<[string, string], { secret: Buffer }>(
    'SELECT secret FROM device_secrets WHERE account_id = ? AND device_id = ?',
  );
  const deleteSecret = database.prepare('DELETE FROM device_secrets WHERE account_id = ? AND device_id = ?');

  return {
    addRefresh: (token, sessionId, generation, expiresAtMs) =>
      void addRefresh.run(hashToken(token), sessionId, generation, expiresAtMs),
    findRefresh(token) {
      const row = findRefresh.get(hashToken(token));
      return row === undefined ? null : toRefreshToken(row);
    },
    markUsed: (hash, nowMs) => void markUsed.run(nowMs, hash),
    replaceGeneration: (sessionId, generation, nowMs) => void replace.run(nowMs, sessionId, generation),
    addAccess: (token, sessionId, expiresAtMs) => void addAccess.run(hashToken(token), sessionId, expiresAtMs),
    findAccess(token) {
      const row = findAccess.get(hashToken(token));
      return row === undefined ? null : { sessionId: SessionId.parse(row.session_id), expiresAtMs: row.expires_at_ms };
    },
    purge(beforeMs) {
      purgeAccess.run(beforeMs);
      purgeRefresh.run(beforeMs);
    },
    deviceSecret(accountId, deviceId) {
      addSecret.run(accountId, deviceId, randomBytes(32));
      const row = secret.get(accountId, deviceId);
      if (row === undefined) throw new Error('a device secret just written is missing');
      return row.secret;
    },
    deleteDeviceSecret: (accountId, deviceId) => void deleteSecret.run(accountId, deviceId),
  };
}

function toRefreshToken(row: RefreshRow): StoredRefreshToken {
  return {
    hash: row.token_hash,
    sessionId: SessionId.parse(row.session_id),
    generation: row.generation,
    expiresAtMs: row.expires_at_ms,
    usedAtMs: row.used_at_ms,
    replacedAtMs: row.replaced_at_ms,
  };
}
