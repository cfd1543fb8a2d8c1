import { dataKinds, type DataKindName } from '../../../contract/domain/data-kinds.ts';

/** The kind of data that a table belongs to. */
export function kindOfTable(table: string): DataKindName | null {
  const found = Object.entries(dataKinds).find(([, { library, computer }]) =>
    [...library, ...computer].includes(table),
  );
  return found === undefined ? null : (found[0] as DataKindName);
}
