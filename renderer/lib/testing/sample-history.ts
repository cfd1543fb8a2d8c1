import type { HistoryEntry, HistoryEntryId, HistoryPage } from '../../../contract/domain/history.ts';
import type { CourseId, DeviceId, LectureId } from '../../../contract/domain/ids.ts';
import { dayAfter, localDay, type LocalDay } from '../../../contract/domain/local-day.ts';

/** The day of this computer, */
export const today = localDay(Date.now(), (timeMs) => -new Date(timeMs).getTimezoneOffset());
/** and the one before. */
export const yesterday = dayAfter(today, -1);

/** An entry of a day; a higher number was earlier. */
export function entry(number: number, day: LocalDay, part: Partial<HistoryEntry> = {}): HistoryEntry {
  return {
    id: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}` as HistoryEntryId,
    lectureId: `l${String(number)}` as LectureId,
    courseId: 'c1' as CourseId,
    lectureTitle: `Lecture ${String(number)}`,
    courseTitle: 'How Video Finds Its Place',
    durationMs: 600_000,
    deviceId: 'device-this' as DeviceId,
    startedAtMs: Date.parse(`${day}T06:05:00Z`) - number * 60_000,
    endedAtMs: Date.parse(`${day}T06:40:00Z`) - number * 60_000,
    day,
    offsetMinutes: 480,
    watchedMs: 125_000,
    fromMs: 0,
    toMs: 247_000,
    isInCatalogue: true,
    ...part,
  };
}

/** All there is. */
export const page = (...entries: readonly HistoryEntry[]): HistoryPage => ({ entries, next: null });

/** One of today and two of yesterday, the last no longer in the catalogue. */
export const three = page(entry(1, today), entry(2, yesterday), entry(3, yesterday, { isInCatalogue: false }));
