import type { LectureId } from '../../../contract/domain/ids.ts';
import type { Settings } from '../../../contract/domain/settings.ts';
import type { DownloadRow, LectureFiles } from '../../ports.ts';
import type { Bin } from './bin.ts';
import { brokenLimits, bytesLeft, neededFromBin } from './room.ts';
import type { Room } from './room.ts';
import type { Runner } from './runner.ts';

/** What keeping room needs. */
export interface RoomKeeperDeps {
  readonly files: LectureFiles;
  readonly bin: Bin;
  readonly runner: Runner;
  readonly settings: () => Settings;
  /** What the downloads of other accounts take. */
  readonly othersBytes: () => Promise<number>;
}

/** Holds downloads to the limits on space, and has the bin give way. */
export interface RoomKeeper {
  /** Works out anew which of the downloads would break a limit. */
  look(rows: readonly DownloadRow[]): Promise<void>;
  /** Which limit one would break, as of the last look. */
  breaks(id: LectureId): 'cap' | 'floor' | null;
  /** Whether the disk is to be looked at again by and by. */
  isWatching(): boolean;
  /** Has the bin give way as far as those that are to run need it. */
  makeWay(rows: readonly DownloadRow[], toRun: readonly LectureId[]): Promise<void>;
  /** Free bytes on the disk, after the bin gave way where that helps; null when nobody knows. */
  freeFor(neededBytes: number): Promise<number | null>;
  /** How many bytes more may come in all; null when nobody knows. */
  roomBytes(rows: readonly DownloadRow[]): Promise<number | null>;
}

/** Left over where no floor is set: file system and library need some too. */
const spareBytes = 500_000_000;

/** Makes the keeper. */
export function createRoomKeeper(deps: RoomKeeperDeps): RoomKeeper {
  const { bin, files, runner } = deps;
  let broken: ReadonlyMap<LectureId, 'cap' | 'floor'> = new Map();

  async function roomNow(rows: readonly DownloadRow[]): Promise<Room> {
    const { downloadCapBytes: capBytes, downloadFloorBytes: floorBytes } = deps.settings();
    const [drive, bytes] = await Promise.all([files.drive(), bin.bytes()]);
    const ownBytes = rows.reduce((sum, row) => sum + heldBytesOf(row), 0);
    return {
      ...bytes,
      capBytes,
      floorBytes,
      freeBytes: drive.ok ? drive.value.freeBytes : null,
      heldBytes: ownBytes + (capBytes === null ? 0 : await deps.othersBytes()),
    };
  }

  function isLimited(): boolean {
    const { downloadCapBytes, downloadFloorBytes } = deps.settings();
    return downloadCapBytes !== null || downloadFloorBytes !== null;
  }

  return {
    async look(rows) {
      if (!isLimited()) {
        broken = new Map();
        return;
      }
      const begun = runner.ids();
      const entries = rows.map(({ lectureId, state, sizeBytes, receivedBytes }) => ({
        lectureId,
        state,
        begun: begun.includes(lectureId) ? begun.indexOf(lectureId) : null,
        missingBytes: Math.max(0, sizeBytes - receivedBytes),
      }));
      broken = brokenLimits(entries, await roomNow(rows));
    },
    breaks: (id) => broken.get(id) ?? null,
    isWatching: () => broken.size > 0 || (deps.settings().downloadFloorBytes !== null && runner.ids().length > 0),
    async makeWay(rows, toRun) {
      if (!isLimited() || toRun.length === 0) return;
      const running = rows.filter(({ lectureId }) => toRun.includes(lectureId));
      const missingBytes = running.reduce((sum, row) => sum + Math.max(0, row.sizeBytes - row.receivedBytes), 0);
      const neededBytes = neededFromBin(missingBytes, await roomNow(rows));
      if (neededBytes > 0) await bin.giveWay(neededBytes);
    },
    async freeFor(neededBytes) {
      const drive = await files.drive();
      if (!drive.ok) return null;
      const { freeBytes } = drive.value;
      if (freeBytes >= neededBytes) return freeBytes;
      // Nothing is given away for a download that would not fit all the same.
      const { givableBytes } = await bin.bytes();
      return freeBytes + givableBytes < neededBytes
        ? freeBytes
        : freeBytes + (await bin.giveWay(neededBytes - freeBytes));
    },
    async roomBytes(rows) {
      const room = await roomNow(rows);
      if (room.freeBytes === null) return null;
      const { cap, floor } = bytesLeft(room, room.givableBytes);
      return Math.min(cap, floor, room.freeBytes + room.givableBytes - spareBytes);
    },
  };
}

function heldBytesOf({ receivedBytes, previous }: DownloadRow): number {
  return receivedBytes + (previous?.sizeBytes ?? 0);
}
