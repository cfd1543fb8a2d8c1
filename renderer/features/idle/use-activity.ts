import { useEffect } from 'react';
import { ask } from '../../lib/api.ts';
import { useRequest } from '../../lib/requests.ts';

/** How often main hears of use at most, and how often videos are looked at. */
const everyMs = 10_000;
const signs = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'touchstart'] as const;

/** Whether a video of this page plays, in the window or in a picture of its own. */
function plays(): boolean {
  const inPicture = document.pictureInPictureElement;
  const videos = [...document.querySelectorAll('video'), ...(inPicture instanceof HTMLVideoElement ? [inPicture] : [])];
  return videos.some((video) => !video.paused && !video.ended);
}

/** Tells main that somebody uses the computer or watches, where it signs out for want of use; `now` in milliseconds since 1970. */
export function useActivity(now: () => number = Date.now): void {
  const account = useRequest('account.read', null).data;
  const rules = useRequest('computer.read', null).data;
  const wanted = account?.kind === 'signed-in' && rules !== undefined && rules.idleMinutes !== null;
  useEffect(() => {
    if (!wanted) return undefined;
    let toldAtMs: number | null = null;
    const tell = (): void => {
      const nowMs = now();
      // A clock that was set back counts as time that passed.
      if (toldAtMs !== null && nowMs >= toldAtMs && nowMs - toldAtMs < everyMs) return;
      toldAtMs = nowMs;
      void ask('computer.active', null).catch(() => undefined);
    };
    for (const sign of signs) window.addEventListener(sign, tell, { capture: true, passive: true });
    const timer = setInterval(() => {
      if (plays()) tell();
    }, everyMs);
    return () => {
      clearInterval(timer);
      for (const sign of signs) window.removeEventListener(sign, tell, { capture: true });
    };
  }, [wanted, now]);
}
