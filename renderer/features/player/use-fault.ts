import { useEffect, useState } from 'react';
import type { AppError } from '../../../contract/result.ts';
import { listen } from '../../lib/api.ts';
import { isServiceFault } from './source/service-fault.ts';

/**
 * Why the bytes of this lecture stopped, as main tells it; null while nothing is wrong. A seek asks for other bytes, so it forgets the last fault; bytes
 * that come after all forget one of the line.
 */
export function useFault(video: HTMLVideoElement | null, mediaUrl: string): AppError | null {
  const [told, setTold] = useState<{ readonly mediaUrl: string; readonly error: AppError } | null>(null);
  useEffect(
    () =>
      listen('playback.fault', (fault) => {
        setTold(fault);
      }),
    [],
  );
  useEffect(() => {
    if (!video) return undefined;
    const forget = (): void => {
      setTold(null);
    };
    const come = (): void => {
      setTold((fault) => (fault && isServiceFault(fault.error) ? null : fault));
    };
    video.addEventListener('seeking', forget);
    video.addEventListener('progress', come);
    return () => {
      video.removeEventListener('seeking', forget);
      video.removeEventListener('progress', come);
    };
  }, [video]);
  return told?.mediaUrl === mediaUrl ? told.error : null;
}
