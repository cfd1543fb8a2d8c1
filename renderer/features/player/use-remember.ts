import { useEffect, useRef } from 'react';
import type { Settings } from '../../../contract/domain/settings.ts';
import { ask } from '../../lib/api.ts';
import type { VideoState } from './use-video-state.ts';

/** Keeps volume, mute and speed for the next lecture, half a second after the last change. */
export function useRemember(state: VideoState, settings: Settings): void {
  const kept = useRef<Pick<Settings, 'volume' | 'muted' | 'playbackRate'>>(settings);
  const { ready, volume, muted, rate } = state;
  const begun = useRef(false);
  useEffect(() => {
    if (!ready) return undefined;
    // The first reading is the element's own, before the remembered values are on it.
    if (!begun.current) {
      begun.current = true;
      return undefined;
    }
    const before = kept.current;
    if (before.volume === volume && before.muted === muted && before.playbackRate === rate) return undefined;
    const timer = setTimeout(() => {
      kept.current = { volume, muted, playbackRate: rate };
      void ask('settings.update', { volume, muted, playbackRate: rate }).catch(() => undefined);
    }, 500);
    return () => {
      clearTimeout(timer);
    };
  }, [ready, volume, muted, rate]);
}
