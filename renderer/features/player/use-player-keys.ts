import { useEffect } from 'react';
import { useRequest } from '../../lib/requests.ts';
import type { PlayerActions } from './actions.ts';
import { belongsToFocus, commandFor } from './keyboard.ts';

/** Lets the keyboard play, from anywhere on the screen that does not need the key itself. */
export function usePlayerKeys(actions: PlayerActions, off: boolean): void {
  const platform = useRequest('app.about', null).data?.platform ?? 'linux';
  useEffect(() => {
    if (off) return undefined;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || belongsToFocus(event.code, event.target)) return;
      const command = commandFor(event, platform);
      if (!command) return;
      event.preventDefault();
      actions.run(command);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => {
      window.removeEventListener('keydown', onKeyDown);
    };
  }, [actions, off, platform]);
}
