import { atLeast, atMost, percentile, type Goal } from '../support/report.ts';
import type { Player, SeekTimes } from './cases.ts';
import type { IndexPlace } from './sample-videos.ts';

/** The two lengths of video. */
export const sizes = ['small', 'large'] as const;
export type Size = (typeof sizes)[number];
export const places = ['front', 'end'] as const satisfies readonly IndexPlace[];
export const players = ['ours', 'file', 'fromStart'] as const satisfies readonly Player[];

/** What was measured of seeking: by size, where the index is, and who played. */
export type Taken = Readonly<Record<Size, Readonly<Record<IndexPlace, Readonly<Record<Player, SeekTimes>>>>>>;

/** None yet. */
export function noTimes(): Readonly<Record<Player, SeekTimes>> {
  const none = (): SeekTimes => ({ firstFrameMs: [], seekMs: [] });
  return { ours: none(), file: none(), fromStart: none() };
}

/** Middle and 95 % of each. */
export function seekMetrics(taken: Taken): Readonly<Record<string, number>> {
  const metrics: Record<string, number> = {};
  for (const size of sizes)
    for (const index of places)
      for (const player of players)
        for (const what of ['firstFrameMs', 'seekMs'] as const) {
          const times = taken[size][index][player][what];
          if (times.length === 0) continue;
          metrics[`${size}.${index}.${player}.${what}.p50`] = percentile(times, 0.5);
          metrics[`${size}.${index}.${player}.${what}.p95`] = percentile(times, 0.95);
        }
  return metrics;
}

/** The goals of issue 5, point 10; their values are NaN where nothing was measured. `isWhole`: with the lengths that they are set for. */
export function goalsOf(
  taken: Taken,
  metrics: Readonly<Record<string, number>>,
  names: Readonly<Record<Size, string>>,
  isWhole: boolean,
): readonly Goal[] {
  const of = (size: Size, player: Player, what: keyof SeekTimes, share: number): number =>
    percentile(
      places.flatMap((index) => taken[size][index][player][what]),
      share,
    );
  const toFile = (size: Size, what: keyof SeekTimes, share: number): number =>
    of(size, 'ours', what, share) / of(size, 'file', what, share);
  const fromStartToOurs = of('large', 'fromStart', 'seekMs', 0.5) / of('large', 'ours', 'seekMs', 0.5);
  const metric = (name: string): number => metrics[name] ?? Number.NaN;
  const { small, large } = names;
  return [
    ...sizes.flatMap((size) => [
      atMost(`${names[size]}: seek p50, ours to file://`, toFile(size, 'seekMs', 0.5), 1.1),
      atMost(`${names[size]}: seek p95, ours to file://`, toFile(size, 'seekMs', 0.95), 1.15),
      atMost(`${names[size]}: first frame p50, ours to file://`, toFile(size, 'firstFrameMs', 0.5), 1.1),
      atMost(`${names[size]}: first frame p95, ours to file://`, toFile(size, 'firstFrameMs', 0.95), 1.15),
      atMost(`${names[size]}: MB decrypted for a seek`, metric(`${size}.perSeek.directly.bytes`) / 1e6, 3),
    ]),
    atMost(
      `seek p95, ${large} to ${small}`,
      of('large', 'ours', 'seekMs', 0.95) / of('small', 'ours', 'seekMs', 0.95),
      1.1,
    ),
    // In a short file what the player itself takes for a seek is most of it: there even `file://` is not eight times as fast.
    ...(isWhole ? [atLeast(`${large}: seek p50, from the start to ours`, fromStartToOurs, 8)] : []),
    atLeast(
      'stream, ours to plain',
      metric('stream.ours.megabytesPerSecond.median') / metric('stream.plain.megabytesPerSecond.median'),
      0.9,
    ),
    atMost('open after the many seeks', metric('leaks.openAfterLeaving'), 0),
    atMost(
      'growth of memory (PSS) over the many seeks, share',
      metric('leaks.pssAfterBytes') / metric('leaks.pssBeforeBytes') - 1,
      0.05,
    ),
  ];
}
