import type { AssetId } from '../../../../../contract/domain/ids.ts';
import type { StoredContent } from '../../../../ports.ts';
import type { LibraryStatements } from './tables.ts';

/** A small file kept in the library; its bytes are a copy of their own. */
export function contentOfAsset(store: LibraryStatements, id: AssetId): StoredContent | null {
  const row = store.first(store.build.selectFrom('content').select(['media_type', 'bytes']).where('asset_id', '=', id));
  return row === undefined ? null : { mediaType: row.media_type, bytes: new Uint8Array(row.bytes) };
}

/** Keeps a small file, in place of what was kept under the same id. */
export function putContent(store: LibraryStatements, id: AssetId, content: StoredContent): null {
  // better-sqlite3 takes bytes as a Buffer only: the same memory, another class.
  const { buffer, byteOffset, byteLength } = content.bytes;
  const row = { media_type: content.mediaType, bytes: Buffer.from(buffer, byteOffset, byteLength) };
  store.run(
    store.build
      .insertInto('content')
      .values({ asset_id: id, ...row })
      .onConflict((conflict) => conflict.column('asset_id').doUpdateSet(row)),
  );
  return null;
}

/** Deletes small files; what is not there is no error. */
export function removeContent(store: LibraryStatements, ids: readonly AssetId[]): null {
  for (const id of ids) store.run(store.build.deleteFrom('content').where('asset_id', '=', id));
  return null;
}
