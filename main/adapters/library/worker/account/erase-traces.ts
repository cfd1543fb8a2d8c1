import { sql } from 'kysely';
import type { EntryKind } from '../../../../../contract/domain/erase-plan.ts';
import type { FoundTraces } from '../../../../erase-plan-ports.ts';
import { countFound } from './find-values.ts';
import type { LibraryStatements, LibraryTables } from './tables.ts';

/** Tables whose rows nothing else in the file could look like: each begins with an id or a text and has a time behind it. */
const tellingTables: Readonly<Partial<Record<EntryKind, readonly (keyof LibraryTables)[]>>> = {
  history: ['history'],
  progress: ['progress'],
  searches: ['search_history'],
  notes: ['notes'],
  ratings: ['ratings'],
  'my-list': ['my_list'],
  recommendations: ['recommendation_dismissed'],
  visits: ['home_visit', 'course_arrivals'],
  downloads: ['downloads', 'bin'],
};

/** Of each table so many rows are looked for. */
const mostRows = 1000;
const longestBytes = 64;
/** What is shorter might stand somewhere by chance. */
const shortestBytes = 12;
/** A larger file is not read into memory at once. */
const largestFileBytes = 1_073_741_824;

const remembered = new WeakMap<LibraryStatements, readonly Uint8Array[]>();

/** Remembers how the rows of these kinds stand in the file, and looks whether they are found there. */
export function rememberErased(store: LibraryStatements, kinds: readonly EntryKind[]): FoundTraces | null {
  const values = kinds.flatMap((kind) => [
    ...(tellingTables[kind] ?? []).flatMap((table) => rowsOf(store, table).map(recordStart)),
    ...(kind === 'notes' ? notesInIndex(store) : []),
  ]);
  remembered.set(
    store,
    values.filter(({ byteLength }) => byteLength >= shortestBytes),
  );
  return look(store);
}

/** Looks once more, and forgets what is looked for. */
export function lookForErased(store: LibraryStatements): FoundTraces | null {
  const found = look(store);
  remembered.delete(store);
  return found;
}

function look(store: LibraryStatements): FoundTraces | null {
  const values = remembered.get(store);
  if (values === undefined || values.length === 0 || fileBytes(store) > largestFileBytes) return null;
  const pages = store.pages();
  return { valueCount: values.length, foundCount: countFound(pages, values), readBytes: pages.byteLength };
}

function fileBytes(store: LibraryStatements): number {
  const query = sql<{ bytes: number }>`SELECT page_count * page_size AS bytes FROM pragma_page_count, pragma_page_size`;
  return store.first({ compile: () => query.compile(store.build) })?.bytes ?? 0;
}

function rowsOf(store: LibraryStatements, table: keyof LibraryTables): readonly Readonly<Record<string, unknown>>[] {
  const query = sql<Record<string, unknown>>`SELECT * FROM ${sql.table(table)} LIMIT ${mostRows}`;
  return store.all({ compile: () => query.compile(store.build) });
}

/** How the index of the search names a note: by its kind and its id, side by side. */
function notesInIndex(store: LibraryStatements): readonly Uint8Array[] {
  const query = sql<{ key: string }>`SELECT key FROM search_documents WHERE kind = 'note' LIMIT ${mostRows}`;
  return store.all({ compile: () => query.compile(store.build) }).map(({ key }) => Buffer.from(`note${key}`));
}

/** The start of a row's values as SQLite writes them, one behind the other (sqlite.org/fileformat2.html §2.1). */
function recordStart(row: Readonly<Record<string, unknown>>): Uint8Array {
  return Buffer.concat(Object.values(row).map(bytesOfValue)).subarray(0, longestBytes);
}

function bytesOfValue(value: unknown): Uint8Array {
  if (typeof value === 'string') return Buffer.from(value);
  if (value instanceof Uint8Array) return value;
  if (typeof value !== 'number') return Buffer.alloc(0);
  return Number.isInteger(value) ? bytesOfInteger(value) : bytesOfReal(value);
}

function bytesOfReal(value: number): Uint8Array {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleBE(value);
  return bytes;
}

/** Nought and one are written in the row's head alone; others in 1, 2, 3, 4, 6 or 8 bytes, whatever is enough. */
function bytesOfInteger(value: number): Uint8Array {
  if (value === 0 || value === 1) return Buffer.alloc(0);
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64BE(BigInt(value));
  const size = [1, 2, 3, 4, 6].find((each) => value >= -(2 ** (each * 8 - 1)) && value < 2 ** (each * 8 - 1)) ?? 8;
  return bytes.subarray(8 - size);
}
