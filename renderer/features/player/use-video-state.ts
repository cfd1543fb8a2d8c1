import { useEffect, useState } from 'react';

/** What the screen shows of the video, in milliseconds and shares. */
export interface VideoState {
  readonly ready: boolean;
  readonly playing: boolean;
  readonly waiting: boolean;
  /** Nothing to show at this place, playing or not. */
  readonly starved: boolean;
  readonly ended: boolean;
  readonly failed: boolean;
  /** It failed because of what the bytes are, not because they did not come. */
  readonly undecodable: boolean;
  /** There is something to see, not only to hear. */
  readonly hasPicture: boolean;
  readonly positionMs: number;
  readonly durationMs: number | null;
  readonly bufferedMs: number;
  readonly volume: number;
  readonly muted: boolean;
  readonly rate: number;
}

const nothing: VideoState = {
  ready: false,
  playing: false,
  waiting: false,
  starved: true,
  ended: false,
  failed: false,
  undecodable: false,
  hasPicture: true,
  positionMs: 0,
  durationMs: null,
  bufferedMs: 0,
  volume: 1,
  muted: false,
  rate: 1,
};

const events = [
  'loadedmetadata', 'durationchange', 'play', 'playing', 'pause', 'waiting', 'canplay', 'seeking', 'seeked',
  'timeupdate', 'progress', 'volumechange', 'ratechange', 'ended', 'error', 'emptied',
] as const; // prettier-ignore

function read(video: HTMLVideoElement): VideoState {
  const { buffered, currentTime } = video;
  let bufferedMs = 0;
  for (let index = 0; index < buffered.length; index += 1) {
    if (buffered.start(index) <= currentTime + 0.1) bufferedMs = Math.max(bufferedMs, buffered.end(index) * 1000);
  }
  return {
    ready: video.readyState >= 1,
    playing: !video.paused && !video.ended,
    waiting: !video.paused && !video.ended && video.readyState < 3,
    starved: video.readyState < 3 && !video.ended,
    ended: video.ended,
    failed: Boolean(video.error),
    undecodable: video.error?.code === 3 || video.error?.code === 4,
    hasPicture: video.videoWidth > 0,
    positionMs: currentTime * 1000,
    durationMs: Number.isFinite(video.duration) && video.duration > 0 ? video.duration * 1000 : null,
    bufferedMs,
    volume: video.volume,
    muted: video.muted,
    rate: video.playbackRate,
  };
}

/** Follows a video element: its state after each of its events. */
export function useVideoState(video: HTMLVideoElement | null): VideoState {
  const [state, setState] = useState(nothing);
  useEffect(() => {
    if (!video) return undefined;
    const update = (): void => {
      setState(read(video));
    };
    update();
    for (const name of events) video.addEventListener(name, update);
    return () => {
      for (const name of events) video.removeEventListener(name, update);
    };
  }, [video]);
  return state;
}
