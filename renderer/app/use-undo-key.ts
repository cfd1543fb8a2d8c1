import { useEffect } from 'react';
import { useToasts } from '../lib/toasts.ts';

/** Ctrl+Z, or ⌘Z, undoes what the newest notice offers to undo; in a line that is written in it belongs to the line. */
export function useUndoKey(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const isUndo = event.code === 'KeyZ' && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
      if (!isUndo || (event.target instanceof Element && event.target.closest('input, textarea, [contenteditable]')))
        return;
      const { toasts, dismiss } = useToasts.getState();
      const newest = toasts.findLast(({ action }) => action?.isUndo === true);
      if (!newest) return;
      event.preventDefault();
      dismiss(newest.id);
      newest.action?.run();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => {
      window.removeEventListener('keydown', onKeyDown);
    };
  }, []);
}
