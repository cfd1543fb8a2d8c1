import Database from 'better-sqlite3';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ConsentLedger } from '../../../contract/domain/consent.ts';
import type { ConsentStore, NewConsent } from '../../consent-ports.ts';
import { openLedger } from '../../features/consent/ledger.ts';
import { accountId, codeOf, valueOf } from './testing/sample-data.ts';
import { libraryFile, openLibrary, startLibrary } from './testing/test-bench.ts';
import { canonicalJson, genesisHash, hashOf } from './worker/consent/chain.ts';
import { giveKey } from './worker/cipher.ts';

const account = accountId('a');
const both = { functional: true, advertisement: true };
const nothing = { functional: false, advertisement: false };

function decision(part: Partial<NewConsent> = {}): NewConsent {
  return {
    id: randomUUID(),
    ledger: 'account',
    policyVersion: '2026-1',
    policyTextSha256: 'e'.repeat(64),
    language: 'ru',
    appVersion: '1.2.3',
    options: ['accept-all', 'reject-all', 'choose'],
    action: 'reject-all',
    before: null,
    after: nothing,
    decidedAt: '2026-03-12T10:00:00.000Z',
    carriedFrom: null,
    ...part,
  };
}

/** Three decisions in a ledger, each with its end kept in the other place. */
async function fill(consents: ConsentStore, ledger: ConsentLedger): Promise<void> {
  for (const action of ['reject-all', 'accept-all', 'choose'] as const) {
    const after = action === 'accept-all' ? both : nothing;
    const { sequence, hash } = await valueOf(consents.append(ledger, decision({ ledger, action, after }), false));
    await valueOf(consents.writeEnd(ledger === 'account' ? account : null, { sequence, hash }));
  }
}

/** What somebody does who has the file, and for the account's also its key. */
function tamper(file: string, key: Uint8Array | null, sql: string): void {
  const database = new Database(file);
  if (key !== null) giveKey(database, key);
  database.exec(
    'DROP TRIGGER consents_never_change; DROP TRIGGER consents_never_go; DROP TRIGGER consents_only_behind;',
  );
  database.exec(sql);
  database.close();
}

