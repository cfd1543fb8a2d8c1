import { z } from 'zod';
import type { CourseId, DeviceId, LectureId } from './ids.ts';
import type { LocalDay } from './local-day.ts';

/** Id of an entry of the watch history. */
export const HistoryEntryId = z
  .string()
  .regex(/^[a-f0-9-]{36}$/)
  .brand<'HistoryEntryId'>();
export type HistoryEntryId = z.infer<typeof HistoryEntryId>;

/** How many days the watch history may be kept; without one of these until the person deletes it. */
export const historyRetentionChoicesDays = [30, 90, 365] as const;

/** How many entries are asked for at a time at most, and how long the words of a search may be. */
export const historyBounds = { entries: 200, text: 200 } as const;

/** One sitting before a lecture: on one local day, without ten minutes in which nothing was told. Times in milliseconds since 1970, UTC. */
export interface HistoryEntry {
  readonly id: HistoryEntryId;
  readonly lectureId: LectureId;
  readonly courseId: CourseId;
  /** As they were then. */
  readonly lectureTitle: string;
  readonly courseTitle: string;
  readonly durationMs: number;
  /** The computer that it was watched on. */
  readonly deviceId: DeviceId;
  readonly startedAtMs: number;
  readonly endedAtMs: number;
  readonly day: LocalDay;
  /** How far local time was ahead of UTC then. */
  readonly offsetMinutes: number;
  /** How much of it really played, in media time. */
  readonly watchedMs: number;
  /** Where in the lecture it began and ended. */
  readonly fromMs: number;
  readonly toMs: number;
  /** Whether the catalogue still has the lecture. */
  readonly isInCatalogue: boolean;
}

/** The place of an entry in the list: newest day first, within a day what ended last. */
export type HistoryPlace = Pick<HistoryEntry, 'day' | 'endedAtMs' | 'id'>;

/** A part of the list. What was searched for may not be in it, and still be in the next. */
export interface HistoryPage {
  readonly entries: readonly HistoryEntry[];
  /** Where the next part goes on; null: there is none. */
  readonly next: HistoryPlace | null;
}

/** What is to be deleted of the history. */
export type HistoryRemoval =
  | { readonly entryIds: readonly HistoryEntryId[] }
  | { readonly day: LocalDay }
  | { readonly courseId: CourseId }
  | { readonly all: true };

/** What was deleted: gone from the disk, and for a minute to be had back under this number. */
export interface HistoryRemoved {
  readonly removalId: number;
  readonly count: number;
}

/** The history in numbers. */
export interface HistoryState {
  readonly count: number;
  /** When what is too old is deleted next (milliseconds since 1970, UTC); null: nothing ever is. */
  readonly nextPurgeAtMs: number | null;
}

/** Whether a private session is on: nothing of what is watched is kept. */
export interface PrivateSession {
  readonly on: boolean;
}
