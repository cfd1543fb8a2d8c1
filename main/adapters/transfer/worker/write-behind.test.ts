import { describe, expect, it } from 'vitest';
import { createWriteBehind } from './write-behind.ts';

const mebibyte = 1024 * 1024;

describe('what waits for the disk', () => {
  it('D3: the disk is asked from a sync’s worth on, and not again while it is being asked', () => {
    const behind = createWriteBehind(8 * mebibyte);
    behind.written(8 * mebibyte - 1);
    expect(behind.isSyncDue()).toBe(false);
    behind.written(1);
    expect(behind.isSyncDue()).toBe(true);
    expect(behind.begin()).toBe(8 * mebibyte);
    behind.written(9 * mebibyte);
    expect(behind.isSyncDue()).toBe(false);
    behind.ended(8 * mebibyte, 40);
    expect(behind.isSyncDue()).toBe(true);
    expect(behind.begin()).toBe(9 * mebibyte);
  });

  /** Bytes after which the line waits, once a sync of 8 MiB has taken so long. */
  const mostAfter = (tookMs: number | null): number => {
    const behind = createWriteBehind(8 * mebibyte);
    if (tookMs !== null) {
      behind.written(8 * mebibyte);
      behind.ended(behind.begin(), tookMs);
    }
    let bytes = 0;
    while (!behind.isFull()) {
      behind.written(mebibyte);
      bytes += mebibyte;
    }
    return bytes / mebibyte;
  };

  it.each([
    ['nobody knows yet', null, 16],
    ['a stick of 4 MB/s', 2000, 16],
    ['a drive of 64 MiB/s', 125, 32],
    ['a fast disk', 20, 64],
    ['a disk that answers at once', 0, 64],
  ])('D3 D6: %s: the line waits from half a second’s worth on, between two syncs and eight', (_disk, tookMs, most) => {
    expect(mostAfter(tookMs)).toBe(most);
  });

  it('D3: what is being kept counts until the disk has answered, and a small sync says nothing about its speed', () => {
    const behind = createWriteBehind(8 * mebibyte);
    behind.written(8 * mebibyte);
    const asked = behind.begin();
    behind.written(8 * mebibyte);
    expect(behind.isFull()).toBe(true);
    behind.ended(asked, 20);
    expect(behind.isFull()).toBe(false);
    behind.written(mebibyte);
    const more = behind.begin();
    behind.written(1024);
    behind.ended(more, 10);
    const small = behind.begin();
    behind.ended(small, 900);
    behind.written(63 * mebibyte);
    expect(behind.isFull()).toBe(false);
    behind.written(mebibyte);
    expect(behind.isFull()).toBe(true);
  });
});
