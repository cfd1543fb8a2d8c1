import type { CatalogueDelta } from '../../contract/api/catalogue.ts';
import type { DeviceId, LectureId } from '../../contract/domain/ids.ts';
import { localDay } from '../../contract/domain/local-day.ts';
import { applyDelta } from '../../main/adapters/library/worker/account/apply-delta.ts';
import { putContent } from '../../main/adapters/library/worker/account/content.ts';
import { recordHistory } from '../../main/adapters/library/worker/account/history.ts';
import { saveProgress } from '../../main/adapters/library/worker/account/progress.ts';
import { freshenSearch } from '../../main/adapters/library/worker/account/search/freshen.ts';
import { addWatched } from '../../main/adapters/library/worker/account/study.ts';
import type { LibraryTables } from '../../main/adapters/library/worker/account/tables.ts';
import type { OpenStore } from '../../main/adapters/library/worker/open-store.ts';
import { emptyWriteAheadLog } from '../../main/adapters/library/worker/open-database.ts';
import { captionsAt } from './captions.ts';
import { captionIdAt, makeCatalogue } from './catalogue.ts';
import type { BigCatalogue } from './catalogue.ts';
import { offsetMinutes, sittingsOf } from './sittings.ts';
import type { Sitting } from './sittings.ts';
import type { LibrarySize } from './size.ts';
import { wordLanguages } from './vocabulary.ts';

const deviceId = 'big-library' as DeviceId;
const coursesAtOnce = 20;
const sittingsAtOnce = 20_000;

/**
 * Fills an open, empty library with what the worker's own writers make of the catalogue, its captions and the history. In this process and not by calls:
 * a million messages to a worker would take longer than what they ask for.
 */
export function fillLibrary(
  open: OpenStore<LibraryTables>,
  size: LibrarySize,
  say: (words: string) => void = () => undefined,
): void {
  const catalogue = makeCatalogue(size);
  // Whoever loses power here begins again.
  open.database.pragma('synchronous = OFF');
  open.database.pragma('cache_size = -400000');
  for (let place = 0; place < size.courseCount; place += coursesAtOnce) {
    const last = Math.min(place + coursesAtOnce, size.courseCount);
    open.database.transaction(() => writeCourses(open, catalogue, place, last)).immediate();
    if (last % (10 * coursesAtOnce) === 0) say(`${last} courses`);
  }
  writeHistory(open, size, say);
  emptyWriteAheadLog(open.database);
}

/** THE place that gives the catalogue to the library: some courses as a delta, and what is said in their lectures. */
function writeCourses(
  { statements }: OpenStore<LibraryTables>,
  catalogue: BigCatalogue,
  first: number,
  last: number,
): void {
  const places = Array.from({ length: last - first }, (_, index) => first + index);
  const courses = places.map((place) => catalogue.course(place));
  // With the first piece goes what is of another catalogue.
  const delta: CatalogueDelta = { cursor: 'edition-1', complete: first === 0, courses, removedCourseIds: [] };
  applyDelta(statements, delta, null);
  if (catalogue.size.cuesPerTrack > 0) {
    for (const place of places)
      for (let index = 0; index < catalogue.size.lecturesPerCourse; index += 1)
        for (const language of wordLanguages) {
          const bytes = captionsAt(catalogue, place, index, language);
          putContent(statements, captionIdAt(place, index, language), { mediaType: 'text/vtt', bytes });
        }
  }
  freshenSearch(statements);
}

function writeHistory(open: OpenStore<LibraryTables>, size: LibrarySize, say: (words: string) => void): void {
  const last = new Map<LectureId, Sitting>();
  const completed = new Set<LectureId>();
  const sittings = sittingsOf(size);
  const piece = open.database.transaction(() => {
    for (let count = 0; count < sittingsAtOnce; count += 1) {
      const next = sittings.next();
      if (next.done === true) return false;
      record(open, next.value);
      last.set(next.value.lectureId, next.value);
      if (next.value.completes) completed.add(next.value.lectureId);
    }
    return true;
  });
  for (let count = sittingsAtOnce; piece.immediate(); count += sittingsAtOnce)
    if (count % (5 * sittingsAtOnce) === 0) say(`${count} sittings`);
  open.database
    .transaction(() => {
      for (const [lectureId, { toMs, endedAtMs }] of last) {
        const isCompleted = completed.has(lectureId);
        saveProgress(open.statements, lectureId, { positionMs: toMs, completed: isCompleted, watchedAtMs: endedAtMs });
        addWatched(open.statements, { lectureId, spans: [{ startMs: 0, endMs: toMs }] });
      }
    })
    .immediate();
}

function record({ statements }: OpenStore<LibraryTables>, sitting: Sitting): void {
  const { lectureId, startedAtMs, endedAtMs, fromMs, toMs } = sitting;
  recordHistory(statements, {
    lectureId,
    deviceId,
    nowMs: endedAtMs,
    startedAtMs,
    day: localDay(endedAtMs, () => offsetMinutes),
    offsetMinutes,
    watchedMs: endedAtMs - startedAtMs,
    fromMs,
    toMs,
  });
}
