import { sittingOf } from '../history-row.ts';
import type { LocalDay } from '../../../../../../contract/domain/local-day.ts';
import type { Stamp } from '../../../../../../contract/domain/stamp.ts';
import type { SyncedSitting } from '../../../../../../contract/domain/synced.ts';
import { foldText } from '../fold-text.ts';
import type { LibraryTables } from '../tables.ts';

type Row = LibraryTables['history'];

/** An entry of the history as another computer told it. It grows old from its own day on, but never from a day that has not come here. */
export function rowOfSitting(told: SyncedSitting, today: LocalDay): Row {
  return {
    id: told.id,
    lecture_id: told.lectureId,
    course_id: told.courseId,
    lecture_title: told.lectureTitle,
    course_title: told.courseTitle,
    search_text: foldText(`${told.lectureTitle} ${told.courseTitle}`),
    duration_ms: told.durationMs,
    device_id: told.deviceId,
    started_at_ms: told.startedAtMs,
    ended_at_ms: told.endedAtMs,
    day: told.day,
    offset_minutes: told.offsetMinutes,
    age_day: told.day < today ? told.day : today,
    watched_ms: told.watchedMs,
    from_ms: told.fromMs,
    to_ms: told.toMs,
  };
}

/** An entry of the history as it is told to other computers. */
export function sittingOfRow(row: Row, born: Stamp): SyncedSitting {
  return { ...sittingOf(row), born };
}
