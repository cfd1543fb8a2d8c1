import { useEffect } from 'react';
import { useRequest } from '../../lib/requests.ts';
import { closeSheet, openSheet, useWindowSheet } from '../../lib/window-sheet.ts';

/** Ctrl+K, on macOS ⌘K, opens and closes the search, in every layout; not over a question that waits for its answer, nor in the mini window. */
export function useSearchKey(): void {
  const mac = useRequest('app.about', null).data?.platform === 'macos';
  const mini = useRequest('window.read', null).data?.mini ?? false;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const { code, ctrlKey, metaKey, altKey, shiftKey } = event;
      const held = mac ? metaKey && !ctrlKey : ctrlKey && !metaKey;
      if (code !== 'KeyK' || !held || altKey || shiftKey) return;
      event.preventDefault();
      if (event.repeat) return;
      if (useWindowSheet.getState().open === 'search') closeSheet();
      else if (!mini && document.querySelector('[data-sheet]') === null) openSheet('search');
    };
    // Before whatever has the focus: lists and fields take keys for themselves.
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => {
      window.removeEventListener('keydown', onKeyDown, { capture: true });
    };
  }, [mac, mini]);
}
