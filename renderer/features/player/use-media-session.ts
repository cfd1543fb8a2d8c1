import { useEffect } from 'react';
import type { PlaybackPlan } from '../../../contract/domain/views.ts';
import type { PlayerActions } from './actions.ts';
import type { VideoState } from './use-video-state.ts';

/** Tells the system what plays, and lets its media keys work. */
export function useMediaSession(plan: PlaybackPlan, state: VideoState, actions: PlayerActions): void {
  useEffect(() => {
    if (!('mediaSession' in navigator)) return undefined;
    const { mediaSession } = navigator;
    mediaSession.metadata = new MediaMetadata({
      title: plan.title,
      artist: plan.lecturerName,
      album: plan.courseTitle,
    });
    const handlers: readonly (readonly [MediaSessionAction, (details: MediaSessionActionDetails) => void])[] = [
      ['play', () => { actions.run({ kind: 'toggle-play' }); }],
      ['pause', () => { actions.run({ kind: 'toggle-play' }); }],
      ['seekbackward', () => { actions.run({ kind: 'seek-by', ms: -10_000 }); }],
      ['seekforward', () => { actions.run({ kind: 'seek-by', ms: 10_000 }); }],
      ['seekto', (details) => { actions.seekTo((details.seekTime ?? 0) * 1000); }],
      ['previoustrack', () => { actions.run({ kind: 'lecture', to: 'previous' }); }],
      ['nexttrack', () => { actions.run({ kind: 'lecture', to: 'next' }); }],
    ]; // prettier-ignore
    for (const [name, handler] of handlers) mediaSession.setActionHandler(name, handler);
    return () => {
      for (const [name] of handlers) mediaSession.setActionHandler(name, null);
      mediaSession.metadata = null;
    };
  }, [plan, actions]);

  useEffect(() => {
    if (!('mediaSession' in navigator)) return;
    navigator.mediaSession.playbackState = state.playing ? 'playing' : 'paused';
    if (state.durationMs === null) return;
    navigator.mediaSession.setPositionState({
      duration: state.durationMs / 1000,
      position: Math.min(state.positionMs, state.durationMs) / 1000,
      playbackRate: state.rate,
    });
  }, [state.playing, state.durationMs, state.positionMs, state.rate]);
}
