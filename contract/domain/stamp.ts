import { z } from 'zod';

const wallDigits = 9;
const counterDigits = 4;
const mostCount = 36 ** counterDigits - 1;

/** No stamp is later than this: the year 2100, in milliseconds since 1970, UTC. A clock that shows more counts as showing this. */
export const latestWallMs = Date.UTC(2100, 0, 1);

/** So far may the clock of a computer be ahead of its own time because another one was ahead, in milliseconds. */
export const mostDriftMs = 600_000;

const pattern = /^([0-9a-z]{9})\.([0-9a-z]{4})\.([A-Za-z0-9][A-Za-z0-9._-]{0,63})$/;

/**
 * When something happened, by a hybrid logical clock (Kulkarni et al., "Logical Physical Clocks", 2014): milliseconds since 1970 and a counter
 * in base 36, and the computer. Stamps sort as text, and no two computers have the same one.
 */
export const Stamp = z
  .string()
  .regex(pattern)
  .refine((text) => wallOf(text) <= latestWallMs)
  .brand<'Stamp'>();
export type Stamp = z.infer<typeof Stamp>;

/** What a new stamp must be later than, and what the time is. */
export interface StampInput {
  readonly nowMs: number;
  readonly deviceId: string;
  /** The clock of this computer: the latest stamp that it made or heard of. Counts only while it is not ahead of the time by more than the drift. */
  readonly clock: Stamp | null;
  /** What is known of the thing that changes: the new stamp is later whatever it says, so that what follows something also wins over it. */
  readonly seen: Stamp | null;
}

/** The stamp of something that happens now. A stamp from far ahead moves that one thing along with it, and never the computer's clock. */
export function stampAfter({ nowMs, deviceId, clock, seen }: StampInput): Stamp {
  const floor = laterStamp(withinDrift(clock, nowMs), seen);
  const wallMs = Math.min(Math.max(0, Math.floor(nowMs)), latestWallMs);
  if (floor === null || wallMs > wallOf(floor)) return stampOf(wallMs, 0, deviceId);
  const count = counterOf(floor) + 1;
  return count > mostCount ? stampOf(wallOf(floor) + 1, 0, deviceId) : stampOf(wallOf(floor), count, deviceId);
}

/** The computer's clock after it made or heard of a stamp: never earlier, and never further ahead of its time than the drift. */
export function advanceClock(clock: Stamp | null, heard: Stamp, nowMs: number): Stamp | null {
  return laterStamp(withinDrift(clock, nowMs), withinDrift(heard, nowMs));
}

/** The later of two; null is earlier than all. */
export function laterStamp(one: Stamp | null, other: Stamp | null): Stamp | null {
  if (one === null || other === null) return one ?? other;
  return one > other ? one : other;
}

function withinDrift(stamp: Stamp | null, nowMs: number): Stamp | null {
  return stamp !== null && wallOf(stamp) <= nowMs + mostDriftMs ? stamp : null;
}

function stampOf(wallMs: number, counter: number, deviceId: string): Stamp {
  const digits = (value: number, width: number): string => value.toString(36).padStart(width, '0');
  return `${digits(wallMs, wallDigits)}.${digits(counter, counterDigits)}.${deviceId}` as Stamp;
}

function wallOf(stamp: string): number {
  return Number.parseInt(stamp.slice(0, wallDigits), 36);
}

function counterOf(stamp: Stamp): number {
  return Number.parseInt(stamp.slice(wallDigits + 1, wallDigits + 1 + counterDigits), 36);
}
