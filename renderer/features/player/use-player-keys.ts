import { useEffect, useMemo } from 'react';
import { keyLookup } from '../../lib/keys/bindings.ts';
import { useKeys } from '../../lib/keys/use-keys.ts';
import type { PlayerActions } from './actions.ts';
import { belongsToFocus, commandFor } from './keyboard.ts';

/** Lets the keyboard play, with the keys in force, from anywhere on the screen that does not need the key itself. */
export function usePlayerKeys(actions: PlayerActions, off: boolean): void {
  const { map, platform, singleKeys } = useKeys();
  const lookup = useMemo(() => keyLookup(map, singleKeys), [map, singleKeys]);
  useEffect(() => {
    if (off) return undefined;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || belongsToFocus(event.code, event.target)) return;
      const command = commandFor(event, platform, lookup);
      if (!command) return;
      event.preventDefault();
      actions.run(command);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => {
      window.removeEventListener('keydown', onKeyDown);
    };
  }, [actions, off, platform, lookup]);
}
