import { useEffect, useState } from 'react';
import type { Cue } from '../../../contract/domain/views.ts';
import { cueIndexAt } from './cues.ts';

/** Index of the cue spoken now, to the frame while playing; -1 when nobody speaks. */
export function useCue(video: HTMLVideoElement | null, cues: readonly Cue[]): number {
  const [index, setIndex] = useState(-1);
  useEffect(() => {
    if (!video) return undefined;
    let frame = 0;
    const look = (): void => {
      setIndex(cueIndexAt(cues, video.currentTime * 1000));
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
  }, [video, cues]);
  return index;
}
