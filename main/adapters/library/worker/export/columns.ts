import { type RawBuilder, sql } from 'kysely';
import { withheldColumns } from '../../../../../contract/domain/export.ts';
import type { ExportColumn } from '../../../../export-ports.ts';
import type { Statements } from '../statements.ts';

/** A column as it is kept and as it is exported. */
export interface KeptColumn extends ExportColumn {
  readonly kept: string;
  /** What one of its unit is in milliseconds; 1 where it is no time. */
  readonly unitMs: 1 | 1000;
}

/** A table as it is kept. */
export interface KeptTable {
  readonly name: string;
  readonly columns: readonly KeptColumn[];
  /** What its rows are in order of, each row its own. */
  readonly order: readonly string[];
}

/** Names that say a moment, with its unit: `started_at_ms`, `issued_at_s`, `since_ms`. */
const moment = /^(.*(?:_at|_moment|_until|_from)|at|since|seen|last_day_from|interest_from)_(ms|s)$/;
/** Places in a lecture, which are no moments. */
const places: readonly string[] = ['from_ms', 'to_ms'];

const types = { TEXT: 'text', INTEGER: 'integer', REAL: 'real', BLOB: 'bytes' } as const;

/** What a table is made of, by its own word, without what is withheld. */
export function columnsOf<Tables>(store: Statements<Tables>, table: string): KeptTable {
  const rows = all(
    store,
    sql<{
      name: string;
      type: string;
      required: number;
      key: number;
    }>`SELECT name, type, "notnull" AS required, pk AS key FROM pragma_table_info(${table}) ORDER BY cid`,
  );
  const facts = all(
    store,
    sql<{ wr: number }>`SELECT wr FROM pragma_table_list WHERE schema = 'main' AND name = ${table}`,
  );
  const keys = rows.filter(({ key }) => key > 0).toSorted((one, other) => one.key - other.key);
  return {
    name: table,
    columns: rows
      .filter(({ name }) => !withheldColumns.includes(`${table}.${name}`))
      .map(({ name, type, required, key }) => columnOf(name, type, required === 0 && key === 0)),
    order: facts[0]?.wr === 1 ? keys.map(({ name }) => name) : ['rowid'],
  };
}

function columnOf(kept: string, type: string, nullable: boolean): KeptColumn {
  const [, name, unit] = type === 'INTEGER' && !places.includes(kept) ? (moment.exec(kept) ?? []) : [];
  if (name !== undefined) return { kept, name, type: 'time', nullable, unitMs: unit === 's' ? 1000 : 1 };
  return { kept, name: kept, type: types[type as keyof typeof types] ?? 'text', nullable, unitMs: 1 };
}

function all<Row, Tables>(store: Statements<Tables>, query: RawBuilder<Row>): Row[] {
  return store.all<Row>({ compile: () => query.compile(store.build) });
}
