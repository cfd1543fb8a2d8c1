import type { KeptList, ServiceListName } from '../../../../network-ports.ts';
import { parseJson } from '../computer/parse-json.ts';
import type { ComputerStatements } from '../computer/tables.ts';

/** What the service last said; null when it never did, or nothing that can be read was kept. */
export function readServiceList(store: ComputerStatements, name: ServiceListName): KeptList | null {
  const row = store.first(store.build.selectFrom('service_lists').selectAll().where('name', '=', name));
  const value = row === undefined ? undefined : parseJson(row.value);
  return row === undefined || value === undefined ? null : { value, atMs: row.at_ms };
}

/** Keeps what the service says now in place of what it said before. */
export function writeServiceList(
  store: ComputerStatements,
  { name, list }: { readonly name: ServiceListName; readonly list: KeptList },
): null {
  const row = { value: JSON.stringify(list.value), at_ms: list.atMs };
  store.run(
    store.build
      .insertInto('service_lists')
      .values({ name, ...row })
      .onConflict((conflict) => conflict.column('name').doUpdateSet(row)),
  );
  return null;
}
