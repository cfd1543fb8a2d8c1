import type { AssetLocation } from '../../../contract/api/assets.ts';
import type { DownloadItem, QueueMove } from '../../../contract/domain/download.ts';
import type { AssetId, LectureId, LocalAccountId } from '../../../contract/domain/ids.ts';
import type { LicenceView } from '../../../contract/domain/licence.ts';
import type { Settings } from '../../../contract/domain/settings.ts';
import { done } from '../../../contract/result.ts';
import type { Result } from '../../../contract/result.ts';
import type { AccountKeys, Clock, LectureFiles, Library, Log, MediaTransfer } from '../../ports.ts';
import { createAddAndRemove } from './add-and-remove.ts';
import { createBin } from './bin.ts';
import type { Bin } from './bin.ts';
import { estimate } from './estimate.ts';
import type { Estimate } from './estimate.ts';
import { createInTurn, forEach } from './in-turn.ts';
import type { LocalMinute } from './night-window.ts';
import { createQueueCommands } from './queue-commands.ts';
import type { Wanted } from './queue-commands.ts';
import { moved, placedBefore } from './queue-order.ts';
import { createRoomKeeper } from './room-keeper.ts';
import { createRowChanges } from './row-changes.ts';
import { createRunner } from './runner.ts';
import { createScheduler } from './scheduler.ts';
import { createSettingsSeen } from './settings-seen.ts';
import { afterEvent } from './state-table.ts';
import { createThrottle } from './throttle.ts';
import { createWaitingList } from './waiting-list.ts';

/** What the downloads feature needs. */
export interface DownloadsDeps {
  readonly library: Library;
  readonly files: LectureFiles;
  readonly transfer: MediaTransfer;
  readonly clock: Clock;
  readonly log: Log;
  /** In [0, 1). */
  readonly random: () => number;
  readonly opened: () => Result<{ readonly id: LocalAccountId; readonly keys: AccountKeys }>;
  readonly locate: (id: AssetId) => Promise<Result<AssetLocation>>;
  readonly fetchSideFile: (id: AssetId) => Promise<Result<unknown>>;
  readonly coverUrl: (id: AssetId) => string;
  readonly licenceOf: (id: LectureId) => LicenceView;
  /** Brings the licence that goes with a lecture; comes back in a few seconds at most, and never fails. */
  readonly fetchLicence: (id: LectureId) => Promise<void>;
  readonly settings: () => Settings;
  readonly setAllPaused: (paused: boolean) => Promise<Result<unknown>>;
  readonly isOnline: () => boolean;
  /** The line costs by the amount and the person did not agree to that. */
  readonly isMetered: () => boolean;
  /** Where they are kept: while lectures move nothing is fetched; a folder that was chosen must be there. */
  readonly folder: { isMoving(): boolean; isChosen(): boolean };
  /** The time, and whether it is believed enough to delete by it. */
  readonly moment: () => { readonly nowMs: number; readonly isBelieved: boolean };
  /** What the downloads of other accounts take. */
  readonly othersBytes: () => Promise<number>;
  /** Something came into the bin or left it. */
  readonly onBinChange: () => void;
  /** Another clock on the wall than this computer's, for tests. */
  readonly localMinute?: LocalMinute;
  readonly onChange: (items: readonly DownloadItem[]) => void;
  /** Whether anything is being fetched; also after a change of the settings. */
  readonly onBusy: (busy: boolean) => void;
}

