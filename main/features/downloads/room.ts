import type { DownloadState } from '../../../contract/domain/download.ts';
import type { LectureId } from '../../../contract/domain/ids.ts';

/** One download as far as space goes. */
export interface RoomEntry {
  readonly lectureId: LectureId;
  readonly state: DownloadState;
  /** Its place, from 0, among those that run, by when they began; null when it does not run. */
  readonly begun: number | null;
  /** What is still to come of it. */
  readonly missingBytes: number;
}

/** What there is, and what the person allows; null: no limit, or nobody knows. All in bytes. */
export interface Room {
  readonly capBytes: number | null;
  readonly floorBytes: number | null;
  readonly freeBytes: number | null;
  /** What all downloads have on the disk, the bin left out. */
  readonly heldBytes: number;
  /** What of the bin would give way. */
  readonly givableBytes: number;
  /** What of the bin would not, for now. */
  readonly freshBytes: number;
}

/** How many bytes may still come before a limit is reached, when so much of the bin is deleted; infinite without one. */
export function bytesLeft(room: Room, givenBytes: number): { readonly cap: number; readonly floor: number } {
  const { capBytes, floorBytes, freeBytes, heldBytes, givableBytes, freshBytes } = room;
  const infinite = Number.POSITIVE_INFINITY;
  return {
    cap: capBytes === null ? infinite : capBytes - heldBytes - freshBytes - (givableBytes - givenBytes),
    floor: floorBytes === null || freeBytes === null ? infinite : freeBytes + givenBytes - floorBytes,
  };
}

/**
 * Which downloads would break a limit on space, the bin giving way first. What runs comes before what is queued, each with all that is still missing of
 * it; one that does not fit takes nothing from those behind it, so that a smaller one may pass.
 */
export function brokenLimits(entries: readonly RoomEntry[], room: Room): ReadonlyMap<LectureId, 'cap' | 'floor'> {
  const left = bytesLeft(room, room.givableBytes);
  const broken = new Map<LectureId, 'cap' | 'floor'>();
  let promisedBytes = 0;
  for (const { lectureId, missingBytes } of inTurn(entries)) {
    const wantedBytes = promisedBytes + missingBytes;
    // What has all its bytes, and is only checked, takes nothing more.
    if (missingBytes > 0 && wantedBytes > left.cap) broken.set(lectureId, 'cap');
    else if (missingBytes > 0 && wantedBytes > left.floor) broken.set(lectureId, 'floor');
    else promisedBytes = wantedBytes;
  }
  return broken;
}

/** How many bytes of the bin must go so that those with so much still missing fit. */
export function neededFromBin(missingBytes: number, room: Room): number {
  const { cap, floor } = bytesLeft(room, 0);
  return missingBytes === 0 ? 0 : Math.min(room.givableBytes, Math.max(0, missingBytes - cap, missingBytes - floor));
}

function inTurn(entries: readonly RoomEntry[]): readonly RoomEntry[] {
  const running = entries.filter(({ begun }) => begun !== null);
  const queued = entries.filter(({ begun, state }) => begun === null && state === 'queued');
  return [...running.toSorted((one, other) => (one.begun ?? 0) - (other.begun ?? 0)), ...queued];
}
