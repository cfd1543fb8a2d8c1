import { dataKinds } from '../../../contract/domain/data-kinds.ts';
import type { LectureId } from '../../../contract/domain/ids.ts';
import type { BinRow, BinStamp, DownloadRow } from '../../ports.ts';
import { afterEvent } from './state-table.ts';

const dayMs = 86_400_000;
/** How long a removed download can come back: as the table of what is kept says. */
const keptMs = dataKinds.bin.keeping.days * dayMs;

/** What becomes of the items of the bin at a moment. */
export interface BinVerdict {
  /** Their time is over. */
  readonly over: readonly LectureId[];
  /** To be written down. */
  readonly stamps: readonly BinStamp[];
}

/**
 * Looks at the bin by the clock (milliseconds since 1970, UTC). An item goes when its days are over and it was seen in its last day a whole day
 * before: a clock that leaps ahead, and is set right within a day, costs nothing. One that was removed while the clock was ahead counts from now.
 */
export function judgeBin(items: readonly BinStamp[], nowMs: number): BinVerdict {
  const over: LectureId[] = [];
  const stamps: BinStamp[] = [];
  for (const item of items) {
    const removedAtMs = Math.min(item.removedAtMs, nowMs);
    const isLastDay = nowMs >= removedAtMs + keptMs - dayMs;
    const lastDayFromMs = isLastDay ? Math.min(item.lastDayFromMs ?? nowMs, nowMs) : null;
    if (lastDayFromMs !== null && nowMs >= removedAtMs + keptMs && nowMs >= lastDayFromMs + dayMs) {
      over.push(item.lectureId);
    } else if (removedAtMs !== item.removedAtMs || lastDayFromMs !== item.lastDayFromMs) {
      stamps.push({ lectureId: item.lectureId, removedAtMs, lastDayFromMs });
    }
  }
  return { over, stamps };
}

/** When an item goes by itself, as far as can be said. */
export function goesAtMs({ removedAtMs, lastDayFromMs }: BinStamp): number {
  const usualMs = removedAtMs + keptMs;
  return lastDayFromMs === null ? usualMs : Math.max(usualMs, lastDayFromMs + dayMs);
}

/** The download that an item becomes again: whole, paused and failed stay so, what was under way is queued. It counts as asked for now. */
export function backFromBin(item: BinRow, nowMs: number): DownloadRow {
  const { removedAtMs: _removed, lastDayFromMs: _lastDay, ...row } = item;
  return { ...(afterEvent(row, { kind: 'take-up' }) ?? row), addedAtMs: nowMs };
}
