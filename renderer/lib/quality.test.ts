import { expect, test } from 'vitest';
import { pickQuality } from './quality.ts';

const options = [
  { quality: 'audio', sizeBytes: 1 },
  { quality: '360p', sizeBytes: 2 },
  { quality: '720p', sizeBytes: 3 },
] as const;

test('D2: the wanted quality, else the next lower one, else what there is', () => {
  expect(pickQuality(options, '720p')?.quality).toBe('720p');
  expect(pickQuality(options, '1080p')?.quality).toBe('720p');
  expect(pickQuality(options, 'audio')?.quality).toBe('audio');
  expect(pickQuality(options.slice(0, 1), '720p')?.quality).toBe('audio');
  expect(pickQuality([{ quality: '1080p', sizeBytes: 4 }], '360p')?.quality).toBe('1080p');
  expect(pickQuality([], '720p')).toBeNull();
});
