/** Where one line of the list stands, in pixels from the top of the list. */
export interface Slot {
  readonly top: number;
  readonly height: number;
}

/** The place that a line takes when it is let go `offset` pixels below where it was: it passes another one when its edge is over that one's middle. */
export function placeAt(slots: readonly Slot[], from: number, offset: number): number {
  const line = slots[from];
  if (line === undefined) return from;
  const middle = (slot: Slot): number => slot.top + slot.height / 2;
  const above = slots.findIndex((slot, index) => index < from && line.top + offset < middle(slot));
  if (above !== -1) return above;
  const below = slots.findLastIndex((slot, index) => index > from && line.top + line.height + offset > middle(slot));
  return below === -1 ? from : below;
}

/** By how many pixels the line at `index` makes way for the one that is dragged. */
export function wayFor(slots: readonly Slot[], index: number, from: number, to: number): number {
  const height = slots[from]?.height ?? 0;
  if (index > from && index <= to) return -height;
  if (index < from && index >= to) return height;
  return 0;
}

/** The same ids with the one at `from` at `to`. */
export function reordered<Id>(ids: readonly Id[], from: number, to: number): readonly Id[] {
  const moved = ids.slice(from, from + 1);
  return ids.toSpliced(from, 1).toSpliced(to, 0, ...moved);
}
