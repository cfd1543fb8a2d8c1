import { useEffect } from 'react';
import type { PlaybackPlan } from '../../../../contract/domain/views.ts';
import { useJump } from '../../../lib/jump.ts';
import { seekVideo } from './seek-video.ts';

/** Goes to the place of a link or a note as soon as the lecture can, instead of where the person stopped; must stand behind `useSource`. */
export function useJumpIn(video: HTMLVideoElement | null, plan: PlaybackPlan): void {
  const to = useJump((state) => state.to);
  useEffect(() => {
    if (!video || to === null || to.lectureId !== plan.lectureId) return undefined;
    const go = (): void => {
      seekVideo(video, to.positionMs);
      useJump.setState({ to: null });
    };
    if (video.readyState >= 1) {
      go();
      return undefined;
    }
    video.addEventListener('loadedmetadata', go, { once: true });
    return () => {
      video.removeEventListener('loadedmetadata', go);
    };
  }, [video, to, plan]);
}
