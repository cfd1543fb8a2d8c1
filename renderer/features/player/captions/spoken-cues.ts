import type { Cue } from '../../../../contract/domain/views.ts';
import { lastStartedIndex } from '../cues.ts';

const nobody: readonly Cue[] = [];

/**
 * Makes a finder of all cues that are spoken at a moment, overlapping ones together in the order of their start; the same array as long as they are the
 * same. `cues` in order of their start. Logarithmic, but for cues that lie within a longer one.
 */
export function createSpokenCues(cues: readonly Cue[]): (positionMs: number) => readonly Cue[] {
  let latestEndMs = -Infinity;
  const latestEnds = cues.map((cue) => (latestEndMs = Math.max(latestEndMs, cue.endMs)));
  let last: readonly Cue[] = nobody;
  return (positionMs) => {
    const spoken: Cue[] = [];
    for (let index = lastStartedIndex(cues, positionMs); index >= 0; index -= 1) {
      // Nothing before this one reaches as far as now.
      if ((latestEnds[index] ?? 0) <= positionMs) break;
      const cue = cues[index];
      if (cue && positionMs < cue.endMs) spoken.unshift(cue);
    }
    const same = spoken.length === last.length && spoken.every((cue, index) => cue === last[index]);
    if (!same) last = spoken.length === 0 ? nobody : spoken;
    return last;
  };
}
