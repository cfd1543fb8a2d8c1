import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { dataKinds } from '../../../contract/domain/data-kinds.ts';
import { withheldColumns } from '../../../contract/domain/export.ts';
import type { ExportForm, ExportSource } from '../../export-ports.ts';
import { giveKey } from './worker/cipher.ts';
import { accountId, codeOf, valueOf } from './testing/sample-data.ts';
import { openLibrary } from './testing/test-bench.ts';
import { fillWithCanaries } from './testing/canaries.ts';

async function read(source: ExportSource, table: string, form: ExportForm, limit: number): Promise<string> {
  let text = '';
  for (let after: readonly (string | number)[] | null | undefined; after !== null;) {
    const page = await valueOf(source.page({ table, form, after: after ?? null, limit }));
    text += new TextDecoder().decode(page.bytes);
    after = page.next;
  }
  return text;
}

async function scene() {
  const bench = await openLibrary();
  await valueOf(bench.computer.readSettings());
  await valueOf(bench.library.close());
  const library = new Database(bench.file);
  giveKey(library, bench.libraryKey);
  const computer = new Database(`${bench.userDataFolder}/computer.db`);
  const canaries = { library: fillWithCanaries(library), computer: fillWithCanaries(computer) };
  computer.prepare('UPDATE accounts SET id = ? WHERE rowid = (SELECT min(rowid) FROM accounts)').run(accountId('a'));
  computer
    .prepare('UPDATE consent_ends SET ledger = ? WHERE ledger = (SELECT min(ledger) FROM consent_ends)')
    .run(accountId('a'));
  // Of what waits there the index of the search would be made when the library opens.
  library.exec('DELETE FROM search_queue');
  library.close();
  computer.close();
  await valueOf(bench.library.open(accountId('a'), bench.libraryKey));
  return { ...bench, canaries };
}

describe('exporting the two files', () => {
  it('G2: a canary in every column of every table is in the export, or its column is on the list of reasons', async () => {
    const { exportStore, canaries } = await scene();
    const places = { library: exportStore.library, computer: exportStore.computer(accountId('a')) };
    const missing: string[] = [];
    for (const place of ['library', 'computer'] as const) {
      const source = places[place];
      const tables = await valueOf(source.tables());
      const all = new Map<string, string>();
      for (const { name } of tables) {
        all.set(name, `${await read(source, name, 'json', 2)}\n${await read(source, name, 'csv', 1)}`);
      }
      for (const { table, column, shown } of canaries[place]) {
        if (['accounts.id', 'consent_ends.ledger'].includes(`${table}.${column}`)) continue;
        const text = all.get(table) ?? '';
        // Of the profiles on this computer, and of the ends of their ledgers, the first is this account's.
        const own = ['accounts', 'consent_ends'].includes(table) ? shown.slice(0, 1) : shown;
        if (own.some((each) => text.split(each).length <= 2)) missing.push(`${table}.${column}`);
      }
    }
    const reasons = Object.values(dataKinds).flatMap(({ personal, library, computer }) =>
      personal === true ? [] : [...library, ...computer],
    );
    const unexplained = missing.filter(
      (name) => !withheldColumns.some((each) => each === name) && !reasons.includes(name.split('.')[0] ?? ''),
    );
    expect(unexplained).toEqual([]);
    // The list is short, and nothing of it is in the export all the same.
    expect(missing.filter((name) => withheldColumns.some((each) => each === name))).toEqual([...withheldColumns]);
  });

  it('G2: moments are in ISO 8601, places in a lecture stay numbers, and pages of any size give each row once', async () => {
    const { exportStore } = await scene();
    const rows = JSON.parse(`[${await read(exportStore.library, 'history', 'json', 1)}]`) as Record<string, unknown>[];
    expect(JSON.parse(`[${await read(exportStore.library, 'history', 'json', 100)}]`)).toEqual(rows);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    expect(rows[0]).toMatchObject({ started_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/) as string });
    expect(typeof rows[0]?.['from_ms']).toBe('number');
  });

  it('G2: of the other accounts on this computer nothing is exported, and a table that is not personal is refused', async () => {
    const { exportStore, computer } = await scene();
    await valueOf(computer.putAccount(accountId('b'), { label: 'Somebody else' }));
    const source = exportStore.computer(accountId('a'));
    expect(await read(source, 'accounts', 'json', 10)).not.toContain('Somebody else');
    expect((await valueOf(source.tables())).find(({ name }) => name === 'accounts')?.rowCount).toBe(1);
    for (const table of ['licence_facts', 'courses', 'sqlite_master', 'history"; DROP TABLE notes; --']) {
      expect(await codeOf(exportStore.library.page({ table, form: 'json', after: null, limit: 1 }))).toBe(
        'bad-request',
      );
    }
  });
});
