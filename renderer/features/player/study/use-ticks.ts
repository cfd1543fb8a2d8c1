import { useEffect, useRef } from 'react';

/** Looks at a video with every frame while it plays, and when it tells of itself (a hidden window draws no frames). */
export function useTicks(video: HTMLVideoElement | null, onTick: (video: HTMLVideoElement) => void): void {
  const tick = useRef(onTick);
  useEffect(() => {
    tick.current = onTick;
  });
  useEffect(() => {
    if (!video) return undefined;
    let frame = 0;
    const look = (): void => {
      tick.current(video);
    };
    const follow = (): void => {
      look();
      frame = requestAnimationFrame(follow);
    };
    const start = (): void => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(follow);
    };
    const stop = (): void => {
      cancelAnimationFrame(frame);
    };
    if (!video.paused) start();
    video.addEventListener('play', start);
    video.addEventListener('pause', stop);
    for (const name of ['timeupdate', 'ended'] as const) video.addEventListener(name, look);
    return () => {
      stop();
      video.removeEventListener('play', start);
      video.removeEventListener('pause', stop);
      for (const name of ['timeupdate', 'ended'] as const) video.removeEventListener(name, look);
    };
  }, [video]);
}
