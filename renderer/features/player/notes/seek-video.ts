/** Puts the picture at a place, within the lecture. */
export function seekVideo(video: HTMLVideoElement, positionMs: number): void {
  const lastSeconds = Number.isFinite(video.duration) ? video.duration : Infinity;
  video.currentTime = Math.min(positionMs / 1000, lastSeconds);
}
