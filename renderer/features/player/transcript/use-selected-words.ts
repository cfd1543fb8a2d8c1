import { type RefObject, useEffect, useState } from 'react';

/** Words selected in the transcript. */
export interface SelectedWords {
  readonly text: string;
  /** Index of the cue in which the selection begins. */
  readonly cueIndex: number;
  /** Where it begins and ends, in pixels from the top of the area. */
  readonly topPx: number;
  readonly bottomPx: number;
  /** How high the area is. */
  readonly areaPx: number;
}

/** Follows what is selected within an area whose lines carry `data-index`; null for nothing, and while it is still dragged over. */
export function useSelectedWords(area: RefObject<HTMLElement | null>, onSelect: () => void): SelectedWords | null {
  const [words, setWords] = useState<SelectedWords | null>(null);
  useEffect(() => {
    let dragged = false;
    const look = (): void => {
      const now = read(area.current);
      if (now) onSelect();
      setWords(dragged ? null : now);
    };
    const begin = (event: PointerEvent): void => {
      dragged = event.target instanceof Element && event.target.closest('[data-index]') !== null;
    };
    const end = (): void => {
      if (!dragged) return;
      dragged = false;
      look();
    };
    document.addEventListener('selectionchange', look);
    document.addEventListener('pointerdown', begin);
    for (const name of ['pointerup', 'pointercancel'] as const) document.addEventListener(name, end);
    return () => {
      document.removeEventListener('selectionchange', look);
      document.removeEventListener('pointerdown', begin);
      for (const name of ['pointerup', 'pointercancel'] as const) document.removeEventListener(name, end);
    };
  }, [area, onSelect]);
  return words;
}

function read(area: HTMLElement | null): SelectedWords | null {
  const selection = window.getSelection();
  if (!area || !selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!area.contains(range.commonAncestorContainer)) return null;
  const text = selection.toString().trim();
  const start = range.startContainer;
  const row = (start instanceof Element ? start : start.parentElement)?.closest<HTMLElement>('[data-index]');
  if (text === '' || !row) return null;
  const own = area.getBoundingClientRect().top;
  const boxes = [...range.getClientRects()];
  const box = row.getBoundingClientRect();
  return {
    text,
    cueIndex: Number(row.dataset['index']),
    topPx: (boxes[0]?.top ?? box.top) - own,
    bottomPx: (boxes.at(-1)?.bottom ?? box.bottom) - own,
    areaPx: area.clientHeight,
  };
}
