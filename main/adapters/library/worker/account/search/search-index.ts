import { sql } from 'kysely';
import type { Compilable } from 'kysely';
import type { LibraryStatements, LibraryTables, SearchKind } from '../tables.ts';
import type { DocumentText } from './documents.ts';
import { indexTerms } from './words.ts';

type DocumentRow = LibraryTables['search_documents'];

/** Writes documents and their index together; `finish` writes the counts of the terms that came and went. */
export interface IndexWriter {
  add(document: DocumentText): void;
  remove(document: DocumentRow): void;
  finish(): void;
}

type IndexRow = Pick<DocumentRow, 'id' | 'title' | 'people' | 'body'>;

/** Writes the SQL of something that Kysely has no words for. */
export function written<Row>(store: LibraryStatements, query: ReturnType<typeof sql<Row>>): Compilable<Row> {
  return { compile: () => query.compile(store.build) };
}

/** The index of a kind. */
export function indexOf(kind: SearchKind) {
  return sql.table(`search_${kind}`);
}

/** Makes a writer for one transaction. */
export function createIndexWriter(store: LibraryStatements): IndexWriter {
  const counts = new Map<string, number>();
  const kinds = new Map<SearchKind, ReturnType<typeof kindWriter>>();
  const addDocument = store.forEachRow<DocumentRow>(
    ['id', 'kind', 'key', 'place_ms', 'title', 'people', 'body'],
    (slots) => store.build.insertInto('search_documents').values(slots),
  );
  const removeDocument = store.forEachRow<Pick<DocumentRow, 'id'>>(['id'], (slots) =>
    store.build.deleteFrom('search_documents').where('id', '=', slots.id),
  );
  let lastId =
    store.first(store.build.selectFrom('search_documents').select(({ fn }) => fn.max('id').as('id')))?.id ?? 0;

  function writerOf(kind: SearchKind): ReturnType<typeof kindWriter> {
    const known = kinds.get(kind) ?? kindWriter(store, kind);
    kinds.set(kind, known);
    return known;
  }

  /** The document as its index gets it; its terms are counted on the way. */
  function indexed({ id, title, people, body }: IndexRow, by: 1 | -1): IndexRow {
    const [ofTitle, ofPeople, ofBody] = [indexTerms(title), indexTerms(people), indexTerms(body)];
    for (const term of new Set([...ofTitle, ...ofPeople, ...ofBody])) counts.set(term, (counts.get(term) ?? 0) + by);
    return { id, title: ofTitle.join(' '), people: ofPeople.join(' '), body: ofBody.join(' ') };
  }

  return {
    add(document) {
      lastId += 1;
      const row = { id: lastId, ...document };
      addDocument(row);
      writerOf(row.kind).add(indexed(row, 1));
    },
    remove(document) {
      removeDocument(document);
      // An index without text is told what to take out: what these words make is the same for ever.
      writerOf(document.kind).remove(indexed(document, -1));
    },
    finish() {
      writeCounts(store, counts);
      counts.clear();
    },
  };
}

function kindWriter(store: LibraryStatements, kind: SearchKind) {
  const columns = ['id', 'title', 'people', 'body'] as const;
  const index = indexOf(kind);
  return {
    add: store.forEachRow<IndexRow>(columns, ({ id, title, people, body }) =>
      written(
        store,
        sql`insert into ${index} (rowid, title, people, body) values (${id}, ${title}, ${people}, ${body})`,
      ),
    ),
    remove: store.forEachRow<IndexRow>(columns, ({ id, title, people, body }) =>
      written(
        store,
        sql`insert into ${index} (${index}, rowid, title, people, body) values ('delete', ${id}, ${title}, ${people}, ${body})`,
      ),
    ),
  };
}

function writeCounts(store: LibraryStatements, counts: ReadonlyMap<string, number>): void {
  const { build } = store;
  const write = store.forEachRow<LibraryTables['search_terms']>(['term', 'document_count'], (slots) =>
    build
      .insertInto('search_terms')
      .values(slots)
      .onConflict((conflict) =>
        conflict.column('term').doUpdateSet(({ eb, ref }) => ({
          document_count: eb('search_terms.document_count', '+', ref('excluded.document_count')),
        })),
      ),
  );
  const gone = store.forEachRow<{ term: string }>(['term'], ({ term }) =>
    build.deleteFrom('search_terms').where('term', '=', term).where('document_count', '<=', 0),
  );
  // In their order: the rows of a tree that grow beside each other are written fastest.
  for (const [term, by] of [...counts].toSorted(([one], [other]) => (one < other ? -1 : 1))) {
    if (by === 0) continue;
    write({ term, document_count: by });
    if (by < 0) gone({ term });
  }
}
