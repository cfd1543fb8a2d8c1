import { z } from 'zod';
import { HistoryEntryId } from './history.ts';
import { CourseId, DeviceId, LectureId } from './ids.ts';
import { LocalDay } from './local-day.ts';
import { mergeSpans } from './span.ts';
import { laterStamp, Stamp } from './stamp.ts';

const TimeMs = z.int().min(0).max(8.64e15);
const MediaMs = z.int().min(0).max(1e9);
const Title = z.string().max(1000);

/** How many parts watched of a lecture are told at most. */
export const syncedSpansMost = 2000;

export const SyncedSitting = z.object({
  id: HistoryEntryId,
  /** When it was begun; never changes, and decides whether "delete all" meant it too. */
  born: Stamp,
  lectureId: LectureId,
  courseId: CourseId,
  lectureTitle: Title,
  courseTitle: Title,
  durationMs: MediaMs,
  deviceId: DeviceId,
  startedAtMs: TimeMs,
  endedAtMs: TimeMs,
  day: LocalDay,
  offsetMinutes: z.int().min(-1440).max(1440),
  watchedMs: z.int().min(1).max(1e9),
  fromMs: MediaMs,
  toMs: MediaMs,
});
/** A sitting of the watch history as computers tell each other of it; only the computer that it was on makes it longer. */
export type SyncedSitting = z.infer<typeof SyncedSitting>;

export const SyncedLecture = z.object({
  lectureId: LectureId,
  /** When it was last counted as not watched, by hand. */
  reset: Stamp.nullable(),
  /** When it was last watched to its end, or counted as watched; what is not later than `reset` does not count. */
  completion: z.object({ stamp: Stamp, atMs: TimeMs }).nullable(),
  position: z.object({ stamp: Stamp, positionMs: MediaMs, watchedAtMs: TimeMs }).nullable(),
  /** What was watched since `reset`: a union of `mergeSpans`. */
  spans: z.array(z.object({ startMs: MediaMs, endMs: MediaMs })).max(syncedSpansMost),
});
/** How far a person is in a lecture as computers tell each other of it. */
export type SyncedLecture = z.infer<typeof SyncedLecture>;

/** Why a sitting is gone: the person deleted it, or a computer purged it because it was too old there. */
export const removalReasons = ['expired', 'deleted'] as const;
export type RemovalReason = (typeof removalReasons)[number];

export const HistoryEvent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('sitting'), sitting: SyncedSitting }),
  z.object({ kind: z.literal('lecture'), lecture: SyncedLecture }),
  /** `deleted` is gone everywhere; `expired` is gone from the service, and each computer keeps its own as long as it is told to. */
  z.object({ kind: z.literal('removed'), id: HistoryEntryId, reason: z.enum(removalReasons) }),
  /** Every sitting that was begun before is deleted. */
  z.object({ kind: z.literal('cleared'), stamp: Stamp }),
]);
/** Something that a computer tells the others of through the service. */
export type HistoryEvent = z.infer<typeof HistoryEvent>;

/** A lecture of which nothing is known. */
export function untouchedLecture(lectureId: LectureId): SyncedLecture {
  return { lectureId, reset: null, completion: null, position: null, spans: [] };
}

/** Whether it counts as watched to its end. */
export function isLectureCompleted({ completion, reset }: SyncedLecture): boolean {
  return completion !== null && (reset === null || completion.stamp > reset);
}

/**
 * All that two computers know of a lecture: a join (commutative, associative, idempotent), so that it does not matter who hears of what first.
 * The later position and completion hold, the parts watched are united, and a later reset takes away what was before it.
 */
export function joinLectures(one: SyncedLecture, other: SyncedLecture): SyncedLecture {
  const reset = laterStamp(one.reset, other.reset);
  const completion = laterOf(one.completion, other.completion);
  const spans = [one, other].flatMap((each) => (each.reset === reset ? each.spans : []));
  return {
    lectureId: one.lectureId,
    reset,
    completion: completion !== null && (reset === null || completion.stamp > reset) ? completion : null,
    position: laterOf(one.position, other.position),
    spans: mergeSpans(spans).map(({ startMs, endMs }) => ({ startMs, endMs })),
  };
}

/** The one of two tellings of a sitting that knows more: it only ever grows. */
export function joinSittings(one: SyncedSitting, other: SyncedSitting): SyncedSitting {
  const size = ({ watchedMs, endedAtMs, toMs }: SyncedSitting): readonly number[] => [watchedMs, endedAtMs, toMs];
  const [left, right] = [size(one), size(other)];
  const index = left.findIndex((value, place) => value !== right[place]);
  if (index >= 0) return (left[index] ?? 0) > (right[index] ?? 0) ? one : other;
  return JSON.stringify(one) >= JSON.stringify(other) ? one : other;
}

/** The stronger of two reasons: what was deleted is deleted, whoever also thought it old. */
export function joinReasons(one: RemovalReason, other: RemovalReason): RemovalReason {
  return one === 'deleted' ? one : other;
}

/** The latest stamp in what is known of a lecture. */
export function lastStampOf({ reset, completion, position }: SyncedLecture): Stamp | null {
  return laterStamp(reset, laterStamp(completion?.stamp ?? null, position?.stamp ?? null));
}

function laterOf<T extends { readonly stamp: Stamp }>(one: T | null, other: T | null): T | null {
  if (one === null || other === null) return one ?? other;
  if (one.stamp !== other.stamp) return one.stamp > other.stamp ? one : other;
  return JSON.stringify(one) >= JSON.stringify(other) ? one : other;
}
