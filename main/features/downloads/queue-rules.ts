import type { DownloadState, WaitReason } from '../../../contract/domain/download.ts';
import type { LectureId } from '../../../contract/domain/ids.ts';
import { assertNever } from '../../../contract/result.ts';
import type { AppErrorCode } from '../../../contract/result.ts';

/** One unfinished or finished download as the queue sees it. */
export interface QueueEntry {
  readonly lectureId: LectureId;
  readonly state: DownloadState;
  /** Why it waits. */
  readonly error: AppErrorCode | null;
  /** Its place, from 0, among those that run, by when they began; null when it does not run. */
  readonly begun: number | null;
  /** When it is tried again (milliseconds since 1970, UTC); null when no time is set. */
  readonly retryAtMs: number | null;
  /** Which of the person's limits on space it would break; null: none. */
  readonly breaks: 'cap' | 'floor' | null;
}

/** What holds for all of them. */
export interface QueueConditions {
  readonly concurrency: number;
  readonly allPaused: boolean;
  readonly online: boolean;
  /** When the night window opens (milliseconds since 1970, UTC); null when it is open or there is none. */
  readonly nightOpensAtMs: number | null;
  /** The folder of the downloads is not there. */
  readonly driveAway: boolean;
  /** The lectures are on their way to another folder. */
  readonly moving: boolean;
  /** The line costs by the amount and the person did not agree to that. */
  readonly metered: boolean;
}

/** What is to be done, and why each of the others waits. */
export interface QueueDecision {
  readonly start: readonly LectureId[];
  /** To be stopped and queued again; what they fetched stays. */
  readonly stop: readonly LectureId[];
  readonly waits: ReadonlyMap<LectureId, WaitReason>;
}

/**
 * The whole queue as one table. Entries come in the order of the queue. What runs is stopped only when nothing may run (all paused, a move, day, a metered line) or when
 * fewer may run than do: then those that began last, or when it would break a limit on space. One that waits for that lets the next one pass.
 */
export function decide(entries: readonly QueueEntry[], conditions: QueueConditions): QueueDecision {
  const hold = holdOf(conditions);
  const running = entries
    .filter(({ begun }) => begun !== null)
    .toSorted((one, other) => (one.begun ?? 0) - (other.begun ?? 0));
  // Without its drive what runs finds out by itself: its own error says more.
  const mayRun = hold === null || hold.kind === 'drive-away' ? conditions.concurrency : 0;
  const fitting = running.filter(({ breaks }) => breaks === null);
  const stop = running.filter((entry) => entry.breaks !== null || fitting.indexOf(entry) >= mayRun);
  const idle = entries.filter(({ begun }) => begun === null);
  const free = hold === null && conditions.online ? Math.max(0, mayRun - fitting.length) : 0;
  const start = idle.filter(({ state, breaks }) => state === 'queued' && breaks === null).slice(0, free);
  const waits = new Map<LectureId, WaitReason>();
  for (const entry of idle) {
    const reason = start.includes(entry) ? null : reasonOf(entry, hold, conditions.online);
    if (reason !== null) waits.set(entry.lectureId, reason);
  }
  for (const { lectureId, breaks } of stop) waits.set(lectureId, hold ?? { kind: breaks ?? 'turn' });
  return { start: start.map(idOf), stop: stop.map(idOf), waits };
}

/** What keeps every download back, the person's own wish first. */
function holdOf(conditions: QueueConditions): WaitReason | null {
  if (conditions.allPaused) return { kind: 'all-paused' };
  if (conditions.moving) return { kind: 'moving' };
  if (conditions.driveAway) return { kind: 'drive-away' };
  if (conditions.nightOpensAtMs !== null) return { kind: 'night', untilMs: conditions.nightOpensAtMs };
  if (conditions.metered) return { kind: 'metered' };
  return null;
}

function reasonOf(entry: QueueEntry, hold: WaitReason | null, online: boolean): WaitReason | null {
  switch (entry.state) {
    case 'paused':
    case 'complete':
    case 'failed':
      return null;
    case 'queued':
    case 'downloading':
    case 'verifying':
      return hold ?? queuedFor(entry, online);
    case 'waiting':
      return hold ?? waitingFor(entry, online);
    default:
      return assertNever(entry.state);
  }
}

function queuedFor({ breaks }: QueueEntry, online: boolean): WaitReason {
  if (!online) return { kind: 'offline' };
  return { kind: breaks ?? 'turn' };
}

function waitingFor({ error, retryAtMs }: QueueEntry, online: boolean): WaitReason {
  if (error === 'disk-full') return { kind: 'disk-full' };
  if (error === 'disk-failed' || error === 'folder-read-only' || error === 'drive-away') return { kind: 'drive-away' };
  if (!online) return { kind: 'offline' };
  return retryAtMs === null ? { kind: 'turn' } : { kind: 'service', untilMs: retryAtMs };
}

const idOf = ({ lectureId }: QueueEntry): LectureId => lectureId;
