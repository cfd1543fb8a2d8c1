/** A part of a lecture, in milliseconds of media time; the end does not belong to it. */
export interface Span {
  readonly startMs: number;
  readonly endMs: number;
}

/** Parts nearer to each other than this are one, and less than this at either edge is not missed, in milliseconds. */
export const closedGapMs = 1000;

/**
 * The union of spans: sorted, apart by more than `closedGapMs`, without empty ones. The union of a union and of more is the same in
 * whatever order they come.
 */
export function mergeSpans(spans: readonly Span[], gapMs = closedGapMs): readonly Span[] {
  const merged: Span[] = [];
  const sorted = spans.filter(({ startMs, endMs }) => endMs > startMs).toSorted((a, b) => a.startMs - b.startMs);
  for (const span of sorted) {
    const last = merged.at(-1);
    if (last === undefined || span.startMs - last.endMs > gapMs) merged.push({ ...span });
    else merged[merged.length - 1] = { startMs: last.startMs, endMs: Math.max(last.endMs, span.endMs) };
  }
  return merged;
}

/** What of a lecture is not covered; what is too short to miss is left out. `covered` is a union of `mergeSpans`. */
export function missingSpans(covered: readonly Span[], durationMs: number): readonly Span[] {
  const missing: Span[] = [];
  let fromMs = 0;
  for (const { startMs, endMs } of covered) {
    if (startMs - fromMs > closedGapMs) missing.push({ startMs: fromMs, endMs: Math.min(startMs, durationMs) });
    fromMs = Math.max(fromMs, endMs);
  }
  if (durationMs - fromMs > closedGapMs) missing.push({ startMs: fromMs, endMs: durationMs });
  return missing.filter(({ startMs, endMs }) => endMs > startMs);
}

/** How much of a lecture is covered, from 0 to 1. */
export function coverageOf(covered: readonly Span[], durationMs: number): number {
  if (durationMs <= 0) return 0;
  return 1 - spansLengthMs(missingSpans(covered, durationMs)) / durationMs;
}

/** The length of all spans together that lies behind a place; they do not overlap. */
export function spansLengthMs(spans: readonly Span[], fromMs = 0): number {
  return spans.reduce((sum, { startMs, endMs }) => sum + Math.max(0, endMs - Math.max(startMs, fromMs)), 0);
}

/** The span that a place lies in; `spans` sorted and apart. */
export function spanAt(spans: readonly Span[], positionMs: number): Span | null {
  return spans.find(({ startMs, endMs }) => startMs <= positionMs && positionMs < endMs) ?? null;
}
