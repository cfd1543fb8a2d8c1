import type { CatalogueMedia, DownloadRow } from '../../../../ports.ts';
import { binItemOfLecture } from './bin.ts';
import { downloadOfLecture, putDownload } from './downloads.ts';
import type { LibraryStatements } from './tables.ts';

/** The lectures' own files by lecture and id, a page of them: reads no JSON, so that a large catalogue is gone through quickly. */
export function mediaOfCatalogue(
  store: LibraryStatements,
  { after, limit }: { readonly after: CatalogueMedia | null; readonly limit: number },
): readonly CatalogueMedia[] {
  const first = store.build
    .selectFrom('assets')
    .select(['lecture_id', 'id', 'size_bytes'])
    .where('kind', '=', 'media')
    .orderBy('lecture_id')
    .orderBy('id')
    .limit(limit);
  const query =
    after === null
      ? first.where('lecture_id', 'is not', null)
      : first.where(({ eb, refTuple, tuple }) =>
          eb(refTuple('lecture_id', 'id'), '>', tuple(after.lectureId, after.assetId)),
        );
  return store
    .all(query)
    .flatMap(({ lecture_id: lectureId, id, size_bytes: sizeBytes }) =>
      lectureId === null ? [] : [{ lectureId, assetId: id, sizeBytes }],
    );
}

/** Gives rows to lectures that have none and are not in the bin. */
export function adoptDownloads(store: LibraryStatements, rows: readonly DownloadRow[]): null {
  for (const row of rows) {
    const isKnown = downloadOfLecture(store, row.lectureId) !== null || binItemOfLecture(store, row.lectureId) !== null;
    if (!isKnown) putDownload(store, row);
  }
  return null;
}
