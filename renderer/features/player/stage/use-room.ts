import { useEffect } from 'react';
import { ask } from '../../../lib/api.ts';

/** An error has a sentence and buttons: it takes the usual window, for in the mini window there is no room to read it. */
export function useRoom(): void {
  useEffect(() => {
    void ask('window.mini', { on: false }).catch(() => undefined);
  }, []);
}
