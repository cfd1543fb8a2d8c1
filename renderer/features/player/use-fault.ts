import { useEffect, useState } from 'react';
import type { AppError } from '../../../contract/result.ts';
import { listen } from '../../lib/api.ts';

/**
 * Why the bytes of this lecture stopped, as main tells it; null while nothing is wrong. A seek asks for other bytes,
 * so it forgets the last fault.
 */
export function useFault(video: HTMLVideoElement | null, mediaUrl: string): AppError | null {
  const [fault, setFault] = useState<AppError | null>(null);
  useEffect(
    () =>
      listen('playback.fault', (told) => {
        if (told.mediaUrl === mediaUrl) setFault(told.error);
      }),
    [mediaUrl],
  );
  useEffect(() => {
    if (!video) return undefined;
    const forget = (): void => {
      setFault(null);
    };
    video.addEventListener('seeking', forget);
    return () => {
      video.removeEventListener('seeking', forget);
    };
  }, [video]);
  return fault;
}
