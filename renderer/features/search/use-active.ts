import { useState } from 'react';
import type { Entry } from './entries.ts';

/** How far a page key goes, in lines. */
const pageLines = 8;

/** The line that Enter opens. */
export interface ActiveLine {
  /** Its place in the list; -1 when there is none. */
  readonly index: number;
  readonly entry: Entry | null;
  /** A person moved to it; it is not just the first. */
  readonly isChosen: boolean;
  /** Makes this line the active one; null: the first again. */
  set(key: string | null): void;
  /** Moves as the key says, and answers whether it was a key that moves. */
  move(code: string): boolean;
}

/** Keeps one line of the list active: the first, until a person moves; a line that is gone gives way to the first. */
export function useActiveLine(entries: readonly Entry[]): ActiveLine {
  const [key, setKey] = useState<string | null>(null);
  const last = entries.length - 1;
  const chosen = entries.findIndex((entry) => entry.key === key);
  const index = last < 0 ? -1 : Math.max(0, chosen);
  const targets: Readonly<Record<string, number>> = {
    ArrowDown: index === last ? 0 : index + 1,
    ArrowUp: index <= 0 ? last : index - 1,
    PageDown: Math.min(last, index + pageLines),
    PageUp: Math.max(0, index - pageLines),
    Home: 0,
    End: last,
  };
  return {
    index,
    entry: entries[index] ?? null,
    isChosen: chosen >= 0,
    set: setKey,
    move(code) {
      const target = targets[code];
      if (target === undefined) return false;
      const entry = entries[target];
      if (entry) setKey(entry.key);
      return true;
    },
  };
}
