import {
  importBounds,
  importedRows,
  importedTables,
  type ImportedRows,
  type ImportedTable,
} from '../../../../contract/domain/import.ts';
import { linesOf } from './read-lines.ts';

/** How `data.json` of our own hand says that the rows of a table begin and end: each on a line of its own. */
const tableBegins = /^"([a-z_]+)": \[$/;
const tableEnds = /^\],?$/;

/** Rows of the tables that can be taken over, some at a time, each checked; what does not fit throws. */
export async function* rowsOf(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<ImportedRows> {
  let table: ImportedTable | null = null;
  let rows: unknown[] = [];
  for await (const line of linesOf(pieces)) {
    const begun = tableBegins.exec(line)?.[1];
    if (begun !== undefined) {
      table = importedTables.find((name) => name === begun) ?? null;
    } else if (tableEnds.test(line)) {
      if (table !== null && rows.length > 0) yield { table, rows } as unknown as ImportedRows;
      table = null;
      rows = [];
    } else if (table !== null && line !== '') {
      rows.push(importedRows[table].parse(JSON.parse(line.endsWith(',') ? line.slice(0, -1) : line)));
      if (rows.length < importBounds.rowsAtOnce) continue;
      yield { table, rows } as unknown as ImportedRows;
      rows = [];
    }
  }
}
