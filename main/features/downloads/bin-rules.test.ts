import { describe, expect, it } from 'vitest';
import { downloadStates } from '../../../contract/domain/download.ts';
import type { DownloadState } from '../../../contract/domain/download.ts';
import type { LectureId } from '../../../contract/domain/ids.ts';
import type { BinRow } from '../../ports.ts';
import { backFromBin, goesAtMs, judgeBin } from './bin-rules.ts';

const dayMs = 86_400_000;
const removedAtMs = 1000 * dayMs;
const id = 'l' as LectureId;
const item = (lastDayFromMs: number | null, at = removedAtMs) => ({ lectureId: id, removedAtMs: at, lastDayFromMs });
const atDay = (days: number): number => removedAtMs + days * dayMs;

describe('D7: when an item of the bin goes by itself', () => {
  it.each([
    ['is let be while it is new', item(null), atDay(0), 'nothing'],
    ['is let be a moment before its last day', item(null), atDay(6) - 1, 'nothing'],
    ['is marked when its last day begins', item(null), atDay(6), item(atDay(6))],
    ['stays through its last day', item(atDay(6)), atDay(7) - 1, 'nothing'],
    ['goes after seven days', item(atDay(6)), atDay(7), 'over'],
    ['is given a day when the app was shut for weeks', item(null), atDay(30), item(atDay(30))],
    ['goes a day after that', item(atDay(30)), atDay(31), 'over'],
    ['is let be again when the clock that leapt is set right', item(atDay(30)), atDay(2), item(null)],
    ['has its day anew when the clock goes back within it', item(atDay(30)), atDay(9), item(atDay(9))],
    ['counts from now when it was removed by a clock ahead', item(null, atDay(400)), atDay(2), item(null, atDay(2))],
  ])('D7: it %s', (_, before, nowMs, after) => {
    const verdict = judgeBin([before], nowMs);
    expect(verdict).toEqual({
      over: after === 'over' ? [id] : [],
      stamps: typeof after === 'string' ? [] : [after],
    });
  });

  it('D7: it says when: in seven days, or a day after it was seen late', () => {
    expect(goesAtMs(item(null))).toBe(atDay(7));
    expect(goesAtMs(item(atDay(6)))).toBe(atDay(7));
    expect(goesAtMs(item(atDay(30)))).toBe(atDay(31));
  });
});

describe('D5 D7: what a removed download becomes again', () => {
  const becomes: Readonly<Record<DownloadState, DownloadState>> = {
    queued: 'queued',
    downloading: 'queued',
    waiting: 'queued',
    paused: 'paused',
    verifying: 'queued',
    complete: 'complete',
    failed: 'failed',
  };
  it.each(downloadStates)('D5 D7: %s', (state) => {
    const error = state === 'failed' || state === 'waiting' ? 'disk-full' : null;
    const row = { lectureId: id, state, error, receivedBytes: 5, sizeBytes: 9, etag: '"e"', addedAtMs: 1 };
    const binned = { ...row, removedAtMs, lastDayFromMs: null } as unknown as BinRow;
    expect(backFromBin(binned, 77)).toEqual({
      ...row,
      state: becomes[state],
      error: state === 'failed' ? 'disk-full' : null,
      addedAtMs: 77,
    });
  });
});
