import { sql, type RawBuilder } from 'kysely';
import { dataKinds } from '../../../../contract/domain/data-kinds.ts';
import type { DataKind, DataKindName } from '../../../../contract/domain/data-kinds.ts';
import type { CountedKind } from '../../../data-ports.ts';
import type { Statements } from './statements.ts';

/** Where the entries of a kind are, if not in its first table. */
const entriesIn: Readonly<Partial<Record<DataKindName, string>>> = {
  sync: 'sync_outbox',
  catalogue: 'courses',
  'search-index': 'search_documents',
};

function kindOf(name: DataKindName): DataKind {
  return dataKinds[name];
}

/** Asks a file whose tables are known by name only. */
export type Rows = <Row>(query: RawBuilder<Row>) => readonly Row[];

/** The rows of queries on either file. */
export function rowsOf<Tables>(store: Statements<Tables>): Rows {
  return <Row>(query: RawBuilder<Row>) => store.all<Row>({ compile: () => query.compile(store.build) });
}

/** Counts the entries of a kind among these tables; those without a column for a moment have no oldest. */
export function countEntries(
  rows: Rows,
  name: DataKindName,
  place: 'library' | 'computer',
  condition: RawBuilder<unknown> = sql`1`,
): CountedKind {
  const table = entriesIn[name] ?? kindOf(name)[place][0];
  if (table === undefined) return { count: 0, sinceMs: null };
  const columns = rows(sql<{ readonly name: string }>`SELECT name FROM pragma_table_info(${table})`);
  const moment = columns.find((column) => /(?:^|_)at_ms$/.test(column.name))?.name;
  const since = moment === undefined || name === 'profile' ? sql`NULL` : sql`min(${sql.ref(moment)})`;
  const [counted] = rows(
    sql<CountedKind>`SELECT count(*) AS count, ${since} AS sinceMs FROM ${sql.table(table)} WHERE ${condition}`,
  );
  return { count: counted?.count ?? 0, sinceMs: counted?.sinceMs ?? null };
}

/** Bytes of a kind's tables with their indexes, and of what lies behind a full-text index (https://sqlite.org/dbstat.html). */
export function sizeOfKind(rows: Rows, name: DataKindName, place: 'library' | 'computer'): number {
  return kindOf(name)[place].reduce((sum, table) => {
    const trees = rows(
      sql<{ readonly name: string }>`SELECT name FROM sqlite_schema WHERE rootpage > 0 AND (tbl_name = ${table}
        OR (SELECT sql LIKE 'CREATE VIRTUAL%' FROM sqlite_schema WHERE name = ${table})
          AND tbl_name IN (${sql.join(['data', 'idx', 'content', 'docsize', 'config'].map((end) => `${table}_${end}`))}))`,
    );
    return sum + trees.reduce((bytes, tree) => bytes + sizeOfTree(rows, tree.name), 0);
  }, 0);
}

function sizeOfTree(rows: Rows, tree: string): number {
  const query = sql<{ readonly bytes: number | null }>`SELECT sum(pgsize) AS bytes FROM dbstat WHERE name = ${tree}`;
  return rows(query)[0]?.bytes ?? 0;
}
