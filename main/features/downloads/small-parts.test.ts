import { describe, expect, it } from 'vitest';
import type { Lecture, Quality } from '../../../contract/domain/course.ts';
import { createFakeClock } from '../../../tests/fakes/fake-clock.ts';
import { chooseMedia } from './choose-media.ts';
import { createSpeed } from './speed.ts';
import { createThrottle } from './throttle.ts';

const lectureWith = (...had: Quality[]) => ({ media: had.map((quality) => ({ quality })) }) as unknown as Lecture;

describe('D2: the quality that is taken', () => {
  it.each<[Quality, Quality[], Quality]>([
    ['720p', ['360p', '720p', 'audio'], '720p'],
    ['1080p', ['360p', '720p', 'audio'], '720p'],
    ['720p', ['audio', '360p'], '360p'],
    ['360p', ['1080p', 'audio'], 'audio'],
    ['audio', ['720p', '360p'], '360p'],
  ])('D2: wanted %s of %j gives %s', (wanted, had, expected) => {
    expect(chooseMedia(lectureWith(...had), wanted).quality).toBe(expected);
  });
});

describe('D1: progress', () => {
  it('D1: speed is the average of the last seconds and unknown at first', () => {
    const speed = createSpeed();
    speed.add(0, 0);
    expect(speed.bytesPerSecond()).toBeNull();
    speed.add(1000, 1000);
    expect(speed.bytesPerSecond()).toBe(1000);
    speed.add(1000, 10_000);
    expect(speed.bytesPerSecond()).toBeNull();
  });
  it('D1: at most four events a second, and the last one always', () => {
    const clock = createFakeClock();
    let calls = 0;
    const throttle = createThrottle(clock, 250, () => (calls += 1));
    for (let step = 0; step < 100; step += 1) {
      throttle.call();
      clock.advance(10);
    }
    expect(calls).toBeLessThanOrEqual(5);
    clock.advance(1000);
    const before = calls;
    throttle.call();
    expect(calls).toBe(before + 1);
  });
});
