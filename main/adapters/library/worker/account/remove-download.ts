import type { LectureId } from '../../../../../contract/domain/ids.ts';
import { removeLicence } from './licences.ts';
import type { LibraryStatements } from './tables.ts';

/**
 * Forgets a lecture's download, its licence, and the captions and attachments that came with it, unless another download has them too, and small files
 * that the catalogue no longer names (of an earlier version of a lecture). Covers stay: the catalogue shows them. The lecture's file on
 * the disk is somebody else's work.
 */
export function removeDownload(store: LibraryStatements, id: LectureId): null {
  const { build } = store;
  removeLicence(store, id);
  store.run(build.deleteFrom('downloads').where('lecture_id', '=', id));
  const ownOf = build.selectFrom('assets').select('assets.id').where('kind', 'in', ['caption', 'attachment']);
  store.run(
    build
      .deleteFrom('content')
      .where('asset_id', 'in', ownOf.where('lecture_id', '=', id))
      .where(
        'asset_id',
        'not in',
        build
          .selectFrom('assets')
          .innerJoin('downloads', 'downloads.lecture_id', 'assets.lecture_id')
          .select('assets.id'),
      ),
  );
  store.run(build.deleteFrom('content').where('asset_id', 'not in', build.selectFrom('assets').select('assets.id')));
  return null;
}
