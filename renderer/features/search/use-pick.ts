import { useCallback } from 'react';
import type { SearchHistory } from '../../lib/search-history.ts';
import { closeSheet } from '../../lib/window-sheet.ts';
import type { Entry } from './entries.ts';
import { useOpenHit } from './open-hit.ts';
import type { Found } from './use-found.ts';

/** Runs once the closed sheet has given the focus back, so that whatever opens next gives it back to the same place. */
function afterClosing(work: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(work));
}

/** Where another place is opened, the focus goes there and not back to where the search was asked for. */
function letGoOfFocus(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}

/** Closes the search and opens what was found, or does what was asked for; a search that led to something found is remembered. */
export function usePick(
  found: Found,
  history: SearchHistory,
): (entry: Extract<Entry, { kind: 'hit' | 'own' }>) => void {
  const openHit = useOpenHit();
  return useCallback(
    (entry) => {
      closeSheet();
      if (entry.kind === 'hit') {
        history.remember(found.answer.corrected ?? found.text);
        afterClosing(() => {
          letGoOfFocus();
          openHit(entry.hit);
        });
        return;
      }
      afterClosing(() => {
        if (entry.item.leads) letGoOfFocus();
        entry.item.run();
      });
    },
    [found, history, openHit],
  );
}
