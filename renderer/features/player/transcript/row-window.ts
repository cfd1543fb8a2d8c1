import { createRowHeights } from './row-heights.ts';

const usualPx = 60;
/** Rows drawn beyond each edge. */
const beyond = 12;
/** Taken where the list has no height yet. */
const blindPx = 720;
/** Left free above or below a row that is brought just into view. */
const airPx = 8;

/** The part of a long list that is drawn: rows `from` up to but not `to`, and the height of what is above and below, in pixels. */
export interface DrawnRows {
  readonly from: number;
  readonly to: number;
  readonly abovePx: number;
  readonly belowPx: number;
}

/** A window on a long list: of its rows (which carry `data-index`) only those in sight are drawn, and a few more. */
export interface RowWindow {
  /** Takes the element that scrolls; gives what lets it go. */
  readonly attach: (box: HTMLElement) => () => void;
  readonly subscribe: (listener: () => void) => () => void;
  readonly drawn: () => DrawnRows;
  readonly show: (index: number, to: 'centre' | 'nearest') => void;
  /** Gives the focus to a row's button as soon as it is drawn. */
  readonly focus: (index: number) => void;
  /** To be called after each drawing: measures what was drawn, and finds again the place gone to. */
  readonly settle: () => void;
}

/** Makes a window on `count` rows. */
export function createRowWindow(count: number): RowWindow {
  const heights = createRowHeights(count, usualPx);
  const listeners = new Set<() => void>();
  let box: HTMLElement | null = null;
  let drawn: DrawnRows = { from: 0, to: 0, abovePx: 0, belowPx: 0 };
  let goal: { readonly index: number; readonly to: 'centre' | 'nearest' } | null = null;
  let focusGoal: number | null = null;

  const look = (): void => {
    if (!box) return;
    const from = Math.max(0, heights.indexAt(box.scrollTop) - beyond);
    const to = Math.min(count, heights.indexAt(box.scrollTop + (box.clientHeight || blindPx)) + 1 + beyond);
    const next = { from, to, abovePx: heights.offset(from), belowPx: heights.offset(count) - heights.offset(to) };
    const same = (Object.keys(next) as (keyof DrawnRows)[]).every((name) => next[name] === drawn[name]);
    if (same) return;
    drawn = next;
    for (const listener of listeners) listener();
  };
  const approach = (): void => {
    if (!box || !goal) return;
    const { clientHeight, scrollTop } = box;
    const [top, bottom] = [heights.offset(goal.index), heights.offset(goal.index + 1)];
    if (goal.to === 'centre') box.scrollTop = (top + bottom - clientHeight) / 2;
    else if (top < scrollTop + airPx) box.scrollTop = top - airPx;
    else if (bottom > scrollTop + clientHeight - airPx) box.scrollTop = bottom - clientHeight + airPx;
  };
  return {
    attach(element) {
      box = element;
      element.addEventListener('scroll', look, { passive: true });
      let width = element.clientWidth;
      const observer =
        'ResizeObserver' in window
          ? new ResizeObserver(() => {
              if (element.clientWidth !== width) heights.reset();
              width = element.clientWidth;
              look();
            })
          : null;
      observer?.observe(element);
      look();
      return () => {
        observer?.disconnect();
        element.removeEventListener('scroll', look);
        box = null;
      };
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    drawn: () => drawn,
    show(index, to) {
      goal = { index, to };
      approach();
      look();
    },
    focus(index) {
      focusGoal = index;
    },
    settle() {
      if (!box) return;
      let news = false;
      for (const row of box.querySelectorAll<HTMLElement>('[data-index]')) {
        news = heights.measure(Number(row.dataset['index']), row.offsetHeight) || news;
      }
      if (news) {
        approach();
        look();
      } else goal = null;
      if (focusGoal === null) return;
      const button = box.querySelector<HTMLElement>(`[data-index="${String(focusGoal)}"] [role="button"]`);
      if (!button) return;
      focusGoal = null;
      button.focus({ preventScroll: true });
    },
  };
}
