import { levelMs } from './silences.ts';

/** Adds up decoded sound into the loudness of short pieces. */
export interface LevelMeter {
  /** One channel's samples, beginning at a moment of the lecture. */
  add(samples: Float32Array, startSeconds: number, sampleRate: number): void;
  /** Root mean square of each piece; a piece that was never heard counts as loud, so that it is not skipped. */
  levels(): Float32Array;
}

/** Makes a meter for a lecture of a length. */
export function createLevelMeter(durationSeconds: number): LevelMeter {
  const length = Math.max(0, Math.ceil((durationSeconds * 1000) / levelMs));
  const sums = new Float64Array(length);
  const counts = new Uint32Array(length);
  return {
    add(samples, startSeconds, sampleRate) {
      const perSample = 1000 / levelMs / sampleRate;
      const start = (startSeconds * 1000) / levelMs;
      for (let index = 0; index < samples.length; index += 1) {
        const piece = Math.floor(start + index * perSample);
        if (piece < 0 || piece >= length) continue;
        const sample = samples[index] ?? 0;
        sums[piece] = (sums[piece] ?? 0) + sample * sample;
        counts[piece] = (counts[piece] ?? 0) + 1;
      }
    },
    levels: () => Float32Array.from(sums, (sum, piece) => (counts[piece] ? Math.sqrt(sum / (counts[piece] ?? 1)) : 1)),
  };
}
