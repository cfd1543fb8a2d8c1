import { sql } from 'kysely';
import { csvLine } from '../../../../csv/csv-line.ts';
import type { ExportForm, ExportPage, ExportQuery } from '../../../../export-ports.ts';
import type { Statements } from '../statements.ts';
import type { KeptColumn, KeptTable } from './columns.ts';

type Kept = string | number | null | Uint8Array;
type Cell = string | number | null;
type Row = Readonly<Record<string, Kept>>;

const encoder = new TextEncoder();

/** The rows of a table that are to be had: all of them, or those of one account. */
export interface Narrowing {
  readonly column: string;
  readonly value: string;
}

/** Reads some rows and puts them into their form. */
export function pageOf<Tables>(
  store: Statements<Tables>,
  table: KeptTable,
  { form, after, limit }: Omit<ExportQuery, 'table'>,
  only: Narrowing | null,
): ExportPage {
  const order = table.order.map((name) => sql.ref(name));
  const conditions = [
    ...(only === null ? [] : [sql`${sql.ref(only.column)} = ${only.value}`]),
    ...(after === null ? [] : [sql`(${sql.join(order)}) > (${sql.join(after)})`]),
  ];
  const where = conditions.length === 0 ? sql`` : sql`WHERE ${sql.join(conditions, sql` AND `)}`;
  // What is read for a person begins with the newest.
  const direction = form === 'html' ? sql.raw(' DESC') : sql.raw('');
  const ordered = sql.join(
    order.map((each) => sql`${each}${direction}`),
    sql`, `,
  );
  const wanted = sql.join([
    ...table.columns.map(({ kept }) => sql.ref(kept)),
    ...table.order.map((name, index) => sql`${sql.ref(name)} AS ${sql.ref(placeName(index))}`),
  ]);
  const query = sql<Row>`SELECT ${wanted} FROM ${sql.table(table.name)} ${where} ORDER BY ${ordered} LIMIT ${limit}`;
  const rows = store.all<Row>({ compile: () => query.compile(store.build) });
  const last = rows.length < limit ? undefined : rows.at(-1);
  return {
    bytes: encoder.encode(textOf(rows, table.columns, form, after === null)),
    rowCount: rows.length,
    next: last === undefined ? null : table.order.map((_, index) => last[placeName(index)] as string | number),
  };
}

/** Not the name of any column. */
const placeName = (index: number): string => `place ${index}`;

function textOf(rows: readonly Row[], columns: readonly KeptColumn[], form: ExportForm, isFirst: boolean): string {
  const cells = rows.map((row) => columns.map((column) => cellOf(row[column.kept] ?? null, column)));
  switch (form) {
    case 'json': {
      const lines = cells.map((each) =>
        JSON.stringify(Object.fromEntries(columns.map(({ name }, index) => [name, each[index]]))),
      );
      return lines.map((line, index) => (isFirst && index === 0 ? `\n${line}` : `,\n${line}`)).join('');
    }
    case 'csv':
      return cells.map((each) => csvLine(each.map((cell) => cell ?? ''))).join('');
    case 'html':
      return cells.map((each) => `<tr>${each.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>\n`).join('');
  }
}

/** A value as it leaves: moments in ISO 8601, bytes in base64. A moment that no calendar has stays a number. */
function cellOf(value: Kept, { type, unitMs }: KeptColumn): Cell {
  if (value === null || typeof value === 'string') return value;
  if (typeof value !== 'number') return Buffer.from(value).toString('base64');
  if (type !== 'time') return value;
  const moment = new Date(value * unitMs);
  return Number.isNaN(moment.getTime()) ? value : moment.toISOString();
}

function escaped(cell: Cell): string {
  return String(cell ?? '').replace(/[&<>"]/gu, (sign) => `&#${sign.charCodeAt(0)};`);
}
