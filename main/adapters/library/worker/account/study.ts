import type { AssetId, CourseId, LectureId } from '../../../../../contract/domain/ids.ts';
import { mergeSpans } from '../../../../../contract/domain/span.ts';
import type { Span } from '../../../../../contract/domain/span.ts';
import type { HandMark, WatchedSpans } from '../../../../study-ports.ts';
import { noteLecture, noteWatched } from './sync/lecture-state.ts';
import type { Flag, LibraryStatements } from './tables.ts';
import { watchedOf, writeWatched } from './watched.ts';

/** Adds what was watched to what was; what lies beyond the lecture's end is cut off. */
export function addWatched(
  store: LibraryStatements,
  { lectureId, spans }: { readonly lectureId: LectureId; readonly spans: readonly Span[] },
): WatchedSpans {
  const lecture = store.first(store.build.selectFrom('lectures').select('duration_ms').where('id', '=', lectureId));
  const before = watchedOf(store, lectureId);
  const mostMs = lecture?.duration_ms ?? Infinity;
  const fresh = spans.map(({ startMs, endMs }) => ({ startMs, endMs: Math.min(endMs, mostMs) }));
  const watched = mergeSpans([...before, ...fresh]);
  const grew = JSON.stringify(watched) !== JSON.stringify(before);
  if (grew) {
    writeWatched(store, lectureId, watched);
    noteWatched(store, lectureId);
  }
  return { watched, grew, durationMs: lecture?.duration_ms ?? null };
}

/** Counts a lecture as watched or not, by hand; the one place where `completed` goes back. */
export function markLecture(store: LibraryStatements, mark: HandMark): readonly Span[] {
  const completed: Flag = mark.completed ? 1 : 0;
  const now = { completed, completed_at_ms: mark.completed ? mark.watchedAtMs : null };
  const isBegun = isLectureBegun(store, mark.lectureId);
  store.run(
    store.build
      .insertInto('progress')
      .values({ lecture_id: mark.lectureId, ...now, position_ms: 0, watched_at_ms: mark.watchedAtMs })
      .onConflict((conflict) => conflict.column('lecture_id').doUpdateSet(now)),
  );
  const before = watchedOf(store, mark.lectureId);
  writeWatched(store, mark.lectureId, mergeSpans(mark.completed ? [...before, ...mark.watched] : mark.watched));
  noteLecture(store, mark.lectureId, mark.watchedAtMs, {
    position: !isBegun,
    completion: mark.completed,
    reset: !mark.completed,
  });
  return before;
}

function isLectureBegun({ build, first }: LibraryStatements, id: LectureId): boolean {
  return first(build.selectFrom('progress').select('lecture_id').where('lecture_id', '=', id)) !== undefined;
}

/** The speed kept for a course. */
export function rateOfCourse(store: LibraryStatements, id: CourseId): number | null {
  const row = store.first(store.build.selectFrom('course_rate').select('rate').where('course_id', '=', id));
  return row?.rate ?? null;
}

/** Keeps a speed for a course, or forgets it. */
export function keepRate(
  store: LibraryStatements,
  { courseId, rate }: { readonly courseId: CourseId; readonly rate: number | null },
): null {
  store.run(store.build.deleteFrom('course_rate').where('course_id', '=', courseId));
  if (rate !== null) store.run(store.build.insertInto('course_rate').values({ course_id: courseId, rate }));
  return null;
}

/** The silences of a file, as `StudyStore` tells them. */
export function silencesOfAsset(store: LibraryStatements, id: AssetId): readonly Span[] | 'unreadable' | null {
  const row = store.first(store.build.selectFrom('silences').select('spans').where('asset_id', '=', id));
  if (row === undefined) return null;
  return row.spans === null ? 'unreadable' : unpackSpans(row.spans);
}

/** Keeps the silences of a file, or that there are none to be found. */
export function keepSilences(
  store: LibraryStatements,
  { assetId, silences }: { readonly assetId: AssetId; readonly silences: readonly Span[] | 'unreadable' },
): null {
  const row = { spans: silences === 'unreadable' ? null : packSpans(silences) };
  store.run(
    store.build
      .insertInto('silences')
      .values({ asset_id: assetId, ...row })
      .onConflict((conflict) => conflict.column('asset_id').doUpdateSet(row)),
  );
  return null;
}

/** The complete download that nobody looked for silences in, the one that came first. */
export function nextWithoutSilences(
  store: LibraryStatements,
  except: readonly AssetId[],
): { readonly lectureId: LectureId; readonly assetId: AssetId } | null {
  const query = store.build
    .selectFrom('downloads')
    .leftJoin('silences', 'silences.asset_id', 'downloads.asset_id')
    .select(['downloads.lecture_id as lectureId', 'downloads.asset_id as assetId'])
    .where('downloads.state', '=', 'complete')
    .where('silences.asset_id', 'is', null)
    .where('downloads.asset_id', 'not in', except)
    .orderBy('downloads.completed_at_ms')
    .limit(1);
  return store.first(query) ?? null;
}

const bytesOfSpan = 8;

function packSpans(spans: readonly Span[]): Buffer {
  const bytes = Buffer.alloc(spans.length * bytesOfSpan);
  for (const [index, { startMs, endMs }] of spans.entries()) {
    bytes.writeUInt32LE(startMs, index * bytesOfSpan);
    bytes.writeUInt32LE(endMs, index * bytesOfSpan + 4);
  }
  return bytes;
}

function unpackSpans(bytes: Uint8Array): readonly Span[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: Math.floor(bytes.byteLength / bytesOfSpan) }, (_, index) => ({
    startMs: view.getUint32(index * bytesOfSpan, true),
    endMs: view.getUint32(index * bytesOfSpan + 4, true),
  }));
}
