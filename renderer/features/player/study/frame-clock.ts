/** What is taken for a frame's length before any was seen: 25 a second. */
const usualFrameSeconds = 1 / 25;
/** A film has no fewer, a screen shows no more: between them lies a frame's length. */
const bounds = { least: 1 / 240, most: 1 / 5 } as const;

/** How long one picture of a video stands, measured from the pictures as they are shown. */
export interface FrameClock {
  frameSeconds(): number;
  /** A picture was shown: which one, and its time in the video in seconds. */
  shown(presentedFrames: number, mediaSeconds: number): void;
}

/** Makes a clock that has seen nothing. */
export function createFrameClock(): FrameClock {
  let last: { readonly frames: number; readonly seconds: number } | null = null;
  let lengths: readonly number[] = [];
  return {
    frameSeconds() {
      const sorted = lengths.toSorted((a, b) => a - b);
      // Played fast, pictures are left out: the shortest quarter are true neighbours.
      return sorted[Math.floor(sorted.length / 4)] ?? usualFrameSeconds;
    },
    shown(frames, seconds) {
      const length = last && frames === last.frames + 1 ? seconds - last.seconds : 0;
      last = { frames, seconds };
      if (length >= bounds.least && length <= bounds.most) lengths = [...lengths, length].slice(-32);
    },
  };
}

/** Lets a clock see every picture of a video; returns what ends it. */
export function followFrames(video: HTMLVideoElement, clock: FrameClock): () => void {
  // jsdom has no such callback.
  if (!('requestVideoFrameCallback' in video)) return () => undefined;
  let handle = 0;
  const look: VideoFrameRequestCallback = (_now, { presentedFrames, mediaTime }) => {
    clock.shown(presentedFrames, mediaTime);
    handle = video.requestVideoFrameCallback(look);
  };
  handle = video.requestVideoFrameCallback(look);
  return () => {
    video.cancelVideoFrameCallback(handle);
  };
}
