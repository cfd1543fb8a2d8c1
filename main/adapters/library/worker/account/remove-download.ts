import type { LectureId } from '../../../../../contract/domain/ids.ts';
import { heldAssets } from './held-assets.ts';
import { removeLicence } from './licences.ts';
import type { LibraryStatements } from './tables.ts';

/** Forgets a lecture's download, and all that only it needed; its file on the disk is somebody else's work. */
export function removeDownload(store: LibraryStatements, id: LectureId): null {
  store.run(store.build.deleteFrom('downloads').where('lecture_id', '=', id));
  return forgetCompany(store, id);
}

/** Forgets what lies in the bin of a lecture; when it is downloaded again already, its licence and small files are that download's. */
export function removeFromBin(store: LibraryStatements, id: LectureId): null {
  store.run(store.build.deleteFrom('bin').where('lecture_id', '=', id));
  return forgetCompany(store, id);
}

/**
 * Forgets a lecture's licence, its silences and the captions and attachments that came with it, once it is neither downloaded nor in the bin, unless another one
 * that is has them too, and small files that the catalogue no longer names (of an earlier version of a lecture). Covers stay: the catalogue shows them.
 */
function forgetCompany(store: LibraryStatements, id: LectureId): null {
  const { build } = store;
  const kept = build.selectFrom('downloads').select('lecture_id').union(build.selectFrom('bin').select('lecture_id'));
  if (store.all(kept).some((row) => row.lecture_id === id)) return null;
  removeLicence(store, id);
  store.run(build.deleteFrom('silences').where('asset_id', 'not in', heldAssets(store)));
  const ownOf = build.selectFrom('assets').select('assets.id').where('kind', 'in', ['caption', 'attachment']);
  store.run(
    build
      .deleteFrom('content')
      .where('asset_id', 'in', ownOf.where('lecture_id', '=', id))
      .where('asset_id', 'not in', build.selectFrom('assets').select('assets.id').where('lecture_id', 'in', kept)),
  );
  store.run(build.deleteFrom('content').where('asset_id', 'not in', build.selectFrom('assets').select('assets.id')));
  return null;
}
