import { parseJson } from './parse-json.ts';
import type { ComputerStatements } from './tables.ts';

/** The tables of `computer.db` whose one row is a JSON value. */
type OnlyValueTable = 'choice' | 'download_folder' | 'privacy_lists';

/** The value as it was kept; undefined, which none may be, when there is none or it is not JSON. */
export function readOnlyValue(store: ComputerStatements, table: OnlyValueTable): unknown {
  const text = store.first(store.build.selectFrom(table).select('value'))?.value;
  return text === undefined ? undefined : parseJson(text);
}

/** Keeps the value in place of the one before. */
export function writeOnlyValue(store: ComputerStatements, table: OnlyValueTable, value: unknown): null {
  const row = { value: JSON.stringify(value) };
  store.run(
    store.build
      .insertInto(table)
      .values({ only: 1, ...row })
      .onConflict((conflict) => conflict.column('only').doUpdateSet(row)),
  );
  return null;
}
