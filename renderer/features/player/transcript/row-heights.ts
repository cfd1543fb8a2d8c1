/** Rows of unequal height in a list of which only a part is drawn; all in pixels. */
export interface RowHeights {
  /** Where a row begins, from the top of the list; for the count itself, the height of the whole. */
  offset(index: number): number;
  /** The row that lies at this height. */
  indexAt(px: number): number;
  /** Keeps what was measured; true when it is news. */
  measure(index: number, heightPx: number): boolean;
  /** Forgets all measures: the width has changed. */
  reset(): void;
}

/** Makes the heights of `count` rows, each taken for `usualPx` high until it was measured. */
export function createRowHeights(count: number, usualPx: number): RowHeights {
  const heights = new Float64Array(count).fill(usualPx);
  const offsets = new Float64Array(count + 1);
  let rightUpTo = 0;
  const bring = (index: number): void => {
    for (; rightUpTo < index; rightUpTo += 1) {
      offsets[rightUpTo + 1] = (offsets[rightUpTo] ?? 0) + (heights[rightUpTo] ?? 0);
    }
  };
  const clamp = (index: number): number => Math.min(count, Math.max(0, index));
  return {
    offset(index) {
      bring(clamp(index));
      return offsets[clamp(index)] ?? 0;
    },
    indexAt(px) {
      bring(count);
      let low = 0;
      let high = count;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((offsets[middle + 1] ?? Infinity) <= px) low = middle + 1;
        else high = middle;
      }
      return Math.min(low, Math.max(0, count - 1));
    },
    measure(index, heightPx) {
      if (index < 0 || index >= count || heightPx <= 0 || Math.abs((heights[index] ?? 0) - heightPx) < 0.5)
        return false;
      heights[index] = heightPx;
      rightUpTo = Math.min(rightUpTo, index);
      return true;
    },
    reset() {
      heights.fill(usualPx);
      rightUpTo = 0;
    },
  };
}
