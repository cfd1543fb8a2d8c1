import { describe, expect, it } from 'vitest';
import type { QueueMove } from '../../../contract/domain/download.ts';
import type { LectureId } from '../../../contract/domain/ids.ts';
import { fail, ok } from '../../../contract/result.ts';
import type { DownloadRow, Library } from '../../ports.ts';
import { estimate } from './estimate.ts';
import { createInTurn } from './in-turn.ts';
import { moved, placedBefore } from './queue-order.ts';

describe('D5: moving in the queue', () => {
  it.each<[string, QueueMove, string]>([
    ['c', 'first', 'cabd'],
    ['c', 'earlier', 'acbd'],
    ['c', 'later', 'abdc'],
    ['a', 'last', 'bcda'],
    ['a', 'earlier', 'abcd'],
    ['a', 'first', 'abcd'],
    ['d', 'later', 'abcd'],
    ['d', 'last', 'abcd'],
    ['x', 'first', 'abcd'],
  ])('D5: %s %s gives %s', (id, to, expected) => {
    expect(moved(['a', 'b', 'c', 'd'], id, to).join('')).toBe(expected);
  });
});

describe('D5: putting one in front of another', () => {
  it.each<[string, string | null, string | undefined]>([
    ['c', 'a', 'cabd'],
    ['a', 'd', 'bcad'],
    ['a', 'b', 'abcd'],
    ['a', null, 'bcda'],
    ['d', null, 'abcd'],
    ['b', 'b', 'abcd'],
    ['x', 'a', undefined],
    ['a', 'x', undefined],
  ])('D5: %s in front of %s gives %s', (id, beforeId, expected) => {
    expect(placedBefore(['a', 'b', 'c', 'd'], id, beforeId)?.join('')).toBe(expected);
  });
});

describe('D5: commands', () => {
  it('D5: have their turn one after the other, also behind one that failed', async () => {
    const turns = createInTurn();
    const heard: string[] = [];
    const first = turns.run(async () => {
      await Promise.resolve();
      heard.push('first');
      throw new Error('first');
    });
    const second = turns.run(() => Promise.resolve(heard.push('second')));
    await expect(first).rejects.toThrow('first');
    await second;
    await turns.settled();
    expect(heard).toEqual(['first', 'second']);
  });
});

describe('D1: what a download would take', () => {
  const media = [
    { id: 'high', quality: '720p', sizeBytes: 3_000_000 },
    { id: 'low', quality: '360p', sizeBytes: 1_000_000 },
  ];
  const rows: Readonly<Record<string, Partial<DownloadRow>>> = {
    whole: {
      assetId: 'high' as DownloadRow['assetId'],
      sizeBytes: 3_000_000,
      receivedBytes: 3_000_000,
      previous: null,
    },
    half: { assetId: 'high' as DownloadRow['assetId'], sizeBytes: 3_000_000, receivedBytes: 1_000_000, previous: null },
    other: { assetId: 'low' as DownloadRow['assetId'], sizeBytes: 1_000_000, receivedBytes: 1_000_000, previous: null },
  };
  const binned: typeof rows = { removed: rows['half'] ?? {} };
  const ask = (
    ids: readonly string[],
    roomBytes: number | null,
    measured: number | null,
    limit: number | null = null,
  ) =>
    estimate(
      { lectureIds: ids as readonly LectureId[], quality: '720p' },
      {
        library: {
          catalogue: { lecture: (id: string) => Promise.resolve(ok(id === 'gone' ? null : { lecture: { media } })) },
          downloads: {
            get: (id: string) => Promise.resolve(ok(rows[id] ?? null)),
            list: () => Promise.resolve(ok([])),
          },
          bin: { get: (id: string) => Promise.resolve(ok(binned[id] ?? null)) },
        } as unknown as Library,
        room: { roomBytes: () => Promise.resolve(roomBytes) },
        lastBytesPerSecond: () => measured,
        limitBytesPerSecond: () => limit,
      },
    );

  it('D1: counts only what is not here, and each lecture once', async () => {
    expect(await ask(['new', 'whole', 'half', 'other', 'new'], 1e12, null)).toEqual(
      ok({ sizeBytes: 8_000_000, durationMs: null, fits: true }),
    );
  });
  it('D1: tells the time at the speed measured last, or at the limit that was set', async () => {
    expect(await ask(['new'], 1e12, 1_000_000)).toMatchObject({ value: { durationMs: 3000 } });
    expect(await ask(['new'], 1e12, 1_000_000, 500_000)).toMatchObject({ value: { durationMs: 6000 } });
  });
  it('D7: what lies in the bin is not fetched again', async () => {
    expect(await ask(['removed'], 1e12, null)).toMatchObject({ value: { sizeBytes: 2_000_000 } });
  });
  it('D7: fits only into the room there is; what is here fits always', async () => {
    expect(await ask(['new'], 3_000_000, null)).toMatchObject({ value: { fits: true } });
    expect(await ask(['new'], 2_999_999, null)).toMatchObject({ value: { fits: false } });
    expect(await ask(['new'], null, null)).toMatchObject({ value: { fits: true } });
    expect(await ask(['whole'], 0, null)).toMatchObject({ value: { sizeBytes: 0, fits: true } });
  });
  it('D1: of a lecture that nobody knows is not found', async () => {
    expect(await ask(['gone'], 1e12, null)).toEqual(fail('not-found'));
  });
});
