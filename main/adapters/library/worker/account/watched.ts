import type { LectureId } from '../../../../../contract/domain/ids.ts';
import type { Span } from '../../../../../contract/domain/span.ts';
import type { LibraryStatements } from './tables.ts';

/** What was watched of a lecture. */
export function watchedOf(store: LibraryStatements, id: LectureId): readonly Span[] {
  return store.all(
    store.build
      .selectFrom('watched')
      .select(['start_ms as startMs', 'end_ms as endMs'])
      .where('lecture_id', '=', id)
      .orderBy('start_ms'),
  );
}

/** Writes it anew. */
export function writeWatched(store: LibraryStatements, id: LectureId, spans: readonly Span[]): void {
  store.run(store.build.deleteFrom('watched').where('lecture_id', '=', id));
  for (const { startMs, endMs } of spans) {
    store.run(store.build.insertInto('watched').values({ lecture_id: id, start_ms: startMs, end_ms: endMs }));
  }
}