/** The queue of downloads: rows in the library first, work second. */
export interface Downloads {
  list(): Promise<Result<readonly DownloadItem[]>>;
  start(input: Wanted): Promise<Result<null>>;
  /** Adds what `choose` names when its turn has come, without taking the quality for a person's choice. */
  addByItself(choose: () => Promise<Result<readonly Wanted[]>>): Promise<Result<null>>;
  pause(id: LectureId): Promise<Result<null>>;
  resume(id: LectureId): Promise<Result<null>>;
  /**
   * Stops what runs, then puts it into the bin; a whole file that was to be replaced stays the download. `isKept` is asked of each when its turn has come:
   * then it stays as it is.
   */
  remove(ids: readonly LectureId[], isKept?: (id: LectureId) => boolean): Promise<Result<null>>;
  readonly bin: Pick<Bin, 'items' | 'restore' | 'empty' | 'tidy'>;
  move(id: LectureId, to: QueueMove): Promise<Result<null>>;
  /** Puts it in front of another one, or, with null, at the end; `not-found` when one of them is no longer on its way. */
  placeBefore(id: LectureId, beforeId: LectureId | null): Promise<Result<null>>;
  /** Kept over a restart; what is added later waits too. */
  pauseAll(): Promise<Result<null>>;
  /** What was paused alone stays paused. */
  resumeAll(): Promise<Result<null>>;
  estimate(input: Wanted): Promise<Result<Estimate>>;
  /** The person chose otherwise: how many at a time, when, how fast. */
  settingsChanged(): void;
  /** What the line costs, or what the person says to that, is another: looks what may run. */
  lineChanged(): void;
  /** Takes up what an earlier run of the app left unfinished. */
  takeUp(): Promise<void>;
  /** The network is back, or the computer woke up: what waits need not wait any longer. */
  wake(): void;
  /** The folder is another one, has gone or is there again: looks at once what may run, and waits until that is so. */
  lookAgain(): Promise<void>;
  /** A licence changed: the screens are told again. */
  licencesChanged(): void;
  /** Stops all work and waits for it; rows stay as they are, to be taken up again. */
  stop(): Promise<void>;
}

const eventsEveryMs = 250;

