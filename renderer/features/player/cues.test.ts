import { expect, test } from 'vitest';
import { chapterSpans, chapterTarget } from './chapters.ts';
import { lastStartedIndex, pickTrack } from './cues.ts';
import { startPositionMs } from './use-source.ts';

const cues = [
  { startMs: 1000, endMs: 2000, text: 'one' },
  { startMs: 2000, endMs: 3000, text: 'two' },
  { startMs: 5000, endMs: 6000, text: 'three' },
];

test('C4: between two cues the last begun one is known', () => {
  expect(lastStartedIndex([], 100)).toBe(-1);
  expect(lastStartedIndex(cues, 4000)).toBe(1);
});

test('C4: captions come in the reader’s language where they can', () => {
  const tracks = [
    { language: 'en', cues },
    { language: 'ru', cues },
  ];
  expect(pickTrack(tracks, 'ru')?.language).toBe('ru');
  expect(pickTrack(tracks, 'de')?.language).toBe('en');
  expect(pickTrack([], 'ru')).toBeNull();
});

test('C4: chapters cover the lecture without holes', () => {
  const spans = chapterSpans(
    [
      { startMs: 10, title: 'b' },
      { startMs: 900, title: 'past the end' },
    ],
    100,
  );
  expect(spans).toEqual([
    { startMs: 0, endMs: 10, title: null },
    { startMs: 10, endMs: 100, title: 'b' },
  ]);
  expect(chapterSpans([], 100)).toEqual([{ startMs: 0, endMs: 100, title: null }]);
});

test('C7: the chapter keys go to the next start, to this start, or to the one before', () => {
  const spans = chapterSpans(
    [
      { startMs: 0, title: 'a' },
      { startMs: 50_000, title: 'b' },
    ],
    100_000,
  );
  expect(chapterTarget(spans, 1000, 'next')).toBe(50_000);
  expect(chapterTarget(spans, 60_000, 'next')).toBeNull();
  expect(chapterTarget(spans, 60_000, 'previous')).toBe(50_000);
  expect(chapterTarget(spans, 51_000, 'previous')).toBe(0);
});

test('C2: a lecture goes on where it was left, and from the start when that was the end', () => {
  expect(startPositionMs({ positionMs: 41_000, durationMs: 100_000 })).toBe(41_000);
  expect(startPositionMs({ positionMs: 96_000, durationMs: 100_000 })).toBe(0);
});
