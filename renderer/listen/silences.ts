import type { Span } from '../../contract/domain/span.ts';

/** How long each piece is whose loudness is measured, in milliseconds. */
export const levelMs = 20;

/** How silence is told from speech. */
export const silenceRule = {
  /** Below what is usually loud by so much a silence begins; it ends at `endsDb` below. */
  beginsDb: -34,
  endsDb: -28,
  /** Never louder than this, and this quiet always counts; full scale is 0. */
  loudestDb: -32,
  quietestDb: -60,
  /** Shorter ones are the breath of speech. */
  leastMs: 600,
  /** Left at either edge, so that no word is cut. */
  edgeMs: 150,
} as const;

const toDb = (level: number): number => 20 * Math.log10(Math.max(level, 1e-9));

/**
 * The silences in a row of levels (root mean square of each piece, full scale 1), each shrunk at both edges. Silence is judged against
 * the lecture's own loudness (its 95th percentile), with two thresholds, so that a level that wavers at one of them makes no crumbs. A
 * lecture without any sound has no silences: there would be nothing left of it.
 */
export function silencesIn(levels: Float32Array): readonly Span[] {
  const sorted = levels.toSorted();
  const loudDb = toDb(sorted[Math.floor(sorted.length * 0.95)] ?? 0);
  if (loudDb <= silenceRule.quietestDb) return [];
  const within = (db: number): number => Math.min(silenceRule.loudestDb, Math.max(silenceRule.quietestDb, db));
  const beginsBelow = 10 ** (within(loudDb + silenceRule.beginsDb) / 20);
  const endsAbove = 10 ** (within(loudDb + silenceRule.endsDb) / 20);
  const spans: Span[] = [];
  let since: number | null = null;
  for (let index = 0; index <= levels.length; index += 1) {
    const level = levels[index];
    if (since === null) {
      if (level !== undefined && level < beginsBelow) since = index;
      continue;
    }
    if (level !== undefined && level <= endsAbove) continue;
    const [startMs, endMs] = [since * levelMs, index * levelMs];
    if (endMs - startMs >= silenceRule.leastMs) {
      spans.push({ startMs: startMs + silenceRule.edgeMs, endMs: endMs - silenceRule.edgeMs });
    }
    since = null;
  }
  return spans;
}
