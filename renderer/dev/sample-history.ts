import type { HistoryEntry, HistoryEntryId } from '../../contract/domain/history.ts';
import type { DeviceId } from '../../contract/domain/ids.ts';
import { dayAfter, localDay } from '../../contract/domain/local-day.ts';
import type { Result } from '../../contract/result.ts';
import type { EventName, Events } from '../../contract/ipc.ts';
import type { Answers } from '../lib/testing/fake-bridge.ts';
import { courses } from './sample-data.ts';

const ok = <T>(value: T): Result<T> => ({ ok: true, value });
const minuteMs = 60_000;

/** A history that lasts as long as the page; `&history=none|long`, `&private`. */
export function historyAnswers(
  asked: URLSearchParams,
  emit: <N extends EventName>(name: N, payload: Events[N]) => void,
  retentionDays: () => number | null,
): Answers {
  const offset = (timeMs: number): number => -new Date(timeMs).getTimezoneOffset();
  let entries: readonly HistoryEntry[] = sampleEntries({ none: 0, long: 2000 }[asked.get('history') ?? ''] ?? 11);
  const removed = new Map<number, readonly HistoryEntry[]>();
  let on = asked.has('private');
  return {
    'history.list': ({ before, limit, text }) => {
      const words = text.toLowerCase().split(/\s+/u).filter(Boolean);
      const found = entries.filter(({ lectureTitle, courseTitle }) => {
        const all = `${lectureTitle} ${courseTitle}`.toLowerCase();
        return words.every((word) => all.includes(word));
      });
      const from = before === null ? 0 : found.findIndex(({ id }) => id === before.id) + 1;
      const last = found.length > from + limit ? found[from + limit - 1] : undefined;
      const next = last === undefined ? null : { day: last.day, endedAtMs: last.endedAtMs, id: last.id };
      return ok({ entries: found.slice(from, from + limit), next });
    },
    'history.remove': (removal) => {
      const goes = (entry: HistoryEntry): boolean => {
        if ('entryIds' in removal) return removal.entryIds.includes(entry.id);
        if ('day' in removal) return entry.day === removal.day;
        return 'all' in removal || entry.courseId === removal.courseId;
      };
      const gone = entries.filter(goes);
      entries = entries.filter((entry) => !goes(entry));
      const removalId = removed.size + 1;
      removed.set(removalId, gone);
      return ok({ removalId, count: gone.length });
    },
    'history.undo': ({ removalId }) => {
      entries = [...entries, ...(removed.get(removalId) ?? [])].toSorted((a, b) => b.endedAtMs - a.endedAtMs);
      return ok(null);
    },
    'history.state': () => {
      const tomorrow = Date.parse(dayAfter(localDay(Date.now(), offset), 1)) - offset(Date.now()) * minuteMs;
      return ok({ count: entries.length, nextPurgeAtMs: retentionDays() === null ? null : tomorrow });
    },
    'session.read': () => ok({ on }),
    'session.private': (state) => {
      ({ on } = state);
      emit('session.changed', state);
      return ok(state);
    },
  };

  function sampleEntries(count: number): readonly HistoryEntry[] {
    const lectures = courses.flatMap((course) =>
      course.sections.flatMap((section) => section.lectures.map((lecture) => ({ course, lecture }))),
    );
    return Array.from({ length: count }, (_, index) => {
      const found = lectures[(index * 5) % lectures.length];
      if (!found) throw new Error('no lectures');
      const { course, lecture } = found;
      const endedAtMs = Date.now() - (index * 7 + (index % 3) * 2) * 60 * minuteMs - 12 * minuteMs;
      const watchedMs = Math.round(lecture.durationMs * (0.3 + ((index * 3) % 7) / 10));
      return {
        id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}` as HistoryEntryId,
        lectureId: lecture.id,
        courseId: course.id,
        lectureTitle: lecture.title,
        courseTitle: course.title,
        durationMs: lecture.durationMs,
        deviceId: (index % 4 === 3 ? 'device-notebook' : 'device-this') as DeviceId,
        startedAtMs: endedAtMs - watchedMs - minuteMs,
        endedAtMs,
        day: localDay(endedAtMs, offset),
        offsetMinutes: offset(endedAtMs),
        watchedMs,
        fromMs: 0,
        toMs: Math.min(watchedMs, lecture.durationMs),
        isInCatalogue: index % 6 !== 4,
      };
    });
  }
}
