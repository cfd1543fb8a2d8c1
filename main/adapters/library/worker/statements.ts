import type Database from 'better-sqlite3';
import {
  DummyDriver,
  Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type Compilable,
  type CompiledQuery,
} from 'kysely';

/**
 * Typed queries on one connection. Kysely only writes the SQL, checked against the tables' types; better-sqlite3 runs it at once and
 * synchronously, so that a call is one real transaction.
 */
export interface Statements<Tables> {
  readonly build: Kysely<Tables>;
  /** Every row of a query. */
  all<Row>(query: Compilable<Row>): Row[];
  /** The first row, or undefined. */
  first<Row>(query: Compilable<Row>): Row | undefined;
  /** All pages of the file, deciphered, those that are in no use too. */
  pages(): Uint8Array;
  /** Runs a change; the number of rows it touched. */
  run(query: Compilable): number;
  /**
   * Writes the SQL of a change once, to be run for many rows: `write` gets slots in the place of the row's values, which it may only hand
   * on to Kysely.
   */
  forEachRow<Row extends Readonly<Record<string, unknown>>>(
    columns: readonly (keyof Row & string)[],
    write: (slots: Row) => Compilable,
  ): (row: Row) => void;
}

/** Stands for the value of a column until there is a row. */
interface Slot {
  readonly column: string;
}

/** Makes the typed queries of a connection; each text is prepared once. */
export function createStatements<Tables>(database: Database.Database): Statements<Tables> {
  const prepared = new Map<string, Database.Statement>();

  function statementOf(query: CompiledQuery): Database.Statement {
    const known = prepared.get(query.sql);
    if (known !== undefined) return known;
    const statement = database.prepare(query.sql);
    prepared.set(query.sql, statement);
    return statement;
  }

  return {
    build: createBuilder<Tables>(),
    pages: () => database.serialize(),
    all<Row>(query: Compilable<Row>) {
      const compiled = query.compile();
      return statementOf(compiled).all(...compiled.parameters) as Row[];
    },
    first<Row>(query: Compilable<Row>) {
      const compiled = query.compile();
      return statementOf(compiled).get(...compiled.parameters) as Row | undefined;
    },
    run(query) {
      const compiled = query.compile();
      return statementOf(compiled).run(...compiled.parameters).changes;
    },
    forEachRow<Row extends Readonly<Record<string, unknown>>>(
      columns: readonly (keyof Row & string)[],
      write: (slots: Row) => Compilable,
    ) {
      const slots = new Map(columns.map((column) => [column, { column } satisfies Slot]));
      const compiled = write(Object.fromEntries(slots) as Row).compile();
      const statement = statementOf(compiled);
      return (row) => {
        const values = compiled.parameters.map((value) => (isSlot(value) ? row[value.column] : value));
        statement.run(...values);
      };
    },
  };
}

function isSlot(value: unknown): value is Slot {
  return typeof value === 'object' && value !== null && 'column' in value;
}

function createBuilder<Tables>(): Kysely<Tables> {
  return new Kysely<Tables>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new SqliteIntrospector(db),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  });
}
