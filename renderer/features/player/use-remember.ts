import { useEffect, useRef } from 'react';
import type { Settings } from '../../../contract/domain/settings.ts';
import { ask } from '../../lib/api.ts';
import type { VideoState } from './use-video-state.ts';

/** Keeps volume and mute for the next lecture, half a second after the last change. */
export function useRemember(state: VideoState, settings: Settings): void {
  const kept = useRef<Pick<Settings, 'volume' | 'muted'>>(settings);
  const { ready, volume, muted } = state;
  const begun = useRef(false);
  useEffect(() => {
    if (!ready) return undefined;
    // The first reading is the element's own, before the remembered values are on it.
    if (!begun.current) {
      begun.current = true;
      return undefined;
    }
    const before = kept.current;
    if (before.volume === volume && before.muted === muted) return undefined;
    const timer = setTimeout(() => {
      kept.current = { volume, muted };
      void ask('settings.update', { volume, muted }).catch(() => undefined);
    }, 500);
    return () => {
      clearTimeout(timer);
    };
  }, [ready, volume, muted]);
}
