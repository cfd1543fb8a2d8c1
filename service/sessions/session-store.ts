import type { Device, Session } from '../../contract/api/sessions.ts';
import { AccountId, DeviceId, SessionId } from '../../contract/domain/ids.ts';
import type { ServiceDatabase } from '../database/database.ts';

/** A session: one computer signed in, and one family of refresh tokens. */
export interface StoredSession {
  readonly id: SessionId;
  readonly accountId: AccountId;
  readonly device: Device;
  readonly remembered: boolean;
  /** The generation of the refresh tokens that are current. */
  readonly generation: number;
  readonly createdAtMs: number;
  readonly lastSeenAtMs: number;
  readonly endedAtMs: number | null;
  /** Signed out from another computer: this one was asked to erase what it keeps. */
  readonly endedRemotely: boolean;
}

/** The sessions' rows. */
export interface SessionStore {
  insert(session: StoredSession): void;
  get(id: SessionId): StoredSession | null;
  /** Those not ended, newest sign-in first. */
  listActive(accountId: AccountId): readonly StoredSession[];
  setGeneration(id: SessionId, generation: number, nowMs: number): void;
  touch(id: SessionId, nowMs: number): void;
  rename(id: SessionId, deviceName: string): void;
  /** Ends a session; deletes its access tokens' use with it. */
  end(id: SessionId, nowMs: number, from: 'here' | 'remotely'): void;
  /** Deletes sessions ended before a moment, with their tokens; those ended remotely stay as long as the request to erase is kept. */
  purgeEnded(beforeMs: number): void;
}

interface SessionRow {
  id: string;
  account_id: string;
  device_id: string;
  device_name: string;
  device_platform: Device['platform'];
  remembered: number;
  generation: number;
  created_at_ms: number;
  last_seen_at_ms: number;
  ended_at_ms: number | null;
  ended_remotely: number;
}

/** Keeps sessions in the database. */
export function createSessionStore(database: ServiceDatabase): SessionStore {
  const insert = database.prepare(
    // A name that the person chose for this computer outlives the session it was chosen in.
    `WITH chosen (name) AS (
       SELECT device_name FROM sessions WHERE account_id = @accountId AND device_id = @deviceId AND name_chosen = 1
       ORDER BY created_at_ms DESC LIMIT 1
     )
     INSERT INTO sessions (id, account_id, device_id, device_name, name_chosen, device_platform, remembered, generation, created_at_ms, last_seen_at_ms)
     VALUES (@id, @accountId, @deviceId, coalesce((SELECT name FROM chosen), @deviceName), EXISTS (SELECT 1 FROM chosen),
             @platform, @remembered, @generation, @createdAtMs, @lastSeenAtMs)`,
  );
  const byId = database.prepare<[string], SessionRow>('SELECT * FROM sessions WHERE id = ?');
  const active = database.prepare<[string], SessionRow>(
    'SELECT * FROM sessions WHERE account_id = ? AND ended_at_ms IS NULL ORDER BY created_at_ms DESC, id',
  );
  const setGeneration = database.prepare('UPDATE sessions SET generation = ?, last_seen_at_ms = ? WHERE id = ?');
  const touch = database.prepare('UPDATE sessions SET last_seen_at_ms = ? WHERE id = ?');
  const rename = database.prepare('UPDATE sessions SET device_name = ?, name_chosen = 1 WHERE id = ?');
  const end = database.prepare(
    'UPDATE sessions SET ended_at_ms = ?, ended_remotely = ? WHERE id = ? AND ended_at_ms IS NULL',
  );
  const purge = database.prepare(
    `DELETE FROM sessions WHERE ended_at_ms < ? AND NOT (ended_remotely = 1 AND EXISTS (
       SELECT 1 FROM erase_requests AS request
       WHERE request.account_id = sessions.account_id AND request.device_id = sessions.device_id))`,
  );

  return {
    insert({ device, ...session }) {
      insert.run({
        ...session,
        deviceId: device.id,
        deviceName: device.name,
        platform: device.platform,
        remembered: session.remembered ? 1 : 0,
      });
    },
    get(id) {
      const row = byId.get(id);
      return row === undefined ? null : toSession(row);
    },
    listActive: (accountId) => active.all(accountId).map(toSession),
    setGeneration: (id, generation, nowMs) => void setGeneration.run(generation, nowMs, id),
    touch: (id, nowMs) => void touch.run(nowMs, id),
    rename: (id, deviceName) => void rename.run(deviceName, id),
    end: (id, nowMs, from) => void end.run(nowMs, from === 'remotely' ? 1 : 0, id),
    purgeEnded: (beforeMs) => void purge.run(beforeMs),
  };
}

/** A session as its owner sees it in the list of computers. */
export function describeSession(session: StoredSession, currentId: SessionId): Session {
  const { id, device, createdAtMs, lastSeenAtMs } = session;
  const createdAt = new Date(createdAtMs).toISOString();
  return { id, device, createdAt, lastSeenAt: new Date(lastSeenAtMs).toISOString(), current: id === currentId };
}

function toSession(row: SessionRow): StoredSession {
  return {
    id: SessionId.parse(row.id),
    accountId: AccountId.parse(row.account_id),
    device: { id: DeviceId.parse(row.device_id), name: row.device_name, platform: row.device_platform },
    remembered: row.remembered === 1,
    generation: row.generation,
    createdAtMs: row.created_at_ms,
    lastSeenAtMs: row.last_seen_at_ms,
    endedAtMs: row.ended_at_ms,
    endedRemotely: row.ended_remotely === 1,
  };
}
