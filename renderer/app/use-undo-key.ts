import { useEffect } from 'react';
import { useToasts } from '../lib/toasts.ts';

/** What is written in; a box to tick is an `input` too, and has nothing of its own to undo. */
const written = 'input:not([type="checkbox"], [type="radio"], [type="range"]), textarea, [contenteditable]';

/** Ctrl+Z, or ⌘Z, undoes what the newest notice offers to undo; in a line that is written in it belongs to the line. */
export function useUndoKey(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const isUndo = event.code === 'KeyZ' && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
      if (!isUndo || (event.target instanceof Element && event.target.closest(written))) return;
      const { toasts, dismiss } = useToasts.getState();
      const newest = toasts.findLast(({ undo }) => undo !== undefined);
      if (!newest) return;
      event.preventDefault();
      dismiss(newest.id);
      newest.undo?.();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => {
      window.removeEventListener('keydown', onKeyDown);
    };
  }, []);
}
