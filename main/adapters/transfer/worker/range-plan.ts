import type { SegmentLayout, SegmentRun } from '../../files/lrm/index.ts';

/** How a file is shared out among connections. */
export interface RangeRules {
  readonly mostConnections: number;
  /** A rest smaller than this, in plain bytes, is brought by one connection. */
  readonly smallestRestBytes: number;
  /** No connection is sent for less than this, in plain bytes, unless less is left. */
  readonly smallestRunBytes: number;
  /** Nor for more than this, unless it is the only one: what comes far ahead has to be read back for the digest. */
  readonly largestRunBytes: number;
  /** How often the speed is looked at, in milliseconds. */
  readonly lookEveryMs: number;
}

/** The usual numbers; where they come from: `docs/decisions/0013-parallel-ranges.md`. */
export const usualRangeRules: RangeRules = {
  mostConnections: 4,
  smallestRestBytes: 16 * 1024 * 1024,
  smallestRunBytes: 512 * 1024,
  largestRunBytes: 64 * 1024 * 1024,
  lookEveryMs: 40,
};

/** What of a file is still to be fetched, and by whom. */
export interface RangePlan {
  /**
   * The next run for one of `connections` that share what is left: one takes all of the first gap, several a piece of it. The pieces get
   * smaller towards the end, so that all are done at about the same time (guided self-scheduling, Polychronopoulos and Kuck 1987).
   */
  take(connections: number): SegmentRun | null;
  /** Puts back what a connection did not bring. */
  giveBack(run: SegmentRun): void;
  /** Plain bytes that nobody has taken. */
  restBytes(): number;
}

/** Makes a plan of these gaps, in order and apart from each other. */
export function createRangePlan(layout: SegmentLayout, missing: readonly SegmentRun[], rules: RangeRules): RangePlan {
  const { segmentSizeBytes } = layout;
  const smallestSegments = Math.max(1, Math.ceil(rules.smallestRunBytes / segmentSizeBytes));
  const largestSegments = Math.max(smallestSegments, Math.floor(rules.largestRunBytes / segmentSizeBytes));
  let gaps: readonly SegmentRun[] = missing;
  const restSegments = (): number => gaps.reduce((sum, gap) => sum + gap.endExclusive - gap.first, 0);

  return {
    take: (connections) => {
      const [gap, ...others] = gaps;
      if (gap === undefined) return null;
      const share = Math.ceil(restSegments() / (2 * connections));
      const wanted = connections === 1 ? Infinity : Math.min(Math.max(smallestSegments, share), largestSegments);
      const endExclusive = Math.min(gap.endExclusive, gap.first + wanted);
      gaps = endExclusive === gap.endExclusive ? others : [{ ...gap, first: endExclusive }, ...others];
      return { first: gap.first, endExclusive };
    },
    giveBack: (run) => {
      if (run.first >= run.endExclusive) return;
      const merged: SegmentRun[] = [];
      for (const gap of [...gaps, run].toSorted((one, other) => one.first - other.first)) {
        const last = merged.at(-1);
        if (last?.endExclusive === gap.first) merged[merged.length - 1] = { ...last, endExclusive: gap.endExclusive };
        else merged.push(gap);
      }
      gaps = merged;
    },
    restBytes: () => restSegments() * segmentSizeBytes,
  };
}
