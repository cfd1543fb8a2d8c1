import { useElementScrollRestoration, useRouterState } from '@tanstack/react-router';
import { type RefObject, useEffect } from 'react';

/** Longer nobody waits for a screen to become as long as it was. */
const waitsMs = 3000;
const own = ['wheel', 'pointerdown', 'keydown'] as const;

/**
 * Going back leads to where one was on the screen. The router scrolls as soon as a screen is there; what it shows may still be asked for or laid out then, and the
 * screen too short: so it is scrolled again while it grows, until the place is reached or the person scrolls.
 */
export function useScrollBack(main: RefObject<HTMLElement | null>): void {
  const place = useRouterState({ select: ({ resolvedLocation }) => resolvedLocation?.state.__TSR_key });
  const wantedTop = useElementScrollRestoration({ id: 'main' })?.scrollY ?? 0;
  useEffect(() => {
    if (main.current === null || place === undefined || wantedTop === 0) return undefined;
    return follow(main.current, wantedTop);
  }, [place, wantedTop, main]);
}

/** Scrolls an element to a place as soon as it is long enough; returns the function that gives it up. */
function follow(element: HTMLElement, wantedTop: number): () => void {
  const tryIt = (): void => {
    element.scrollTop = wantedTop;
    if (Math.abs(element.scrollTop - wantedTop) <= 1) stop();
  };
  const grown = new ResizeObserver(tryIt);
  const exchanged = new MutationObserver(() => {
    for (const child of element.children) grown.observe(child);
    tryIt();
  });
  const timer = setTimeout(() => {
    stop();
  }, waitsMs);
  const stop = (): void => {
    clearTimeout(timer);
    grown.disconnect();
    exchanged.disconnect();
    for (const name of own) window.removeEventListener(name, stop, true);
  };
  for (const child of element.children) grown.observe(child);
  exchanged.observe(element, { childList: true });
  for (const name of own) window.addEventListener(name, stop, true);
  tryIt();
  return stop;
}
