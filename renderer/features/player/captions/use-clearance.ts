import { useEffect, useState } from 'react';

/** How much of the picture's edges the controls cover, in pixels. */
export interface Clearance {
  readonly top: number;
  readonly bottom: number;
}

const before: Clearance = { top: 84, bottom: 116 };

/** Measures the controls beside the layer of the captions, also when they wrap into more lines. */
export function useClearance(layer: HTMLElement | null): Clearance {
  const [clearance, setClearance] = useState(before);
  useEffect(() => {
    const picture = layer?.parentElement;
    if (!picture || !('ResizeObserver' in window)) return undefined;
    const bars = [...picture.querySelectorAll<HTMLElement>(':scope > [data-controls]')];
    const measure = (): void => {
      const heights = { top: 0, bottom: 0 };
      for (const bar of bars) heights[bar.tagName === 'HEADER' ? 'top' : 'bottom'] = bar.offsetHeight;
      setClearance((now) => (now.top === heights.top && now.bottom === heights.bottom ? now : heights));
    };
    const observer = new ResizeObserver(measure);
    for (const bar of bars) observer.observe(bar);
    return () => {
      observer.disconnect();
    };
  }, [layer]);
  return clearance;
}
