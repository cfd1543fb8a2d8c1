import type { LectureId } from '../../contract/domain/ids.ts';

/** As many lectures as one request takes (`someLectures` in `contract/ipc-schemas.ts`). */
const mostAtOnce = 500;

/** Asks main about many lectures in pieces of its size, one after the other. */
export async function inPieces(
  lectureIds: readonly LectureId[],
  request: (piece: readonly LectureId[]) => Promise<unknown>,
): Promise<void> {
  for (let at = 0; at < lectureIds.length; at += mostAtOnce) await request(lectureIds.slice(at, at + mostAtOnce));
}
