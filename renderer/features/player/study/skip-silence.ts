import { spanAt, type Span } from '../../../../contract/domain/span.ts';
import type { Loop } from './loop.ts';

/** Less than this is not worth a jump, in milliseconds. */
const leastJumpMs = 250;

/** Where to jump to over the silence at a place; null when there is none, or so little of it that a jump would be heard more. */
export function silenceEnd(silences: readonly Span[], positionMs: number, loop: Loop): number | null {
  const silence = spanAt(silences, positionMs);
  if (silence === null) return null;
  const loopEndMs = loop.bMs !== null && positionMs < loop.bMs ? loop.bMs : Infinity;
  const endMs = Math.min(silence.endMs, loopEndMs);
  return endMs - positionMs >= leastJumpMs ? endMs : null;
}
