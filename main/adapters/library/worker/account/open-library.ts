import { chmodSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { LocalAccountId } from '../../../../../contract/domain/ids.ts';
import { keySizeBytes } from '../cipher.ts';
import { libraryMigrations } from '../migrations/library/index.ts';
import { openDatabase } from '../open-database.ts';
import { makeRoomForRemoved } from './history-removal.ts';
import { noteForgotten } from './sync/sittings.ts';
import { createStatements } from '../statements.ts';
import type { OpenStore } from '../open-store.ts';
import { freshenSearch } from './search/freshen.ts';
import type { LibraryTables } from './tables.ts';

const thingsInPiece = 2000;

/** Opens `accounts/<id>/library.db`; throws as `openDatabase` does. */
export function openLibrary(
  userDataFolder: string,
  accountId: LocalAccountId,
  libraryKey: Uint8Array,
): OpenStore<LibraryTables> {
  if (libraryKey.byteLength !== keySizeBytes) throw new RangeError('the library key has 32 bytes');
  // The id becomes a folder's name: a wrong one is a defect, and must not become a path.
  const file = join(userDataFolder, 'accounts', LocalAccountId.parse(accountId), 'library.db');
  const kind = { file, key: libraryKey, migrations: libraryMigrations };
  const { database } = openDatabase(kind);
  makeRoomForRemoved(database);
  chmodSync(dirname(file), 0o700);
  const statements = createStatements<LibraryTables>(database);
  try {
    // What was deleted in the last minute before a crash or the end can be brought back no more.
    database.transaction(() => noteForgotten(statements, null)).immediate();
    indexInPieces({ database, statements });
    return { database, statements };
  } catch (error) {
    database.close();
    throw error;
  }
}

/** What an older app left without an index; a piece is a transaction, so that what was done stays done whatever happens. */
function indexInPieces({ database, statements }: OpenStore<LibraryTables>): void {
  const piece = database.transaction(() => freshenSearch(statements, thingsInPiece));
  while (piece.immediate());
}
