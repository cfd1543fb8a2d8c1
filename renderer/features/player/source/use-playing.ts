import { useCallback, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { PlaybackPlan } from '../../../../contract/domain/views.ts';
import type { AppError } from '../../../../contract/result.ts';
import { ask, listen } from '../../../lib/api.ts';
import css from '../player.module.css';
import { useFault } from '../use-fault.ts';
import { prepareBeside, type HandOver } from './prepare-beside.ts';
import { isServiceFault } from './service-fault.ts';

/** The picture, what it plays from just now, and what keeps it from going on. */
export interface Playing {
  /** Takes the element that the video is to be in. */
  readonly takeScreen: (host: HTMLElement | null) => (() => void) | undefined;
  readonly video: HTMLVideoElement | null;
  /** As it was opened, with the source and the quality of this moment. */
  readonly plan: PlaybackPlan;
  /** What main told of bytes that cannot be given; not while the disk is looked at instead. */
  readonly fault: AppError | null;
  /** A fault that may yet be helped by the disk. */
  readonly looking: boolean;
}

const againAfterMs = 5000;

const handOvers = new WeakMap<HTMLVideoElement, HandOver>();

/** What this video took over from; null for one that begins by itself. */
export function handOverOf(video: HTMLVideoElement): HandOver | null {
  return handOvers.get(video) ?? null;
}

function createVideo(host: HTMLElement, poster: string): HTMLVideoElement {
  const video = document.createElement('video');
  video.className = css.video ?? '';
  video.preload = 'auto';
  video.playsInline = true;
  if (poster !== '') video.poster = poster;
  host.append(video);
  return video;
}

/** Whether what is on the disk is to be played instead of what plays: never sound alone instead of a picture that comes. */
function isBetter(next: PlaybackPlan, now: PlaybackPlan, failing: boolean): boolean {
  if (next.source !== 'downloaded' || (next.mediaUrl === now.mediaUrl && now.source === 'downloaded')) return false;
  return failing || next.quality !== 'audio' || now.quality === 'audio';
}

/** Until the picture is back from a window of its own, which only a person can open. */
function backInWindow(video: HTMLVideoElement, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (document.pictureInPictureElement !== video) {
      resolve();
      return;
    }
    const end = (): void => {
      resolve();
    };
    for (const name of ['leavepictureinpicture', 'error'] as const) video.addEventListener(name, end, { once: true });
    signal.addEventListener('abort', end, { once: true });
  });
}

/**
 * Makes the video inside the element that `takeScreen` is given, and changes over to the disk on the way: when a download of the lecture is whole, and when the network fails. The same
 * file goes on by itself, main sees to that; another quality is brought to the same place in a second video, which then takes over.
 */
export function usePlaying(opened: PlaybackPlan): Playing {
  const [video, setVideo] = useState<HTMLVideoElement | null>(null);
  const [plan, setPlan] = useState(opened);
  const [looked, setLooked] = useState<AppError | null>(null);
  const fault = useFault(video, plan.mediaUrl);
  const now = useRef({ video, plan });
  useEffect(() => {
    now.current = { video, plan };
  });
  const change = useRef<AbortController | null>(null);
  const lookAgain = useRef<(failing: boolean) => Promise<void>>(() => Promise.resolve());

  const { posterUrl } = opened;
  const takeScreen = useCallback(
    (host: HTMLElement | null) => {
      if (!host) return undefined;
      setVideo(createVideo(host, posterUrl));
      return () => {
        change.current?.abort();
        // Whoever still waits for main's answer finds nobody to change over.
        now.current = { ...now.current, video: null };
        setVideo(null);
      };
    },
    [posterUrl],
  );

  const [lookAtDisk] = useState(() => async (failing: boolean): Promise<void> => {
    const { lectureId } = now.current.plan;
    const next = await ask('playback.plan', { lectureId }).catch(() => null);
    const { video: from, plan: before } = now.current;
    if (!next || !from?.parentElement || !isBetter(next, before, failing)) return;
    const after = {
      ...before,
      mediaUrl: next.mediaUrl,
      mediaType: next.mediaType,
      quality: next.quality,
      source: next.source,
    };
    if (next.mediaUrl === before.mediaUrl) {
      // Main goes on from the disk by itself, unless the person had chosen the network: not any more.
      void ask('playback.open', { lectureId }).catch(() => null);
      setPlan(after);
      return;
    }
    change.current?.abort();
    const own = new AbortController();
    change.current = own;
    if (!failing) await backInWindow(from, own.signal);
    const parent = from.parentElement;
    if (own.signal.aborted || parent === null) return;
    const beside = createVideo(parent, '');
    beside.dataset['source'] = 'prepared';
    const ready = await prepareBeside(beside, from, next.mediaUrl, own.signal);
    if (!ready || own.signal.aborted) {
      beside.removeAttribute('src');
      beside.load();
      beside.remove();
      // A busy computer may have been too slow for it: what plays goes on, and it is tried again.
      setTimeout(() => {
        if (!own.signal.aborted) void lookAgain.current(failing);
      }, againAfterMs);
      return;
    }
    handOvers.set(beside, { from, playing: !from.paused, rate: from.playbackRate });
    beside.volume = from.volume;
    beside.muted = from.muted;
    delete beside.dataset['source'];
    // At once, so that nothing hears of the last picture's end before it follows the new one.
    flushSync(() => {
      setVideo(beside);
      setPlan(after);
    });
    from.remove();
  });

  useEffect(() => {
    lookAgain.current = lookAtDisk;
  }, [lookAtDisk]);

  const { lectureId } = opened;
  useEffect(() => {
    let whole: string | null = null;
    return listen('downloads.changed', (items) => {
      const item = items.find((each) => each.lectureId === lectureId);
      const before = whole;
      whole = item?.state === 'complete' ? item.quality : '';
      if (whole !== '' && whole !== before && (before !== null || now.current.plan.source === 'network'))
        void lookAtDisk(false);
    });
  }, [lectureId, lookAtDisk]);

  const mayHelp = fault !== null && isServiceFault(fault) && looked !== fault;
  useEffect(() => {
    if (!mayHelp) return;
    void lookAtDisk(true).finally(() => {
      setLooked(fault);
    });
  }, [mayHelp, fault, lookAtDisk]);

  return { takeScreen, video, plan, fault: mayHelp ? null : fault, looking: mayHelp };
}
