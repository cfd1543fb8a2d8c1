import type { CSSProperties } from 'react';

/** Where words about a place stand over the seek bar: over the place itself, and never beyond an end of the bar, however long they are. `share` from 0 to 1. */
export function wordsOverBar(share: number): CSSProperties {
  const percent = `${String(Math.min(1, Math.max(0, share)) * 100)}%`;
  return { insetInlineStart: percent, translate: `-${percent} 0` };
}
