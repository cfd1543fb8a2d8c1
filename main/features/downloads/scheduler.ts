import type { DownloadItem } from '../../../contract/domain/download.ts';
import type { AssetId, LectureId } from '../../../contract/domain/ids.ts';
import type { LicenceView } from '../../../contract/domain/licence.ts';
import type { Settings } from '../../../contract/domain/settings.ts';
import { ok } from '../../../contract/result.ts';
import type { Result } from '../../../contract/result.ts';
import type { Clock, DownloadRow, DownloadRowWithTitles, LectureFiles, Library } from '../../ports.ts';
import { itemOf, plainRow } from './download-items.ts';
import { nightState } from './night-window.ts';
import type { LocalMinute, NightState } from './night-window.ts';
import { decide } from './queue-rules.ts';
import type { QueueDecision } from './queue-rules.ts';
import type { RoomKeeper } from './room-keeper.ts';
import type { RowChanges } from './row-changes.ts';
import type { Runner } from './runner.ts';
import type { WaitingList } from './waiting-list.ts';

/** What the scheduler needs. */
export interface SchedulerDeps {
  readonly library: Library;
  readonly files: LectureFiles;
  readonly clock: Clock;
  readonly runner: Runner;
  readonly waiting: WaitingList;
  readonly rows: RowChanges;
  readonly room: RoomKeeper;
  readonly settings: () => Settings;
  readonly isOnline: () => boolean;
  /** The line costs by the amount and the person did not agree to that. */
  readonly isMetered: () => boolean;
  readonly folder: { isMoving(): boolean; isChosen(): boolean };
  readonly coverUrl: (id: AssetId) => string;
  readonly licenceOf: (id: LectureId) => LicenceView;
  readonly localMinute?: LocalMinute;
  /** Time to look again: the night window, the disk. */
  readonly onTick: () => void;
}

/** Holds what runs to the rules of the queue. */
export interface Scheduler {
  list(): Promise<Result<readonly DownloadItem[]>>;
  /** Looks once and stops and starts what the rules say; one at a time. */
  look(): Promise<void>;
  /** The disk said that it is full: its space is not asked for at once. */
  diskIsFull(): void;
  stop(): void;
}

/** How often the disk, the drive and the clock on the wall are looked at while something waits for them. */
const tickMs = 30_000;
/** Left over when a download that waited for space begins again: file system and library need some too. */
const spareBytes = 16 * 1024 * 1024;

/** Makes the scheduler. */
export function createScheduler(deps: SchedulerDeps): Scheduler {
  const { library, files, clock, runner, waiting, rows, room } = deps;
  let driveAway = false;
  let spaceLookAtMs = 0;
  let cancelTick: (() => void) | null = null;

  function night(): NightState | null {
    return nightState(clock.nowMs(), deps.settings().downloadNight, deps.localMinute);
  }

  function decideOn(all: readonly DownloadRow[]): QueueDecision {
    const { downloadConcurrency, downloadsPaused } = deps.settings();
    const begun = runner.ids();
    const entries = all.map(({ lectureId, state, error }) => ({
      lectureId,
      state,
      error,
      begun: begun.includes(lectureId) ? begun.indexOf(lectureId) : null,
      retryAtMs: waiting.dueAtMs(lectureId),
      breaks: room.breaks(lectureId),
    }));
    const now = night();
    return decide(entries, {
      concurrency: downloadConcurrency,
      allPaused: downloadsPaused,
      online: deps.isOnline(),
      nightOpensAtMs: now === null || now.isOpen ? null : now.changesAtMs,
      driveAway,
      moving: deps.folder.isMoving(),
      metered: deps.isMetered(),
    });
  }

  /** Nobody runs it, though its row says so: what became of it could not be written (a full disk, a library that was begun anew). */
  const isLost = ({ lectureId, state }: DownloadRow): boolean =>
    (state === 'downloading' || state === 'verifying') && runner.live(lectureId) === undefined;

  /** Ends the waits that the disk has ended. */
  async function lookAtDisk(all: readonly DownloadRow[]): Promise<void> {
    driveAway = (deps.folder.isChosen() || all.some(hasBytes)) && !(await files.folderIsThere());
    const held = all.filter(({ state }) => state === 'waiting');
    if (driveAway || held.length === 0) return;
    for (const row of held) if (isAway(row)) await rows.happen(row.lectureId, { kind: 'retry' });
    const full = held.filter(({ error }) => error === 'disk-full');
    if (full.length === 0 || clock.nowMs() < spaceLookAtMs) return;
    spaceLookAtMs = clock.nowMs() + tickMs;
    for (const { lectureId, sizeBytes, receivedBytes } of full) {
      const neededBytes = sizeBytes - receivedBytes + spareBytes;
      const freeBytes = await room.freeFor(neededBytes);
      if (freeBytes !== null && freeBytes >= neededBytes) await rows.happen(lectureId, { kind: 'retry' });
    }
  }

  function setTick(all: readonly DownloadRow[]): void {
    cancelTick?.();
    cancelTick = null;
    const unfinished = all.filter(({ state }) => state !== 'complete');
    const now = night();
    const watchesDisk =
      driveAway ||
      room.isWatching() ||
      unfinished.some((row) => isLost(row) || (row.state === 'waiting' && (isAway(row) || isFull(row))));
    if (unfinished.length === 0 || (now === null && !watchesDisk)) return;
    const untilChangeMs = now === null ? tickMs : Math.max(1, now.changesAtMs - clock.nowMs());
    cancelTick = clock.after(Math.min(tickMs, untilChangeMs), deps.onTick);
  }

  function itemsOf(all: readonly DownloadRowWithTitles[]): readonly DownloadItem[] {
    const { waits } = decideOn(all);
    const unfinished = all.filter(({ state }) => state !== 'complete');
    return all.map((row) => {
      const place = unfinished.indexOf(row) + 1;
      const queued = { waitsFor: waits.get(row.lectureId) ?? null, place: place === 0 ? null : place };
      return itemOf(row, runner.live(row.lectureId), queued, deps);
    });
  }

  return {
    async list() {
      const all = await library.downloads.list();
      return all.ok ? ok(itemsOf(all.value)) : all;
    },
    async look() {
      const before = await library.downloads.list();
      if (!before.ok) return;
      for (const row of before.value) if (isLost(row)) await rows.happen(row.lectureId, { kind: 'pause-all' });
      await lookAtDisk(before.value);
      const all = await library.downloads.list();
      if (!all.ok) return;
      await room.look(all.value);
      const { start, stop } = decideOn(all.value);
      for (const id of stop) {
        await runner.callOff(id);
        await rows.happen(id, { kind: 'pause-all' });
      }
      await room.makeWay(all.value, [...start, ...runner.ids()]);
      for (const row of all.value) if (start.includes(row.lectureId)) runner.begin(plainRow(row));
      setTick(all.value);
    },
    diskIsFull() {
      spaceLookAtMs = clock.nowMs() + tickMs;
    },
    stop() {
      cancelTick?.();
      cancelTick = null;
    },
  };
}

const hasBytes = ({ state, receivedBytes, previous }: DownloadRow): boolean =>
  state === 'complete' || receivedBytes > 0 || previous !== null;
const isAway = ({ error }: DownloadRow): boolean =>
  error === 'disk-failed' || error === 'folder-read-only' || error === 'drive-away';
const isFull = ({ error }: DownloadRow): boolean => error === 'disk-full';
