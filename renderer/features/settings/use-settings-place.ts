import { useEffect } from 'react';
import { useSettingsPlace } from '../../lib/settings-place.ts';

const controls = 'input:not([disabled]), button:not([disabled]), [role="slider"]';

/** The control of a setting by the setting's title, or its part where it has none. */
function findControl(part: HTMLElement, title: string | null): HTMLElement {
  const named = [...part.querySelectorAll<HTMLElement>('h3, label')].find(({ textContent }) => textContent === title);
  if (title === null || !named) return part;
  // A row holds the words and the control; a box to tick is inside its own label.
  const row = named.matches('label') ? named : named.closest<HTMLElement>('[data-row]');
  // Of several choices the one that holds takes the focus.
  return (
    row?.querySelector<HTMLElement>('input:checked:not([disabled])') ??
    row?.querySelector<HTMLElement>(controls) ??
    part
  );
}

/** Shows the place that the search asked for and gives it the focus, once `shown`. */
export function useGoToSettingsPlace(shown: boolean): void {
  const to = useSettingsPlace((state) => state.to);
  useEffect(() => {
    if (!shown || to === null) return;
    useSettingsPlace.setState({ to: null });
    const part = document.getElementById(to.section);
    if (!part) return;
    const target = findControl(part, to.title);
    target.focus({ preventScroll: true });
    if (target === part) part.scrollIntoView({ block: 'start' });
    else (target.closest('[data-row], label') ?? target).scrollIntoView({ block: 'center' });
  }, [shown, to]);
}
