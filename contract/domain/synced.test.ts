import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HistoryEntryId } from './history.ts';
import { CourseId, DeviceId, LectureId } from './ids.ts';
import type { LocalDay } from './local-day.ts';
import { stampAfter } from './stamp.ts';
import {
  isLectureCompleted,
  joinLectures,
  joinReasons,
  joinSittings,
  lastStampOf,
  removalReasons,
  type SyncedLecture,
  type SyncedSitting,
  untouchedLecture,
} from './synced.ts';

const lectureId = LectureId.parse('l');
const stamp = fc
  .record({ nowMs: fc.integer({ min: 1, max: 6 }), deviceId: fc.constantFrom('one', 'two') })
  .map((at) => stampAfter({ ...at, clock: null, seen: null }));
const small = fc.integer({ min: 0, max: 9 });
const spans = fc.array(
  fc.record({ startMs: fc.integer({ min: 0, max: 9000 }), endMs: fc.integer({ min: 0, max: 9000 }) }),
  { maxLength: 4 },
);
const lecture: fc.Arbitrary<SyncedLecture> = fc
  .record({
    lectureId: fc.constant(lectureId),
    reset: fc.option(stamp),
    completion: fc.option(fc.record({ stamp, atMs: small })),
    position: fc.option(fc.record({ stamp, positionMs: small, watchedAtMs: small })),
    spans,
  })
  // What is known is always a join of something.
  .map((each) => joinLectures(untouchedLecture(lectureId), { ...each, reset: each.reset ?? null }));
const sitting: fc.Arbitrary<SyncedSitting> = fc.record({
  id: fc.constant(HistoryEntryId.parse('0'.repeat(36))),
  born: stamp,
  lectureId: fc.constant(lectureId),
  courseId: fc.constant(CourseId.parse('c')),
  lectureTitle: fc.constantFrom('A', 'B'),
  courseTitle: fc.constant('C'),
  durationMs: fc.constant(9),
  deviceId: fc.constant(DeviceId.parse('one')),
  startedAtMs: fc.constant(1),
  endedAtMs: small,
  day: fc.constant('2026-11-23' as LocalDay),
  offsetMinutes: fc.constant(0),
  watchedMs: small,
  fromMs: fc.constant(0),
  toMs: small,
});

/** What shows that it is none; null when nothing does. */
function noJoin<T>(value: fc.Arbitrary<T>, join: (one: T, other: T) => T): unknown {
  const same = (one: T, other: T): boolean => JSON.stringify(one) === JSON.stringify(other);
  const holds = fc.property(
    value,
    value,
    value,
    (one, two, three) =>
      same(join(one, two), join(two, one)) &&
      same(join(join(one, two), three), join(one, join(two, three))) &&
      same(join(one, one), one),
  );
  return fc.check(holds, { numRuns: 500 }).counterexample;
}

describe('what computers know together', () => {
  it('E4: of a lecture is the same in whatever order they hear of it, and however often', () => {
    expect(noJoin(lecture, joinLectures)).toBeNull();
    expect(noJoin(lecture, (one) => one)).not.toBeNull();
  });

  it('E4: of a sitting, and of why one is gone, too', () => {
    expect(noJoin(sitting, joinSittings)).toBeNull();
    expect(noJoin(fc.constantFrom(...removalReasons), joinReasons)).toBeNull();
  });

  it('E4: a completed lecture stays so, unless it was counted as not watched later', () => {
    fc.assert(
      fc.property(lecture, lecture, (one, other) => {
        const joined = joinLectures(one, other);
        if (!isLectureCompleted(one) || isLectureCompleted(joined)) return;
        expect(other.reset !== null && other.reset >= (one.completion?.stamp ?? '')).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('E4: what was watched before a reset is taken away by it, and the place where the person is stays', () => {
    const at = (nowMs: number) => stampAfter({ nowMs, deviceId: 'one', clock: null, seen: null });
    const watched: SyncedLecture = {
      ...untouchedLecture(lectureId),
      completion: { stamp: at(2), atMs: 2 },
      position: { stamp: at(2), positionMs: 7, watchedAtMs: 2 },
      spans: [{ startMs: 0, endMs: 7 }],
    };
    const reset = { ...untouchedLecture(lectureId), reset: at(3), spans: [{ startMs: 8, endMs: 9 }] };
    const joined = joinLectures(watched, reset);
    expect(joined).toEqual({ ...reset, position: watched.position });
    expect(lastStampOf(joined)).toBe(at(3));
    expect(lastStampOf(untouchedLecture(lectureId))).toBeNull();
    const earlier = joinLectures(watched, { ...reset, reset: at(1) });
    expect(isLectureCompleted(earlier)).toBe(true);
  });
});
