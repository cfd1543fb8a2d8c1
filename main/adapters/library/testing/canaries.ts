import type Database from 'better-sqlite3';

/** A value put into a column, and what an export shows for it. */
export interface Canary {
  readonly table: string;
  readonly column: string;
  readonly shown: readonly string[];
}

interface Column {
  readonly name: string;
  readonly type: string;
  readonly pk: number;
}

const rowsOfTable = 3;
const years = Date.UTC(2001, 0, 1);

/** Puts rows into every ordinary table of a file, a value of its own in every column, as far as what the column allows goes. */
export function fillWithCanaries(database: Database.Database): readonly Canary[] {
  database.pragma('foreign_keys = OFF');
  database.pragma('ignore_check_constraints = ON');
  const triggers = database.prepare("SELECT name FROM sqlite_master WHERE type = 'trigger'").all() as {
    name: string;
  }[];
  for (const { name } of triggers) database.exec(`DROP TRIGGER "${name}"`);
  const tables = database
    .prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'")
    .all() as { name: string }[];
  let number = 0;
  return tables.flatMap(({ name: table }) => {
    const columns = database.prepare('SELECT name, type, pk FROM pragma_table_info(?)').all(table) as Column[];
    database.exec(`DELETE FROM "${table}"`);
    const insert = database.prepare(`INSERT INTO "${table}" VALUES (${columns.map(() => '?').join(',')})`);
    const shown = new Map(columns.map(({ name }) => [name, [] as string[]]));
    for (let row = 0; row < rowsOfTable; row += 1) {
      const values = columns.map(({ name, type }) => {
        number += 1;
        const { value, show } = canaryOf(table, name, type, number);
        shown.get(name)?.push(show);
        return value;
      });
      insert.run(...values);
    }
    return columns.map(({ name }) => ({ table, column: name, shown: shown.get(name) ?? [] }));
  });
}

function canaryOf(table: string, column: string, type: string, number: number) {
  if (type === 'TEXT') {
    const value = `canary${String(number).padStart(6, '0')}of${table}`;
    return { value, show: value };
  }
  if (type === 'REAL') return { value: 1 + number / 1024, show: String(1 + number / 1024) };
  if (type === 'BLOB') {
    const value = Buffer.from(`canary${number}`);
    return { value, show: value.toString('base64') };
  }
  const isMoment = /(_at|^at|^since|^seen|last_day_from|interest_from)_ms$/.test(column);
  const seconds = column.endsWith('_at_s');
  if (isMoment || seconds) {
    const moment = years + number * 1_000_000;
    return { value: BigInt(seconds ? moment / 1000 : moment), show: new Date(moment).toISOString() };
  }
  const value = 7_000_000 + number * 13;
  return { value: BigInt(value), show: String(value) };
}
