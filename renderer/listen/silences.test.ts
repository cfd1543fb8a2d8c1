import { expect, test } from 'vitest';
import { createLevelMeter } from './level-meter.ts';
import { levelMs, silencesIn } from './silences.ts';

/** Levels made of stretches of milliseconds at a loudness in dB. */
const levels = (...stretches: readonly (readonly [lengthMs: number, db: number])[]): Float32Array =>
  Float32Array.from(
    stretches.flatMap(([lengthMs, db]) => Array.from({ length: lengthMs / levelMs }, () => 10 ** (db / 20))),
  );

test('C3: a silence of 600 ms is found and shrunk at both edges, a shorter one is the breath of speech', () => {
  expect(silencesIn(levels([2000, -20], [600, -70], [2000, -20], [580, -70], [2000, -20]))).toEqual([
    { startMs: 2150, endMs: 2450 },
  ]);
});

test('C3: what wavers between the two thresholds makes no crumbs', () => {
  const wavering = Array.from({ length: 20 }, (_, index) => [200, index % 2 ? -50 : -56] as const);
  expect(silencesIn(levels([2000, -20], [200, -60], ...wavering, [2000, -20]))).toEqual([
    { startMs: 2150, endMs: 6050 },
  ]);
});

test('C3: silence is judged by the lecture’s own loudness: hiss under a loud voice, a quiet voice that is none', () => {
  expect(silencesIn(levels([5000, -8], [1000, -48], [5000, -8]))).toHaveLength(1);
  expect(silencesIn(levels([5000, -40], [1000, -55], [5000, -40]))).toEqual([]);
});

test('C3: a silence at the very end counts; a lecture without any sound has none', () => {
  expect(silencesIn(levels([1000, -20], [2000, -80]))).toEqual([{ startMs: 1150, endMs: 2850 }]);
  expect(silencesIn(levels([9000, -75]))).toEqual([]);
  expect(silencesIn(new Float32Array())).toEqual([]);
});

test('C3: loudness is measured piece by piece, wherever the sound begins; what was never heard is not skipped', () => {
  const meter = createLevelMeter(0.1);
  meter.add(new Float32Array(480).fill(0.5), -0.01, 24_000);
  meter.add(new Float32Array(480).fill(0.25), 0.04, 24_000);
  expect([...meter.levels()].map((level) => Math.round(level * 100) / 100)).toEqual([0.5, 1, 0.25, 1, 1]);
});
