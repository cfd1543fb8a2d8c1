import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { join, resolve } from 'node:path';

/** Something a bench wants to hold, and whether it did in this run. */
export interface Goal {
  readonly metric: string;
  /** In words, such as `>= 0.4`. */
  readonly goal: string;
  readonly value: number;
  readonly met: boolean;
}

/** A goal that a metric is at least so large. */
export function atLeast(metric: string, value: number, bound: number): Goal {
  return { metric, goal: `>= ${bound}`, value, met: value >= bound };
}

/** A goal that a metric is at most so large. */
export function atMost(metric: string, value: number, bound: number): Goal {
  return { metric, goal: `<= ${bound}`, value, met: value <= bound };
}

/** The middle of some measurements. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** The value that `share` of some measurements do not exceed (nearest rank); NaN of none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/**
 * Prints the one JSON object of a bench and keeps it in `bench/results/NAME.json`; says on standard error which goals were met, and ends with
 * 1 when one was missed. `runtime` where it is not this Node that was measured.
 */
export async function report(
  name: string,
  metrics: Readonly<Record<string, number>>,
  goals: readonly Goal[],
  runtime = `Node ${process.versions.node}`,
): Promise<void> {
  const [cpu] = cpus();
  const result = {
    name,
    runtime,
    machine: {
      processor: cpu?.model.trim() ?? 'unknown',
      cores: cpus().length,
      memoryBytes: totalmem(),
      system: `${process.platform} ${process.arch}`,
    },
    metrics,
    goals,
  };
  const folder = resolve(import.meta.dirname, '..', 'results');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `${name}.json`), `${JSON.stringify(result, null, 2)}\n`);
  console.log(JSON.stringify(result, null, 2));
  for (const { metric, goal, value, met } of goals)
    process.stderr.write(`${met ? 'met   ' : 'MISSED'} ${metric}: ${value.toFixed(3)} (goal ${goal})\n`);
  process.exitCode = goals.every(({ met }) => met) ? 0 : 1;
}
