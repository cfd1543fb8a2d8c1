import { useEffect } from 'react';
import { setSleep, useStageState } from './stage-state.ts';

const tickMs = 100;
/** Over the last five seconds the sound goes out. */
export const fadeMs = 5000;

/** Milliseconds until the sleep timer ends; null while it is off or the end is not known. */
function leftMsOf(video: HTMLVideoElement): number | null {
  const { sleep } = useStageState.getState();
  if (sleep.kind === 'at') return sleep.endsAtMs - Date.now();
  if (sleep.kind !== 'lecture-end' || !Number.isFinite(video.duration)) return null;
  return ((video.duration - video.currentTime) / video.playbackRate) * 1000;
}

/** Lets the sound fade and pauses the lecture when the sleep timer ends; the volume is then what it was. */
export function useSleep(video: HTMLVideoElement | null): void {
  const kind = useStageState((state) => state.sleep.kind);
  useEffect(() => {
    if (!video) return undefined;
    const wake = (): void => {
      if (useStageState.getState().sleep.kind === 'asleep') setSleep({ kind: 'off' });
    };
    video.addEventListener('play', wake);
    return () => {
      video.removeEventListener('play', wake);
    };
  }, [video]);

  useEffect(() => {
    if (!video || (kind !== 'at' && kind !== 'lecture-end')) return undefined;
    let full = video.volume;
    let faded: number | null = null;
    const restore = (): void => {
      if (faded !== null && video.volume === faded) video.volume = full;
      faded = null;
    };
    const fallAsleep = (): void => {
      if (!video.paused) video.pause();
      restore();
      setSleep({ kind: 'asleep' });
    };
    const tick = (): void => {
      const leftMs = leftMsOf(video);
      if (leftMs === null) return;
      if (leftMs <= 0 && kind === 'at') {
        fallAsleep();
        return;
      }
      if (leftMs >= fadeMs || video.paused) {
        restore();
        return;
      }
      // Somebody turned the sound up or down meanwhile: that is the volume to come back to.
      if (faded === null || video.volume !== faded) full = video.volume;
      faded = Math.round(full * Math.max(0, leftMs / fadeMs) * 1000) / 1000;
      video.volume = faded;
      faded = video.volume;
    };
    const onEnded = (): void => {
      if (useStageState.getState().sleep.kind === 'lecture-end') fallAsleep();
    };
    const timer = setInterval(tick, tickMs);
    video.addEventListener('ended', onEnded);
    return () => {
      clearInterval(timer);
      video.removeEventListener('ended', onEnded);
      restore();
    };
  }, [video, kind]);
}
