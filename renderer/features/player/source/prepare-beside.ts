/** What a video that takes over goes on from. */
export interface HandOver {
  readonly from: HTMLVideoElement;
  readonly playing: boolean;
  /** Its speed: a video that has lost its source forgets that. */
  readonly rate: number;
}

/** How far ahead of the picture the other one waits for it, in seconds at normal speed. */
const firstLeadSeconds = 0.5;
const mostTries = 6;
/** Two pictures this near to each other nobody tells apart, in seconds. */
const inStepSeconds = 0.03;
const nearingMs = 1500;
const tickMs = 15;
/** A file that cannot be brought so far in this time is let be. */
const patienceMs = 15_000;

const wait = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

/** Waits for one of a video's events, for its failure, or until nobody wants it any more; answers whether the event came. */
function happens(video: HTMLVideoElement, name: 'loadedmetadata' | 'seeked' | 'canplay', signal: AbortSignal) {
  return new Promise<boolean>((resolve) => {
    const end = (came: boolean) => (): void => {
      video.removeEventListener(name, yes);
      video.removeEventListener('error', no);
      signal.removeEventListener('abort', no);
      resolve(came);
    };
    const yes = end(true);
    const no = end(false);
    video.addEventListener(name, yes);
    video.addEventListener('error', no);
    signal.addEventListener('abort', no);
    if (signal.aborted) no();
  });
}

const stands = (video: HTMLVideoElement): boolean => video.paused || video.ended || video.readyState < 3;

/** Waits while the picture plays up to a place; answers whether it got there by playing. */
async function playsUpTo(
  from: HTMLVideoElement,
  seconds: number,
  slack: number,
  signal: AbortSignal,
): Promise<boolean> {
  while (!signal.aborted && !from.seeking && !stands(from) && from.currentTime < seconds) await wait(tickMs);
  return (
    !signal.aborted &&
    !from.seeking &&
    !stands(from) &&
    from.currentTime - seconds < slack * Math.max(1, from.playbackRate)
  );
}

/** Lets a video that plays catch up with another one, or wait for it, by its speed. */
async function bringInStep(video: HTMLVideoElement, from: HTMLVideoElement, signal: AbortSignal): Promise<void> {
  const endsAtMs = performance.now() + nearingMs;
  while (!signal.aborted && !stands(from) && performance.now() < endsAtMs) {
    const aheadSeconds = (video.currentTime - from.currentTime) / from.playbackRate;
    if (Math.abs(aheadSeconds) < inStepSeconds) break;
    video.playbackRate = Math.min(
      16,
      Math.max(0.0625, from.playbackRate * (1 - Math.max(-0.4, Math.min(0.4, aheadSeconds * 2)))),
    );
    await wait(tickMs);
  }
  video.playbackRate = from.playbackRate;
}

/** Waits until a picture of the video was really drawn. */
function drawn(video: HTMLVideoElement): Promise<unknown> {
  const frames = new Promise<void>((resolve) => {
    requestAnimationFrame(() => {
      requestAnimationFrame(() => {
        resolve();
      });
    });
  });
  const picture = new Promise<void>((resolve) => {
    // jsdom has no such callback, and a picture that stands may have been shown already.
    if (video.paused || !('requestVideoFrameCallback' in video)) resolve();
    else video.requestVideoFrameCallback(() => { resolve(); }); // prettier-ignore
  });
  // A hidden window draws nothing.
  return Promise.race([Promise.all([frames, picture]), wait(300)]);
}

/**
 * Brings `video`, which lies unseen and mute beside `from`, to the very place where that one is, playing or standing as it does, and shows it on top.
 * Answers whether it could: not when the file fails, takes too long or nobody wants it any more.
 */
export async function prepareBeside(
  video: HTMLVideoElement,
  from: HTMLVideoElement,
  url: string,
  wanted: AbortSignal,
): Promise<boolean> {
  const signal = AbortSignal.any([wanted, AbortSignal.timeout(patienceMs)]);
  video.muted = true;
  video.preservesPitch = true;
  const loaded = happens(video, 'loadedmetadata', signal);
  video.src = url;
  if (!(await loaded)) return false;
  for (let attempt = 0, lead = firstLeadSeconds; attempt < mostTries && !signal.aborted; attempt += 1, lead *= 2) {
    const still = stands(from);
    const place = from.currentTime + (still ? 0 : lead * from.playbackRate);
    const arrives = happens(video, 'seeked', signal);
    video.currentTime = Math.min(place, Number.isFinite(video.duration) ? video.duration : place);
    if (!(await arrives)) return false;
    if (video.readyState < 3 && !(await happens(video, 'canplay', signal))) return false;
    if (still) {
      if (!stands(from) || Math.abs(from.currentTime - place) > 0.001) continue;
    } else {
      if (!(await playsUpTo(from, place, inStepSeconds * 4 * (attempt + 1), signal))) continue;
      video.playbackRate = from.playbackRate;
      if (!(await video.play().then(() => true, () => false))) return false; // prettier-ignore
      await bringInStep(video, from, signal);
      if (stands(from) || from.seeking) {
        video.pause();
        continue;
      }
    }
    video.dataset['source'] = 'shown';
    await drawn(video);
    const keptUp = still ? from.currentTime === place : Math.abs(video.currentTime - from.currentTime) < 0.5;
    if (keptUp && !from.seeking && !wanted.aborted) return true;
    video.dataset['source'] = 'prepared';
    video.pause();
  }
  return false;
}
