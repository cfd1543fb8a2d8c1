import { scaleLinear } from 'd3-scale';

const minuteMs = 60_000;
const hourMs = 3_600_000;
/** A plot of very little does not look like one of much. */
const leastMs = 10 * minuteMs;
/** From so much on the lines of a plot stand at hours. */
const hoursFromMs = 2.5 * hourMs;

/** The height of a value in a plot of a height, and the values that its lines stand at. */
export interface TimeScale {
  readonly heightOf: (watchedMs: number) => number;
  /** In milliseconds, from 0 to the top of the plot. */
  readonly ticksMs: readonly number[];
}

/** Makes the scale of a plot: from nothing to a round number of minutes or hours above the most. */
export function timeScale(mostMs: number, height: number): TimeScale {
  const unitMs = mostMs >= hoursFromMs ? hourMs : minuteMs;
  const scale = scaleLinear([0, Math.max(mostMs, leastMs) / unitMs], [0, height]).nice(4);
  return {
    heightOf: (watchedMs) => scale(watchedMs / unitMs),
    ticksMs: scale
      .ticks(4)
      .filter(Number.isInteger)
      .map((tick) => tick * unitMs),
  };
}
