import type { PersonalData } from '../../../contract/api/personal-data.ts';

/** A part of what the service has, as a table. */
export interface ServiceTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** What the service has as tables: one of single values, and one for each list. */
export function serviceTables(data: PersonalData): readonly ServiceTable[] {
  const entries: readonly (readonly [string, unknown])[] = Object.entries(data);
  const lists = entries.flatMap(([name, value]) => (Array.isArray(value) ? [{ name, items: value as unknown[] }] : []));
  const values = flat(Object.fromEntries(entries.filter(([, value]) => !Array.isArray(value))));
  return [
    { name: 'about-you', columns: ['field', 'value'], rows: [...values] },
    ...lists.map(({ name, items }) => {
      const rows = items.map((item) => flat(item));
      const columns = [...new Set(rows.flatMap((row) => [...row.keys()]))];
      return { name, columns, rows: rows.map((row) => columns.map((column) => row.get(column) ?? '')) };
    }),
  ];
}

/** The values of a thing by their way to them: `profile.address.city`. */
function flat(value: unknown, path = ''): ReadonlyMap<string, string | number> {
  if (typeof value === 'string' || typeof value === 'number') return new Map([[path, value]]);
  if (value === null || typeof value !== 'object')
    return new Map([[path, value === null ? '' : JSON.stringify(value)]]);
  return new Map(
    Object.entries(value).flatMap(([name, each]) => [...flat(each, path === '' ? name : `${path}.${name}`)]),
  );
}
