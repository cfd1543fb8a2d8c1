import { sql } from 'kysely';
import { dataKinds, type DataKindName } from '../../../../../contract/domain/data-kinds.ts';
import type { LocalAccountId } from '../../../../../contract/domain/ids.ts';
import type { ExportPage, ExportQuery, ExportTable } from '../../../../export-ports.ts';
import type { LibraryStatements } from '../account/tables.ts';
import type { ComputerStatements } from '../computer/tables.ts';
import type { Statements } from '../statements.ts';
import { StoreFault } from '../store-fault.ts';
import { columnsOf, type KeptTable } from './columns.ts';
import { type Narrowing, pageOf } from './page.ts';

interface NamedTable {
  readonly name: string;
  readonly kind: DataKindName;
}

/** So many rows are looked at to say how much all of them take. */
const sampleRows = 50;

/** The tables of every personal kind: the very table that the screens read. */
function personalTables(place: 'library' | 'computer'): readonly NamedTable[] {
  return Object.entries(dataKinds)
    .filter(([, { personal }]) => personal === true)
    .flatMap(([kind, tables]) => tables[place].map((name) => ({ name, kind: kind as DataKindName })));
}

/** What of the library is exported. */
export function exportTables(store: LibraryStatements): readonly ExportTable[] {
  return personalTables('library').map((table) => described(store, table, () => null));
}

/** Some rows of a table of the library. */
export function exportPage(store: LibraryStatements, query: ExportQuery): ExportPage {
  return read(store, 'library', query, () => null);
}

/** What of the computer's file is exported for an account. */
export function exportComputerTables(store: ComputerStatements, account: LocalAccountId): readonly ExportTable[] {
  return personalTables('computer').map((table) => described(store, table, ownRows(account)));
}

/** Some rows of a table of the computer's file. */
export function exportComputerPage(
  store: ComputerStatements,
  { account, ...query }: ExportQuery & { readonly account: LocalAccountId },
): ExportPage {
  return read(store, 'computer', query, ownRows(account));
}

/** Of what others left on this computer nothing is exported: a table that says whose a row is gives this account's alone. */
function ownRows(account: LocalAccountId): (table: KeptTable) => Narrowing | null {
  return ({ name, columns }) => {
    if (name === 'accounts') return { column: 'id', value: account };
    if (name === 'consent_ends') return { column: 'ledger', value: account };
    return columns.some(({ kept }) => kept === 'account_id') ? { column: 'account_id', value: account } : null;
  };
}

function read<Tables>(
  store: Statements<Tables>,
  place: 'library' | 'computer',
  query: ExportQuery,
  only: (table: KeptTable) => Narrowing | null,
): ExportPage {
  const isPersonal = personalTables(place).some(({ name }) => name === query.table);
  if (!isPersonal) throw new StoreFault('bad-request');
  const table = columnsOf(store, query.table);
  return pageOf(store, table, query, only(table));
}

function described<Tables>(
  store: Statements<Tables>,
  { name, kind }: NamedTable,
  only: (table: KeptTable) => Narrowing | null,
): ExportTable {
  const table = columnsOf(store, name);
  const narrowed = only(table);
  const where = narrowed === null ? sql`` : sql`WHERE ${sql.ref(narrowed.column)} = ${narrowed.value}`;
  const query = sql<{ count: number }>`SELECT count(*) AS count FROM ${sql.table(name)} ${where}`;
  const rowCount = store.first<{ count: number }>({ compile: () => query.compile(store.build) })?.count ?? 0;
  const sample = pageOf(store, table, { form: 'json', after: null, limit: sampleRows }, narrowed);
  return {
    name,
    kind,
    rowCount,
    columns: table.columns.map(({ name: column, type, nullable }) => ({ name: column, type, nullable })),
    estimatedBytes: sample.rowCount === 0 ? 0 : Math.round((sample.bytes.byteLength / sample.rowCount) * rowCount),
  };
}
