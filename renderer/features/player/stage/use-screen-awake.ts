import { useEffect } from 'react';
import { ask } from '../../../lib/api.ts';

const tell = (playing: boolean, audible: boolean): void => {
  void ask('stage.playing', { playing, audible }).catch(() => undefined);
};

/** Tells main whether a lecture plays and can be heard, so that the screen stays awake for it and for nothing else. */
export function useScreenAwake(playing: boolean, audible: boolean): void {
  useEffect(() => {
    if (!playing) return undefined;
    tell(true, audible);
    return () => {
      tell(false, false);
    };
  }, [playing, audible]);
}
