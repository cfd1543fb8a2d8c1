import { type CSSProperties, type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { placeAt, reordered, type Slot, wayFor } from './drag-order.ts';

/** How one line takes part in a drag. */
export interface LineDrag {
  /** For the grip. */
  readonly grip: {
    onPointerDown(event: PointerEvent<HTMLElement>): void;
    onPointerMove(event: PointerEvent<HTMLElement>): void;
    onPointerUp(event: PointerEvent<HTMLElement>): void;
    onLostPointerCapture(): void;
  };
  readonly state: 'dragged' | 'making-way' | 'resting';
  readonly style: CSSProperties;
}

interface Drag {
  readonly id: string;
  /** The lines that there were, in their order. */
  readonly lines: string;
  readonly from: number;
  readonly to: number;
  readonly offset: number;
  readonly slots: readonly Slot[];
}

/** Where the pointer took the line and how far the list was scrolled then; where the pointer is now. */
interface Grasp {
  y: number;
  scrolled: number;
  pointerY: number;
}

/** This near to the edge of what is seen, in pixels, the list scrolls on. */
const edge = 56;
const scrollStep = 14;

/** Dragging the lines of a list by their grips with mouse, pen or finger; Escape lets everything be. `onDrop` gets the new order. */
export function useDrag<Id extends string>(
  list: RefObject<HTMLElement | null>,
  ids: readonly Id[],
  onDrop: (order: readonly Id[], id: Id) => void,
): (id: Id) => LineDrag {
  const [begun, setDrag] = useState<Drag | null>(null);
  const start = useRef<Grasp>({ y: 0, scrolled: 0, pointerY: 0 });
  // The places were measured for the lines that were there: with others there is nothing to go on with.
  const lines = ids.join(' ');
  const drag = begun?.lines === lines ? begun : null;
  const isDragging = drag !== null;
  useEffect(() => {
    if (!isDragging) return;
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      setDrag(null);
    };
    window.addEventListener('keydown', onKey, true);
    const timer = setInterval(() => {
      const scroller = scrollerOf(list.current);
      if (scroller === null) return;
      const { top, bottom } = scroller.getBoundingClientRect();
      const { pointerY } = start.current;
      const before = scroller.scrollTop;
      if (pointerY < top + edge) scroller.scrollTop -= scrollStep;
      else if (pointerY > bottom - edge) scroller.scrollTop += scrollStep;
      if (scroller.scrollTop !== before) setDrag((now) => now && moved(now, offsetOf(list.current, start.current)));
    }, 16);
    return () => {
      window.removeEventListener('keydown', onKey, true);
      clearInterval(timer);
    };
  }, [isDragging, list]);

  return (id) => {
    const index = ids.indexOf(id);
    const isDragged = drag?.id === id;
    const offset = drag === null ? 0 : isDragged ? drag.offset : wayFor(drag.slots, index, drag.from, drag.to);
    return {
      state: isDragged ? 'dragged' : isDragging ? 'making-way' : 'resting',
      style: offset === 0 ? {} : { transform: `translateY(${String(offset)}px)` },
      grip: {
        onPointerDown(event) {
          if (event.button !== 0 || list.current === null) return;
          event.preventDefault();
          event.currentTarget.setPointerCapture(event.pointerId);
          const scrolled = scrollerOf(list.current)?.scrollTop ?? 0;
          start.current = { y: event.clientY, scrolled, pointerY: event.clientY };
          setDrag({ id, lines, from: index, to: index, offset: 0, slots: slotsOf(list.current) });
        },
        onPointerMove(event) {
          start.current.pointerY = event.clientY;
          setDrag((now) => now && moved(now, offsetOf(list.current, start.current)));
        },
        onPointerUp(event) {
          if (drag === null) return;
          start.current.pointerY = event.clientY;
          const { from, to } = moved(drag, offsetOf(list.current, start.current));
          setDrag(null);
          if (from !== to) onDrop(reordered(ids, from, to), id);
        },
        onLostPointerCapture() {
          setDrag(null);
        },
      },
    };
  };
}

function moved(drag: Drag, offset: number): Drag {
  return { ...drag, offset, to: placeAt(drag.slots, drag.from, offset) };
}

/** How far the line is from where it was taken, in pixels. */
function offsetOf(list: HTMLElement | null, { y, scrolled, pointerY }: Readonly<Grasp>): number {
  return pointerY - y + (scrollerOf(list)?.scrollTop ?? 0) - scrolled;
}

function slotsOf(list: HTMLElement): readonly Slot[] {
  const { top } = list.getBoundingClientRect();
  return [...list.children].map((child) => {
    const box = child.getBoundingClientRect();
    return { top: box.top - top, height: box.height };
  });
}

/** What scrolls the list. */
function scrollerOf(element: HTMLElement | null): HTMLElement | null {
  for (let at = element?.parentElement ?? null; at !== null; at = at.parentElement) {
    const { overflowY } = getComputedStyle(at);
    if ((overflowY === 'auto' || overflowY === 'scroll') && at.scrollHeight > at.clientHeight) return at;
  }
  return null;
}
