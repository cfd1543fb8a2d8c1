import { useEffect } from 'react';
import type { Settings } from '../../../contract/domain/settings.ts';
import type { PlaybackPlan } from '../../../contract/domain/views.ts';
import { handOverOf } from './source/use-playing.ts';

const saveEveryMs = 5000;
/** This near the end a lecture begins anew, in milliseconds. */
const endMarginMs = 5000;

/** Where to begin: where the person stopped, or anew when that was the end. */
export function startPositionMs(plan: Pick<PlaybackPlan, 'positionMs' | 'durationMs'>): number {
  return plan.positionMs >= plan.durationMs - endMarginMs ? 0 : plan.positionMs;
}

/**
 * Gives the video its source and the remembered settings and starts it where the person stopped; one that took over goes on as it is, as the last one
 * did. Saves the position: every 5 s while playing, on pause, after a seek, when the window goes and when the screen is left.
 */
export function useSource(
  video: HTMLVideoElement | null,
  plan: PlaybackPlan,
  settings: Settings,
  onSave: (positionMs: number) => void,
): void {
  useEffect(() => {
    if (!video) return undefined;
    const startMs = startPositionMs(plan);
    const handOver = handOverOf(video);
    let reached = handOver !== null;
    let savedMs = -1;
    const onReady = (): void => {
      if (!reached && startMs > 0) video.currentTime = startMs / 1000;
      reached = true;
      video.volume = settings.volume;
      video.muted = settings.muted;
      video.playbackRate = settings.playbackRate;
      video.preservesPitch = true;
      video.play().catch(() => undefined);
    };
    const save = (): void => {
      if (!reached || video.readyState < 1) return;
      const positionMs = Math.round(video.currentTime * 1000);
      if (positionMs === savedMs) return;
      savedMs = positionMs;
      onSave(positionMs);
    };
    const timer = setInterval(() => {
      if (!video.paused) save();
    }, saveEveryMs);
    const saveOn = ['pause', 'seeked', 'ended'] as const;
    video.addEventListener('loadedmetadata', onReady);
    for (const name of saveOn) video.addEventListener(name, save);
    window.addEventListener('pagehide', save);
    if (handOver === null) video.src = plan.mediaUrl;
    else {
      video.volume = handOver.from.volume;
      video.muted = handOver.from.muted;
      video.playbackRate = handOver.rate;
      if (handOver.playing) video.play().catch(() => undefined);
    }
    return () => {
      save();
      clearInterval(timer);
      window.removeEventListener('pagehide', save);
      for (const name of saveOn) video.removeEventListener(name, save);
      video.removeEventListener('loadedmetadata', onReady);
      // Closes main's stream at once instead of at the next garbage collection.
      video.removeAttribute('src');
      video.load();
    };
    // Only a new source starts anew: changed settings act on the element directly.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [video, plan.mediaUrl, plan.lectureId]);
}
