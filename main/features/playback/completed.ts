import type { Span } from '../../../contract/domain/span.ts';
import { coverageOf } from '../../../contract/domain/span.ts';

/** The last part of a lecture, of which something must have been watched, in milliseconds. */
const lastPartMs = 5000;

/** Whether any of these leads into the last part of a lecture. */
export function reachesEnd(spans: readonly Span[], durationMs: number): boolean {
  return spans.some(({ endMs }) => endMs >= durationMs - lastPartMs);
}

/** Whether what was watched (a union) is enough for a lecture: a share of all of it, and its end. */
export function isCompleted(watched: readonly Span[], durationMs: number, share: number): boolean {
  return reachesEnd(watched, durationMs) && coverageOf(watched, durationMs) >= share;
}
