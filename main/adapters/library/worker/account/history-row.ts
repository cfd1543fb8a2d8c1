import type { HistoryEntry } from '../../../../../contract/domain/history.ts';
import type { LibraryTables } from './tables.ts';

/** What a row of the history says, in the words of the contract. */
export function sittingOf(row: LibraryTables['history']): Omit<HistoryEntry, 'isInCatalogue'> {
  return {
    id: row.id,
    lectureId: row.lecture_id,
    courseId: row.course_id,
    lectureTitle: row.lecture_title,
    courseTitle: row.course_title,
    durationMs: row.duration_ms,
    deviceId: row.device_id,
    startedAtMs: row.started_at_ms,
    endedAtMs: row.ended_at_ms,
    day: row.day,
    offsetMinutes: row.offset_minutes,
    watchedMs: row.watched_ms,
    fromMs: row.from_ms,
    toMs: row.to_ms,
  };
}
