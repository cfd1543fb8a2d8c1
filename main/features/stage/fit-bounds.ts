import type { WindowBounds } from '../../../contract/domain/stage.ts';
import { miniLeast } from '../../window-ports.ts';

const miniUsual = { width: 416, height: 234 } as const;
const marginPx = 24;

const clamp = (value: number, least: number, most: number): number => Math.max(least, Math.min(most, value));

function overlapPx(one: WindowBounds, other: WindowBounds): number {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  return Math.max(0, width) * Math.max(0, height);
}

/** Moves and, if need be, shrinks bounds so that they lie whole on the screen that shows most of them; on the first when none does any more. */
export function fitBounds(bounds: WindowBounds, areas: readonly WindowBounds[]): WindowBounds {
  const [first] = areas;
  if (first === undefined) return bounds;
  const area = areas.reduce((best, next) => (overlapPx(bounds, next) > overlapPx(bounds, best) ? next : best), first);
  const width = Math.min(bounds.width, area.width);
  const height = Math.min(bounds.height, area.height);
  return {
    x: clamp(bounds.x, area.x, area.x + area.width - width),
    y: clamp(bounds.y, area.y, area.y + area.height - height),
    width,
    height,
  };
}

/** Where the mini window opens: where it was last, at first in the lower right corner of the window's screen. */
export function miniBounds(last: WindowBounds | null, areas: readonly WindowBounds[]): WindowBounds {
  if (last !== null) {
    const { x, y } = last;
    const width = Math.max(last.width, miniLeast.width);
    const height = Math.max(last.height, miniLeast.height);
    return fitBounds({ x, y, width, height }, areas);
  }
  const area = areas[0] ?? { x: 0, y: 0, width: 0, height: 0 };
  return fitBounds(
    {
      x: area.x + area.width - miniUsual.width - marginPx,
      y: area.y + area.height - miniUsual.height - marginPx,
      ...miniUsual,
    },
    areas,
  );
}
