import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { SessionId } from '../../contract/domain/ids.ts';
import { createSessionStore } from '../sessions/session-store.ts';
import { temporaryFolder } from '../test-support/test-service.ts';
import { NewerDatabaseError, openDatabase } from './database.ts';
import { createFacts } from './facts.ts';
import { migrations } from './migrations.ts';

const tables = [
  'access_tokens',
  'accounts',
  'attempts',
  'billing',
  'catalogue_courses',
  'consents',
  'course_viewers',
  'departed_tokens',
  'device_secrets',
  'erase_requests',
  'facts',
  'history_copies',
  'history_events',
  'kept_by_law',
  'policy_versions',
  'privacy_request_steps',
  'privacy_requests',
  'ratings',
  'refresh_tokens',
  'sessions',
  'signing_keys',
  'support_contacts',
  'usage_sums',
];

describe('the database', () => {
  it('is made with every table, and opens again without a change', async () => {
    const folder = join(await temporaryFolder(), 'new', 'folder');
    for (let round = 0; round < 2; round += 1) {
      const database = openDatabase(folder);
      const names = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").pluck().all();
      expect(names).toEqual(tables);
      expect(database.pragma('user_version', { simple: true })).toBe(migrations.length);
      expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
      database.close();
    }
  });

  it('of the first version is brought up to date; its sessions stay as they were', async () => {
    const folder = await temporaryFolder();
    const former = new Database(join(folder, 'service.db'));
    former.exec(migrations[0] ?? '');
    former.exec(`INSERT INTO accounts VALUES ('a-1', 'Anna', 'a@b.cd', 'a@b.cd', '1990-05-17', 0, '1', 1, x'00', x'00', 2, 1, 1, 1);
      INSERT INTO sessions VALUES ('s-1', 'a-1', 'device-1', 'Laptop', 'linux', 1, 4, 1, 2, 3);`);
    former.pragma('user_version = 1');
    former.close();
    const database = openDatabase(folder);
    const session = createSessionStore(database).get(SessionId.parse('s-1'));
    expect(session).toMatchObject({ generation: 4, endedAtMs: 3, endedRemotely: false });
    expect(database.pragma('user_version', { simple: true })).toBe(migrations.length);
    database.close();
  });

  it('of a newer service is refused with a sentence, untouched', async () => {
    const folder = await temporaryFolder();
    const newer = new Database(join(folder, 'service.db'));
    newer.pragma('user_version = 99');
    newer.close();
    expect(() => openDatabase(folder)).toThrow(NewerDatabaseError);
    expect(() => openDatabase(folder)).toThrow('version 99');
    const still = new Database(join(folder, 'service.db'), { readonly: true });
    expect(still.pragma('user_version', { simple: true })).toBe(99);
    still.close();
  });

  it('that is none is refused and kept', async () => {
    const folder = await temporaryFolder();
    writeFileSync(join(folder, 'service.db'), 'this is not a database, but long enough to look at. '.repeat(40));
    expect(() => openDatabase(folder)).toThrow('not a database');
  });

  it('cannot be made where a file stands in the way', async () => {
    const folder = await temporaryFolder();
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'data'), '');
    expect(() => openDatabase(join(folder, 'data'))).toThrow('EEXIST');
  });

  it('keeps secrets once made, and first times only once', async () => {
    const folder = await temporaryFolder();
    const database = openDatabase(folder);
    const facts = createFacts(database);
    const secret = facts.secret('one');
    expect([secret.length, facts.secret('one').equals(secret), facts.secret('two').equals(secret)]).toEqual([
      32,
      true,
      false,
    ]);
    expect([facts.firstTime('start'), facts.firstTime('start')]).toEqual([true, false]);
    database.close();
  });
});