describe('the ledger of consent on the disk', () => {
  it('F5: each entry is hashed over its facts and the hash before; what is read is what was written', async () => {
    const { consents } = await openLibrary();
    await fill(consents, 'account');
    const { entries, isChained, isLastSound } = await valueOf(consents.read('account'));
    expect([isChained, isLastSound]).toEqual([true, true]);
    expect(entries.map(({ sequence, action }) => [sequence, action])).toEqual([
      [1, 'reject-all'],
      [2, 'accept-all'],
      [3, 'choose'],
    ]);
    expect(entries.map(({ previousHash }) => previousHash)).toEqual([genesisHash, entries[0]?.hash, entries[1]?.hash]);
    for (const { hash, ...facts } of entries) expect(hashOf(facts)).toBe(hash);
  });

  it('F5: a form of JSON that does not depend on who writes it', () => {
    expect(canonicalJson({ b: [true, null, 'я"'], a: { d: 1, c: '' } })).toBe(
      '{"a":{"c":"","d":1},"b":[true,null,"я\\""]}',
    );
  });

  it.each(['account', 'computer'] as const)(
    'F5: SQLite itself refuses to change, delete or replace an entry (%s)',
    async (ledger) => {
      const { consents, library, libraryKey, file, userDataFolder } = await openLibrary();
      await fill(consents, ledger);
      await valueOf(library.close());
      const database = new Database(ledger === 'account' ? file : join(userDataFolder, 'computer.db'));
      if (ledger === 'account') giveKey(database, libraryKey);
      for (const sql of [
        "UPDATE consents SET facts = '{}'",
        'DELETE FROM consents WHERE sequence = 3',
        "INSERT OR REPLACE INTO consents VALUES (2, 'other', '{}', '')",
        "INSERT INTO consents VALUES (1, 'before', '{}', '')",
      ])
        expect(() => database.exec(sql)).toThrow('the ledger of consent is only added to');
      database.close();
    },
  );

  it.each([
    ['changed', `UPDATE consents SET facts = replace(facts, '"accept-all"', '"reject-all"') WHERE sequence = 2`, true],
    ['removed from the middle', 'DELETE FROM consents WHERE sequence = 2', true],
    [
      'reordered',
      'UPDATE consents SET sequence = 9 WHERE sequence = 1; UPDATE consents SET sequence = 1 WHERE sequence = 2; UPDATE consents SET sequence = 2 WHERE sequence = 9',
      true,
    ],
    ['changed at its end', `UPDATE consents SET facts = replace(facts, 'false', 'true') WHERE sequence = 3`, false],
    ['cut at its end', 'DELETE FROM consents WHERE sequence = 3', false],
    ['emptied', 'DELETE FROM consents', false],
    ['made unreadable at its end', `UPDATE consents SET facts = 'x' WHERE sequence = 3`, false],
  ])('F5: in the encrypted file under its key, a ledger that was %s is found at its opening', async (_, sql, holds) => {
    const { consents, library, libraryKey, userDataFolder } = await openLibrary();
    await fill(consents, 'account');
    expect(await valueOf(openLedger(consents, account))).toMatchObject({ isIntact: true, isEndSound: true });
    await valueOf(library.close());
    tamper(libraryFile(userDataFolder), libraryKey, sql);
    await valueOf(library.open(account, libraryKey));
    expect(await valueOf(openLedger(consents, account))).toMatchObject({ isIntact: false, isEndSound: holds });
  });

  it('F5: a last entry that was written anew with a right hash does not fit to the end that the computer remembers', async () => {
    const { consents, library, libraryKey, userDataFolder } = await openLibrary();
    await fill(consents, 'account');
    const { entries } = await valueOf(consents.read('account'));
    const last = entries[2];
    if (last === undefined) throw new Error('no entry');
    const { hash: _hash, ...facts } = { ...last, after: both };
    await valueOf(library.close());
    const values = `facts = '${canonicalJson(facts)}', hash = '${hashOf(facts)}'`;
    tamper(libraryFile(userDataFolder), libraryKey, `UPDATE consents SET ${values} WHERE sequence = 3`);
    await valueOf(library.open(account, libraryKey));
    expect(await valueOf(consents.read('account'))).toMatchObject({ isChained: true });
    expect(await valueOf(openLedger(consents, account))).toMatchObject({ isIntact: false, isEndSound: false });
  });

  it('F5: an app that was killed between an entry and its end says nothing against the ledger', async () => {
    const { consents } = await openLibrary();
    await fill(consents, 'account');
    const { sequence, hash } = await valueOf(consents.append('account', decision(), false));
    expect(await valueOf(openLedger(consents, account))).toMatchObject({ isIntact: true, isEndSound: true });
    expect(await valueOf(consents.end(account))).toEqual({ sequence, hash });
  });

  it('F5: the computer’s ledger needs no account; an account’s needs its library', async () => {
    const { consents } = startLibrary();
    await fill(consents, 'computer');
    expect(await valueOf(openLedger(consents, null))).toMatchObject({ ledger: 'computer', isIntact: true });
    expect(await codeOf(consents.read('account'))).toBe('signed-out');
  });

  it('F5 A7: the end of an account’s ledger is forgotten with the account', async () => {
    const { consents, accountRow } = await openLibrary();
    await fill(consents, 'account');
    await valueOf(accountRow.erase(account));
    expect(await valueOf(consents.end(account))).toBeNull();
  });

  it('F5: what is to be told waits until it was told; marks and lists are kept', async () => {
    const { consents } = await openLibrary();
    await fill(consents, 'account');
    const untold = await valueOf(consents.untold());
    expect(untold.map(({ action }) => action)).toEqual(['reject-all', 'accept-all', 'choose']);
    await valueOf(consents.told(untold[0]?.id ?? ''));
    expect(await valueOf(consents.untold())).toHaveLength(2);
    const marks = { optOutSignal: true, told: ['changed 2'], carriedId: null };
    await valueOf(consents.writeMarks('account', marks));
    expect(await valueOf(consents.marks('account'))).toEqual(marks);
    expect(await valueOf(consents.marks('computer'))).toEqual({ optOutSignal: null, told: [], carriedId: null });
    expect(await valueOf(consents.lists())).toEqual({ policies: null, items: null });
    await valueOf(consents.keepLists({ policies: null, items: [] }));
    expect(await valueOf(consents.lists())).toEqual({ policies: null, items: [] });
  });
});
