import { useEffect, useState } from 'react';
import type { CaptionTrack, Cue } from '../../../../contract/domain/views.ts';
import { createSpokenCues } from './spoken-cues.ts';

const nobody: readonly Cue[] = [];
const nothing = { of: null, cues: nobody };

/** The cues of a track that are spoken now, to the frame while playing. */
export function useSpoken(video: HTMLVideoElement | null, track: CaptionTrack | null): readonly Cue[] {
  const [spoken, setSpoken] = useState<{ readonly of: CaptionTrack | null; readonly cues: readonly Cue[] }>(nothing);
  useEffect(() => {
    if (!video || !track) return undefined;
    const spokenAt = createSpokenCues(track.cues);
    let frame = 0;
    const look = (): void => {
      const cues = spokenAt(video.currentTime * 1000);
      setSpoken((now) => (now.of === track && now.cues === cues ? now : { of: track, cues }));
    };
    const follow = (): void => {
      look();
      frame = requestAnimationFrame(follow);
    };
    const start = (): void => {
      cancelAnimationFrame(frame);
      follow();
    };
    const stop = (): void => {
      cancelAnimationFrame(frame);
      look();
    };
    if (video.paused) look();
    else start();
    video.addEventListener('play', start);
    video.addEventListener('pause', stop);
    for (const name of ['seeked', 'timeupdate'] as const) video.addEventListener(name, look);
    return () => {
      cancelAnimationFrame(frame);
      video.removeEventListener('play', start);
      video.removeEventListener('pause', stop);
      for (const name of ['seeked', 'timeupdate'] as const) video.removeEventListener(name, look);
    };
  }, [video, track]);
  return spoken.of === track ? spoken.cues : nobody;
}
