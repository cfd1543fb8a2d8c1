import { useEffect, useState } from 'react';

const idleAfterMs = 2600;

/**
 * Whether the controls may go: only while playing, the pointer still, no menu open and no keyboard focus inside them.
 */
export function useIdle(playing: boolean, held: boolean, controls: HTMLElement | null): boolean {
  const [idle, setIdle] = useState(false);
  useEffect(() => {
    if (!playing || held) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const focusInside = (): boolean => {
      const active = document.activeElement;
      const inside = active && (controls?.contains(active) || active.closest('[data-controls]') !== null);
      return Boolean(inside && active.matches(':focus-visible'));
    };
    const arm = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        if (focusInside()) arm();
        else setIdle(true);
      }, idleAfterMs);
    };
    const wake = (): void => {
      setIdle(false);
      arm();
    };
    arm();
    for (const name of ['pointermove', 'pointerdown', 'focusin', 'keydown'] as const)
      window.addEventListener(name, wake);
    return () => {
      setIdle(false);
      clearTimeout(timer);
      for (const name of ['pointermove', 'pointerdown', 'focusin', 'keydown'] as const) {
        window.removeEventListener(name, wake);
      }
    };
  }, [playing, held, controls]);
  return idle && playing && !held;
}
