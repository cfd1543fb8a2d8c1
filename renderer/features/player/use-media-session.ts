import { useEffect } from 'react';
import type { PlaybackPlan } from '../../../contract/domain/views.ts';
import { ask } from '../../lib/api.ts';
import type { PlayerActions } from './actions.ts';
import type { PlayerCommand } from './keyboard.ts';
import type { VideoState } from './use-video-state.ts';

/** Tells the system what plays, with the cover, and lets its media keys work. */
export function useMediaSession(plan: PlaybackPlan, state: VideoState, actions: PlayerActions): void {
  useEffect(() => {
    if (!('mediaSession' in navigator)) return undefined;
    const { mediaSession } = navigator;
    const words = { title: plan.title, artist: plan.lecturerName, album: plan.courseTitle };
    let gone = false;
    mediaSession.metadata = new MediaMetadata(words);
    // Chromium reads no `lecture://` for the system, so the cover comes as a `data:` address.
    void ask('stage.artwork', { lectureId: plan.lectureId }).then(
      ({ dataUrl }) => {
        if (gone || dataUrl === null) return;
        mediaSession.metadata = new MediaMetadata({ ...words, artwork: [{ src: dataUrl }] });
      },
      () => undefined,
    );
    return () => {
      gone = true;
      mediaSession.metadata = null;
    };
  }, [plan]);

  useEffect(() => {
    if (!('mediaSession' in navigator)) return undefined;
    const { mediaSession } = navigator;
    const run = (command: PlayerCommand) => (): void => {
      actions.run(command);
    };
    const handlers: readonly (readonly [MediaSessionAction, MediaSessionActionHandler | null])[] = [
      ['play', run({ kind: 'play' })],
      ['pause', run({ kind: 'pause' })],
      ['stop', run({ kind: 'pause' })],
      ['seekbackward', run({ kind: 'skip', to: 'back' })],
      ['seekforward', run({ kind: 'skip', to: 'forward' })],
      ['seekto', ({ seekTime }) => { if (seekTime !== undefined) actions.seekTo(seekTime * 1000); }],
      ['previoustrack', plan.previousLectureId === null ? null : run({ kind: 'lecture', to: 'previous' })],
      ['nexttrack', plan.nextLectureId === null ? null : run({ kind: 'lecture', to: 'next' })],
    ]; // prettier-ignore
    for (const [name, handler] of handlers) mediaSession.setActionHandler(name, handler);
    return () => {
      for (const [name] of handlers) mediaSession.setActionHandler(name, null);
    };
  }, [plan.previousLectureId, plan.nextLectureId, actions]);

  useEffect(() => {
    if (!('mediaSession' in navigator)) return;
    navigator.mediaSession.playbackState = state.playing ? 'playing' : 'paused';
    if (state.durationMs === null || !(state.rate > 0)) return;
    navigator.mediaSession.setPositionState({
      duration: state.durationMs / 1000,
      position: Math.min(state.positionMs, state.durationMs) / 1000,
      playbackRate: state.rate,
    });
  }, [state.playing, state.durationMs, state.positionMs, state.rate]);
}
