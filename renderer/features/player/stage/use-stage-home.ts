import { useEffect } from 'react';
import { ask } from '../../../lib/api.ts';
import { setSleep, setTheatre, useStageState } from './stage-state.ts';

const count = (by: 1 | -1): void => {
  useStageState.setState((state) => ({ players: state.players + by }));
};

/** Gives the window its usual shape back, and ends theatre and the sleep timer, when the player is left for anything but another lecture. */
export function useStageHome(): void {
  useEffect(() => {
    count(1);
    return () => {
      count(-1);
      // The next lecture's player comes with the same change of the screen.
      queueMicrotask(() => {
        if (useStageState.getState().players > 0) return;
        setTheatre(false);
        setSleep({ kind: 'off' });
        if (document.fullscreenElement) void document.exitFullscreen().catch(() => undefined);
        void ask('window.mini', { on: false }).catch(() => undefined);
      });
    };
  }, []);
}
