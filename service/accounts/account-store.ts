import { randomBytes } from 'node:crypto';
import type { AccountRecord, CreateAccountRequest } from '../../contract/api/accounts.ts';
import type { Account } from '../../contract/api/sessions.ts';
import { AccountId } from '../../contract/domain/ids.ts';
import type { ServiceDatabase } from '../database/database.ts';
import type { StoredPassword } from './passwords.ts';

/** The accounts' rows. */
export interface AccountStore {
  insert(
    request: Omit<CreateAccountRequest, 'password'>,
    password: StoredPassword,
    nowMs: number,
  ): Account | 'email-taken';
  get(id: AccountId): AccountRecord | null;
  findByEmail(email: string): { readonly account: Account; readonly password: StoredPassword } | null;
  passwordOf(id: AccountId): StoredPassword | null;
  /** False, and nothing written, when the account's password is not `former` any more: somebody was faster. */
  replacePassword(id: AccountId, former: StoredPassword, next: StoredPassword): boolean;
  setName(id: AccountId, name: string): void;
  setRegion(id: AccountId, region: string | null): void;
  /** Null: not said. */
  regionOf(id: AccountId): string | null;
  setEmail(id: AccountId, email: string): 'changed' | 'email-taken';
  /** Deletes the account and, through the tables' references, everything of it. */
  delete(id: AccountId): void;
}

interface AccountRow {
  id: string;
  name: string;
  email: string;
  birth_date: string;
  guardian_confirmed: number;
  region: string | null;
  terms_version: string;
  terms_accepted_at_ms: number;
  password_hash: Buffer;
  password_salt: Buffer;
  scrypt_n: number;
  scrypt_r: number;
  scrypt_p: number;
}

/** One e-mail however it is typed: trimmed, composed, lower case. */
export function emailKey(email: string): string {
  return email.trim().normalize('NFKC').toLowerCase();
}

/** Keeps accounts in the database. */
export function createAccountStore(database: ServiceDatabase): AccountStore {
  const insert = database.prepare(
    `INSERT INTO accounts (id, name, email, email_key, birth_date, guardian_confirmed, terms_version, terms_accepted_at_ms,
       password_hash, password_salt, scrypt_n, scrypt_r, scrypt_p, created_at_ms)
     VALUES (@id, @name, @email, @emailKey, @birthDate, @guardianConfirmed, @acceptedTermsVersion, @nowMs, @hash, @salt, @n, @r, @p, @nowMs)`,
  );
  const byId = database.prepare<[string], AccountRow>('SELECT * FROM accounts WHERE id = ?');
  const byEmail = database.prepare<[string], AccountRow>('SELECT * FROM accounts WHERE email_key = ?');
  const replacePassword = database.prepare(
    `UPDATE accounts SET password_hash = @hash, password_salt = @salt, scrypt_n = @n, scrypt_r = @r, scrypt_p = @p
     WHERE id = @id AND password_hash = @formerHash`,
  );
  const setName = database.prepare('UPDATE accounts SET name = ? WHERE id = ?');
  const setRegion = database.prepare('UPDATE accounts SET region = ? WHERE id = ?');
  const setEmail = database.prepare('UPDATE accounts SET email = @email, email_key = @emailKey WHERE id = @id');
  const remove = database.prepare('DELETE FROM accounts WHERE id = ?');

  return {
    insert(request, password, nowMs) {
      const { name, email, birthDate, guardianConfirmed, acceptedTermsVersion } = request;
      const id = AccountId.parse(`a-${randomBytes(12).toString('hex')}`);
      const terms = { birthDate, guardianConfirmed: guardianConfirmed ? 1 : 0, acceptedTermsVersion };
      const row = { id, name, email: email.trim(), emailKey: emailKey(email), ...terms, ...password, nowMs };
      if (!unlessTaken(() => insert.run(row))) return 'email-taken';
      return { id, name: row.name, email: row.email };
    },
    get(id) {
      const row = byId.get(id);
      return row === undefined ? null : toRecord(row);
    },
    findByEmail(email) {
      const row = byEmail.get(emailKey(email));
      return row === undefined ? null : { account: toAccount(row), password: toPassword(row) };
    },
    passwordOf(id) {
      const row = byId.get(id);
      return row === undefined ? null : toPassword(row);
    },
    replacePassword: (id, former, next) => replacePassword.run({ id, formerHash: former.hash, ...next }).changes === 1,
    setName: (id, name) => void setName.run(name, id),
    setRegion: (id, region) => void setRegion.run(region, id),
    regionOf: (id) => byId.get(id)?.region ?? null,
    setEmail: (id, email) =>
      unlessTaken(() => setEmail.run({ id, email: email.trim(), emailKey: emailKey(email) }))
        ? 'changed'
        : 'email-taken',
    delete: (id) => void remove.run(id),
  };
}

function toAccount(row: AccountRow): Account {
  return { id: AccountId.parse(row.id), name: row.name, email: row.email };
}

function toRecord(row: AccountRow): AccountRecord {
  const acceptedAt = new Date(row.terms_accepted_at_ms).toISOString();
  return {
    ...toAccount(row),
    birthDate: row.birth_date,
    guardianConfirmed: row.guardian_confirmed === 1,
    region: row.region,
    acceptedTerms: { version: row.terms_version, acceptedAt },
  };
}

function toPassword(row: AccountRow): StoredPassword {
  return { hash: row.password_hash, salt: row.password_salt, n: row.scrypt_n, r: row.scrypt_r, p: row.scrypt_p };
}

function unlessTaken(write: () => unknown): boolean {
  try {
    write();
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'SQLITE_CONSTRAINT_UNIQUE') return false;
    throw error;
  }
}
