import { useEffect, useRef } from 'react';
import type { Requests } from '../../../../contract/ipc.ts';
import { ask } from '../../../lib/api.ts';

const firstAfterMs = 2000;
const longestAfterMs = 15_000;

/** While `wanted`, looks every few seconds, unseen, whether the lecture can be opened again, and runs once when it can. */
export function useServiceBack(wanted: boolean, opening: Requests['playback.plan']['in'], onBack: () => void): void {
  const latest = useRef({ opening, onBack });
  useEffect(() => {
    latest.current = { opening, onBack };
  });
  useEffect(() => {
    if (!wanted) return undefined;
    let gone = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let afterMs = firstAfterMs;
    const look = (): void => {
      ask('playback.plan', latest.current.opening).then(
        () => {
          if (!gone) latest.current.onBack();
        },
        () => {
          if (!gone) arm();
        },
      );
    };
    const arm = (): void => {
      timer = setTimeout(look, afterMs);
      afterMs = Math.min(afterMs * 1.5, longestAfterMs);
    };
    arm();
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [wanted]);
}