/** Makes the downloads feature. */
export function createDownloads(deps: DownloadsDeps): Downloads {
  const { library, settings } = deps;
  const turns = createInTurn();
  let isOpen = false;
  const rules = createSettingsSeen();
  const tell = createThrottle(deps.clock, eventsEveryMs, () => {
    void scheduler.list().then((items) => {
      if (items.ok) deps.onChange(items.value);
    });
  });
  const rows = createRowChanges(library, tell.call);
  const waiting = createWaitingList({
    clock: deps.clock,
    random: deps.random,
    onDue: (id) => void command(() => retry(id)),
  });
  const runner = createRunner({
    ...deps,
    onProgress: (id, receivedBytes) =>
      rows.change(id, (row) => (row.state === 'downloading' ? { ...row, receivedBytes } : null)),
    onResult,
    onEnded(wasCalledOff) {
      tell.call();
      deps.onBusy(runner.ids().length > 0);
      if (!wasCalledOff) void pump();
    },
  });
  const bin = createBin(deps);
  const room = createRoomKeeper({ ...deps, bin, runner });
  const scheduler = createScheduler({ ...deps, rows, runner, waiting, room, onTick: () => void pump() });
  const { add, remove, dropPrevious } = createAddAndRemove({
    ...deps,
    bin,
    callOff,
    requeue: (id) => requeue(id, 'start'),
  });
  const { addAll, addChosen, reorder } = createQueueCommands({ library, add });

  function pump(): Promise<void> {
    return turns.run(async () => {
      if (isOpen) await scheduler.look();
      deps.onBusy(runner.ids().length > 0);
      tell.call();
    });
  }

  /** Does what was asked when it is its turn, then looks what may run. */
  async function command(work: () => Promise<Result<null>>): Promise<Result<null>> {
    const result = await turns.run(work);
    await pump();
    return result;
  }

  async function onResult(id: LectureId, result: Result<null>, wasCalledOff: boolean): Promise<void> {
    if (result.ok) {
      waiting.forget(id);
      const completedAtMs = deps.clock.nowMs();
      await rows.change(id, (row) => {
        const whole = afterEvent(row, { kind: 'complete' });
        return whole === null ? null : { ...whole, completedAtMs, receivedBytes: row.sizeBytes };
      });
      deps.log.info('download.complete');
      await dropPrevious(id);
      return;
    }
    // Whoever called it off says what the row becomes.
    if (wasCalledOff) return;
    const { error } = result;
    deps.log.warn('download.stopped', { code: error.code });
    if (error.code === 'disk-full') scheduler.diskIsFull();
    const folderIsThere = await deps.files.folderIsThere();
    await rows.happen(id, { kind: 'fail', code: error.code, folderIsThere });
    const row = await library.downloads.get(id);
    const waitsForTime = row.ok && row.value?.state === 'waiting' && !isOfDisk(error.code);
    if (waitsForTime) waiting.add(id, error);
  }

  async function callOff(id: LectureId): Promise<void> {
    waiting.forget(id);
    await runner.callOff(id);
  }

  function requeue(id: LectureId, why: 'start' | 'resume' | 'resume-all'): Promise<Result<null>> {
    waiting.forget(id);
    return rows.happen(id, { kind: why });
  }

  function retry(id: LectureId): Promise<Result<null>> {
    waiting.takeOff(id);
    return rows.happen(id, { kind: 'retry' });
  }

  async function resumeWaiting(): Promise<Result<null>> {
    const all = await library.downloads.list();
    if (!all.ok) return all;
    for (const { lectureId, state } of all.value) if (state === 'waiting') await requeue(lectureId, 'resume-all');
    return done;
  }

  async function setAllPaused(paused: boolean): Promise<Result<null>> {
    const kept = await deps.setAllPaused(paused);
    if (!kept.ok) return kept;
    return command(paused ? () => Promise.resolve(done) : resumeWaiting);
  }

  async function takeUpRows(): Promise<Result<null>> {
    const all = await library.downloads.list();
    if (!all.ok) return all;
    for (const { lectureId, state, previous } of all.value) {
      if (state === 'complete' && previous !== null) await dropPrevious(lectureId);
      else await rows.happen(lectureId, { kind: 'take-up' });
    }
    return done;
  }

  return {
    list: scheduler.list,
    start: (input) => command(() => addAll(input, 'person')),
    addByItself: (choose) => command(() => addChosen(choose)),
    pause: (id) =>
      command(async () => {
        await callOff(id);
        return rows.happen(id, { kind: 'pause' });
      }),
    resume: (id) =>
      command(async () => {
        await deps.files.makeFolder();
        return requeue(id, 'resume');
      }),
    remove: (ids, isKept = () => false) =>
      command(() => forEach(ids, (id) => (isKept(id) ? Promise.resolve(done) : remove(id)))),
    bin: {
      items: bin.items,
      restore: (ids) => command(() => bin.restore(ids)),
      empty: (ids) => command(() => bin.empty(ids)),
      tidy: () => (isOpen ? command(bin.tidy) : Promise.resolve(done)),
    },
    move: (id, to) => command(() => reorder((ids) => moved(ids, id, to))),
    placeBefore: (id, beforeId) => command(() => reorder((ids) => placedBefore(ids, id, beforeId))),
    pauseAll: () => setAllPaused(true),
    resumeAll: () => setAllPaused(false),
    estimate: (input) =>
      estimate(input, {
        library,
        room,
        lastBytesPerSecond: runner.lastBytesPerSecond,
        limitBytesPerSecond: () => settings().downloadLimitBytesPerSecond,
      }),
    settingsChanged() {
      deps.transfer.setLimit(settings().downloadLimitBytesPerSecond);
      const isOther = rules.isOther(settings());
      if (isOpen && isOther) void pump();
    },
    lineChanged() {
      if (isOpen) void pump();
    },
    async takeUp() {
      isOpen = true;
      await command(takeUpRows);
    },
    wake() {
      if (isOpen) void command(() => forEach(waiting.ids(), retry));
    },
    lookAgain: pump,
    licencesChanged: tell.call,
    async stop() {
      isOpen = false;
      waiting.clear();
      scheduler.stop();
      await runner.callOffAll();
      await turns.settled();
      // What a turn had begun before it heard of the end.
      await runner.callOffAll();
      waiting.clear();
      scheduler.stop();
      tell.stop();
    },
  };
}

const isOfDisk = (code: string): boolean =>
  code === 'disk-full' || code === 'disk-failed' || code === 'folder-read-only' || code === 'drive-away';
