import { useEffect } from 'react';

/** F6 and Shift+F6 move between the regions of the window, each marked with `data-region`. */
export function useRegionKeys(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.code !== 'F6' || event.ctrlKey || event.altKey || event.metaKey) return;
      const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')];
      const at = regions.findIndex((region) => region.contains(document.activeElement));
      const step = event.shiftKey ? -1 : 1;
      const next = regions[(at + step + regions.length) % regions.length];
      if (!next) return;
      event.preventDefault();
      enter(next);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => {
      window.removeEventListener('keydown', onKeyDown);
    };
  }, []);
}

/** Focuses the region's marked place, its first control, or itself. */
function enter(region: HTMLElement): void {
  const target =
    region.querySelector<HTMLElement>('[aria-current="page"]') ??
    region.querySelector<HTMLElement>('a[href], button:not([disabled]), input, [tabindex="0"]') ??
    region;
  target.focus();
}
