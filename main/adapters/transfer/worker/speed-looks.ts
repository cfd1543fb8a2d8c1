import { decideWidth, type WidthRules, type WidthVerdict } from './range-width.ts';

/** Looks at the speed of a transfer, and from it says how many connections it should have. */
export interface SpeedLooks {
  /** Bytes came, over any of its connections. */
  came(sizeBytes: number): void;
  /** The service took so long to answer: more often than that nothing is looked at. */
  answered(waitedMs: number): void;
  /** Looks, when it is time to; `isFlowing` says that every connection brings bytes. */
  look(view: {
    readonly connections: number;
    readonly isFlowing: boolean;
    readonly restBytes: number;
    readonly limitBytesPerSecond: number | null;
  }): WidthVerdict;
}

/** Looks after which more connections that brought nothing are given up: time for a new one to come up to its speed (RFC 5681 §3.1). */
const patienceLooks = 8;

/** Begins to look now. `lookEveryMs` is the shortest time between two looks. */
export function createSpeedLooks(rules: WidthRules & { readonly lookEveryMs: number }): SpeedLooks {
  let everyMs = rules.lookEveryMs;
  let cameBytes = 0;
  let lookedAtMs = performance.now();
  let last: number | null = null;
  let looks = 0;
  let before: { readonly connections: number; readonly bytesPerSecond: number } | null = null;

  function beginAnew(): void {
    cameBytes = 0;
    lookedAtMs = performance.now();
  }

  return {
    came: (sizeBytes) => {
      cameBytes += sizeBytes;
    },
    answered: (waitedMs) => {
      everyMs = Math.max(everyMs, Math.min(waitedMs, 2000));
    },
    look: ({ isFlowing, ...view }) => {
      if (!isFlowing) {
        beginAnew();
        last = null;
        return { kind: 'wait' };
      }
      const passedMs = performance.now() - lookedAtMs;
      if (passedMs < everyMs) return { kind: 'wait' };
      const bytesPerSecond = (cameBytes * 1000) / passedMs;
      beginAnew();
      const bytesPerSecondBefore = last;
      last = bytesPerSecond;
      looks += 1;
      if (bytesPerSecondBefore === null) return { kind: 'wait' };
      const verdict = decideWidth({ ...view, before, bytesPerSecond, bytesPerSecondBefore }, rules);
      const isTooEarly = verdict.kind === 'settle' && before !== null && looks < patienceLooks;
      if (isTooEarly && verdict.connections < view.connections) return { kind: 'wait' };
      if (verdict.kind === 'widen') {
        before = { connections: view.connections, bytesPerSecond };
        last = null;
        looks = 0;
      }
      return verdict;
    },
  };
}
