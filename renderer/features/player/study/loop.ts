/** A part that is played again and again; a loop with one end only waits for the other. */
export interface Loop {
  readonly aMs: number | null;
  readonly bMs: number | null;
}

/** What can be done to a loop. */
export type LoopStep = 'a' | 'b' | 'clear';

/** No loop. */
export const noLoop: Loop = { aMs: null, bMs: null };

/** Shorter than this nothing is heard, in milliseconds. */
export const leastLoopMs = 300;
/** So far behind the end a picture that plays is led back; further away the person went there on purpose. */
const caughtMs = 1500;

/** The loop after a step at a place; an end that would make it too short or turn it round begins it anew from there. */
export function stepLoop(loop: Loop, step: LoopStep, positionMs: number): Loop {
  switch (step) {
    case 'clear':
      return noLoop;
    case 'a':
      return { aMs: positionMs, bMs: loop.bMs !== null && loop.bMs - positionMs >= leastLoopMs ? loop.bMs : null };
    case 'b': {
      const aMs = loop.aMs ?? 0;
      return positionMs - aMs >= leastLoopMs ? { aMs, bMs: positionMs } : { aMs: positionMs, bMs: null };
    }
  }
}

/** The step that one button takes next. */
export function nextStep(loop: Loop): LoopStep {
  if (loop.aMs === null) return 'a';
  return loop.bMs === null ? 'b' : 'clear';
}

/** Where the picture must go back to now; null when it may play on. */
export function loopBack(loop: Loop, positionMs: number, rate: number): number | null {
  if (loop.aMs === null || loop.bMs === null) return null;
  return positionMs >= loop.bMs && positionMs < loop.bMs + caughtMs * Math.max(1, rate) ? loop.aMs : null;
}
