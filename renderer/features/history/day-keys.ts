import type { KeyboardEvent } from 'react';

/** How the button of a day is found. */
export const dayButtonMark = 'data-day-button';

const rowOf = '[role="row"][data-key]';

/**
 * Tab from a line goes to the button of its day, and Shift+Tab from there back to the line: the list itself would lead out of it. A heading that is
 * scrolled away is not in the document; Shift+Delete on the line does the same.
 */
export function tabThroughDay(event: KeyboardEvent): void {
  if (event.key !== 'Tab' || event.altKey || event.ctrlKey || event.metaKey) return;
  if (!(event.target instanceof HTMLElement)) return;
  const isButton = event.target.hasAttribute(dayButtonMark);
  if (isButton !== event.shiftKey) return;
  const day = event.target.closest('[role="rowgroup"]');
  const to = isButton
    ? (day?.querySelector<HTMLElement>(`${rowOf}[tabindex="0"]`) ?? day?.querySelector<HTMLElement>(rowOf))
    : event.target.closest(rowOf) && day?.querySelector<HTMLElement>(`[${dayButtonMark}]`);
  if (!to) return;
  event.preventDefault();
  event.stopPropagation();
  to.focus();
}

/** The line that a person goes on at when the day of this button is gone: the next day's first, else the former day's last. */
export function lineBeside(button: Element): HTMLElement | null {
  const day = button.closest('[role="rowgroup"]');
  const rows = [...(button.closest('[role="grid"]')?.querySelectorAll<HTMLElement>(rowOf) ?? [])];
  const own = rows.filter((row) => day?.contains(row));
  const last = own.at(-1);
  const next = last === undefined ? undefined : rows[rows.indexOf(last) + 1];
  const [first] = own;
  const former = first === undefined ? undefined : rows[rows.indexOf(first) - 1];
  return next ?? former ?? null;
}
