import { describe, expect, it } from 'vitest';
import type { DownloadState } from '../../../contract/domain/download.ts';
import type { LectureId } from '../../../contract/domain/ids.ts';
import { brokenLimits, bytesLeft, neededFromBin } from './room.ts';
import type { Room, RoomEntry } from './room.ts';

const none: Room = { capBytes: null, floorBytes: null, freeBytes: 100, heldBytes: 0, givableBytes: 0, freshBytes: 0 };
const entry = (
  name: string,
  missingBytes: number,
  begun: number | null = null,
  state: DownloadState = 'queued',
): RoomEntry => ({ lectureId: name as LectureId, state, begun, missingBytes });
const broken = (entries: readonly RoomEntry[], part: Partial<Room>): Readonly<Record<string, string>> =>
  Object.fromEntries(brokenLimits(entries, { ...none, ...part }));

describe('D7: the limits on space', () => {
  it.each<[string, readonly RoomEntry[], Partial<Room>, Readonly<Record<string, string>>]>([
    ['without limits everything may', [entry('a', 1e15)], {}, {}],
    ['a cap that is just reached', [entry('a', 40)], { capBytes: 100, heldBytes: 60 }, {}],
    ['a cap that would be broken', [entry('a', 41)], { capBytes: 100, heldBytes: 60 }, { a: 'cap' }],
    ['a floor that is just reached', [entry('a', 40)], { floorBytes: 60 }, {}],
    ['a floor that would be broken', [entry('a', 41)], { floorBytes: 60 }, { a: 'floor' }],
    ['a floor on a disk nobody can look at', [entry('a', 41)], { floorBytes: 60, freeBytes: null }, {}],
    ['a smaller one passes', [entry('a', 41), entry('b', 40)], { capBytes: 40 }, { a: 'cap' }],
    ['those that fit alone, but not together', [entry('a', 30), entry('b', 30)], { capBytes: 40 }, { b: 'cap' }],
    ['what runs comes first', [entry('a', 30), entry('b', 30, 0, 'downloading')], { capBytes: 40 }, { a: 'cap' }],
    [
      'of those that run, what began last stops',
      [entry('a', 30, 1, 'downloading'), entry('b', 30, 0, 'downloading')],
      { capBytes: 40 },
      { a: 'cap' },
    ],
    ['what is paused keeps no room', [entry('a', 30, null, 'paused'), entry('b', 30)], { capBytes: 40 }, {}],
    ['what is only checked still may', [entry('a', 0, 0, 'verifying')], { capBytes: 40, heldBytes: 50 }, {}],
    ['the bin gives way to the cap', [entry('a', 30)], { capBytes: 40, givableBytes: 40 }, {}],
    ['the bin gives way to the floor', [entry('a', 30)], { freeBytes: 20, floorBytes: 10, givableBytes: 20 }, {}],
    ['what was removed a moment ago does not', [entry('a', 30)], { capBytes: 40, freshBytes: 20 }, { a: 'cap' }],
  ])('D7: %s', (_, entries, part, expected) => {
    expect(broken(entries, part)).toEqual(expected);
  });

  it.each<[string, number, Partial<Room>, number]>([
    ['nothing without limits', 30, { givableBytes: 50 }, 0],
    ['nothing while it fits', 30, { capBytes: 80, givableBytes: 50 }, 0],
    ['just enough for the cap', 30, { capBytes: 70, givableBytes: 50 }, 10],
    ['just enough for the floor', 30, { freeBytes: 50, floorBytes: 40, givableBytes: 50 }, 20],
    ['no more than there is', 30, { capBytes: 10, givableBytes: 5 }, 5],
    ['nothing for nothing', 0, { capBytes: 10, givableBytes: 50 }, 0],
  ])('D7: of the bin goes %s', (_, missingBytes, part, expected) => {
    expect(neededFromBin(missingBytes, { ...none, ...part })).toBe(expected);
  });

  it('D7: the smaller of the limits counts', () => {
    expect(bytesLeft({ ...none, capBytes: 70, heldBytes: 10, floorBytes: 90 }, 0)).toEqual({ cap: 60, floor: 10 });
  });
});
