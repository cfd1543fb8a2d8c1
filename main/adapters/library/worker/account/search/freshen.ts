import type { LibraryStatements, LibraryTables, SearchKind } from '../tables.ts';
import { oneOf, readDocuments } from './documents.ts';
import type { DocumentText } from './documents.ts';
import { createIndexWriter } from './search-index.ts';
import type { IndexWriter } from './search-index.ts';

type DocumentRow = LibraryTables['search_documents'];

/** So many things are read at a time; the cues of one file are one thing. */
const pieceSize = 500;

/** Indexes what changed, at most `most` things; true when something is left. Meant for the end of the transaction that changed it. */
export function freshenSearch(store: LibraryStatements, most = Infinity): boolean {
  let writer: IndexWriter | null = null;
  let doneCount = 0;
  for (let piece = nextPiece(store); piece !== null && doneCount < most; piece = nextPiece(store)) {
    writer ??= createIndexWriter(store);
    indexAnew(store, writer, piece.kind, piece.keys);
    doneCount += piece.keys.length;
  }
  writer?.finish();
  return doneCount >= most && nextPiece(store) !== null;
}

/** How many things have changed and are not indexed yet. */
export function waitingForIndex(store: LibraryStatements): number {
  const query = store.build.selectFrom('search_queue').select(({ fn }) => fn.countAll<number>().as('count'));
  return store.first(query)?.count ?? 0;
}

function nextPiece(store: LibraryStatements): { readonly kind: SearchKind; readonly keys: readonly string[] } | null {
  const { build } = store;
  const kind = store.first(build.selectFrom('search_queue').select('kind').limit(1))?.kind;
  if (kind === undefined) return null;
  const rows = store.all(
    build.selectFrom('search_queue').select('key').where('kind', '=', kind).orderBy('key').limit(pieceSize),
  );
  return { kind, keys: rows.map(({ key }) => key) };
}

function indexAnew(store: LibraryStatements, writer: IndexWriter, kind: SearchKind, keys: readonly string[]): void {
  const { build } = store;
  const isKey = oneOf(keys);
  const known = store.all(
    build.selectFrom('search_documents').selectAll().where('kind', '=', kind).where('key', 'in', isKey).orderBy('id'),
  );
  const [before, after] = [byKey(known), byKey(readDocuments(store, kind, keys))];
  for (const key of keys) {
    const [old, fresh] = [before.get(key) ?? [], after.get(key) ?? []];
    if (areSame(old, fresh)) continue;
    for (const document of old) writer.remove(document);
    for (const document of fresh) writer.add(document);
  }
  store.run(build.deleteFrom('search_queue').where('kind', '=', kind).where('key', 'in', isKey));
}

function byKey<Document extends DocumentText>(documents: readonly Document[]): ReadonlyMap<string, Document[]> {
  const lists = new Map<string, Document[]>();
  for (const document of documents) {
    const list = lists.get(document.key);
    if (list === undefined) lists.set(document.key, [document]);
    else list.push(document);
  }
  return lists;
}

function areSame(old: readonly DocumentRow[], fresh: readonly DocumentText[]): boolean {
  return (
    old.length === fresh.length &&
    old.every((row, index) => {
      const document = fresh[index];
      return (
        document !== undefined &&
        row.place_ms === document.place_ms &&
        row.title === document.title &&
        row.people === document.people &&
        row.body === document.body
      );
    })
  );
}
