import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createOneAtATime } from './one-at-a-time.ts';
import { limitProgress } from './progress-limit.ts';
import { createStallWatch } from './stall-watch.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('progress', () => {
  it('D3: passes at most four times in any second, and always the latest', () => {
    const sentAtMs: number[] = [];
    const sent: number[] = [];
    const limited = limitProgress(({ receivedBytes }) => {
      sentAtMs.push(performance.now());
      sent.push(receivedBytes);
    });
    for (let step = 1; step <= 500; step += 1) {
      limited.report({ receivedBytes: step, phase: 'downloading' });
      vi.advanceTimersByTime(10);
    }
    limited.report({ receivedBytes: 501, phase: 'verifying' });
    limited.flush();
    expect(sent[0]).toBe(1);
    expect(sent.at(-1)).toBe(501);
    expect(sent).toEqual(sent.toSorted((a, b) => a - b));
    for (const fromMs of sentAtMs) {
      expect(sentAtMs.filter((atMs) => atMs >= fromMs && atMs < fromMs + 1000).length).toBeLessThanOrEqual(4);
    }
    vi.advanceTimersByTime(5000);
    limited.flush();
    expect(sent.at(-1)).toBe(501);
    expect(sent.filter((bytes) => bytes === 501)).toHaveLength(1);
  });
});

describe('a line that stalls', () => {
  it('D3: is seen after the time without a byte, once', () => {
    const onStall = vi.fn<() => void>();
    const watch = createStallWatch(30_000, onStall);
    watch.waiting();
    vi.advanceTimersByTime(29_000);
    expect(onStall).not.toHaveBeenCalled();
    vi.advanceTimersByTime(2000);
    expect(onStall).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(100_000);
    expect(onStall).toHaveBeenCalledTimes(1);
    watch.stop();
  });

  it('D3: is not blamed for a slow disk', () => {
    const onStall = vi.fn<() => void>();
    const watch = createStallWatch(30_000, onStall);
    watch.waiting();
    vi.advanceTimersByTime(10_000);
    watch.received(1);
    vi.advanceTimersByTime(600_000);
    expect(onStall).not.toHaveBeenCalled();
    watch.stop();
  });

  it.each([
    [1, 1],
    [100, 0],
  ])('D3: that brings %i bytes a second has stalled %i times', (bytes, stalls) => {
    const onStall = vi.fn<() => void>();
    const watch = createStallWatch(30_000, onStall);
    for (let second = 0; second < 120; second += 1) {
      watch.waiting();
      vi.advanceTimersByTime(1000);
      watch.received(bytes);
    }
    expect(onStall).toHaveBeenCalledTimes(stalls);
    watch.stop();
  });
});

describe('work on one file', () => {
  it('D3: runs one after the other, also after a failure, and other files do not wait', async () => {
    const files = createOneAtATime();
    const order: string[] = [];
    let letGo = (): void => undefined;
    const first = files.run('a', async () => {
      await new Promise<void>((resolve) => {
        letGo = resolve;
      });
      order.push('a1');
      throw new Error('a defect');
    });
    const second = files.run('a', async () => void order.push('a2'));
    await files.run('b', async () => void order.push('b'));
    letGo();
    await expect(first).rejects.toThrow('a defect');
    await second;
    expect(order).toEqual(['b', 'a1', 'a2']);
  });
});
