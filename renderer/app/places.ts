import type { RouterHistory } from '@tanstack/react-router';
import { createStore, type StoreApi } from 'zustand';

/** Where in the window's history we are, how far forward it goes, and how far back it belongs to whoever is signed in. */
export interface Places {
  readonly index: number;
  readonly first: number;
  readonly last: number;
}

/** Follows a history for as long as the window lives; nobody comes back to where somebody before them was. */
export function createPlaces(history: RouterHistory): StoreApi<Places> {
  const index = history.location.state.__TSR_index;
  const places = createStore<Places>()(() => ({ index, first: index, last: index }));
  history.subscribe(({ location, action }) => {
    const now = location.state.__TSR_index;
    places.setState((before) => ({ index: now, last: action.type === 'PUSH' ? now : Math.max(now, before.last) }));
  });
  // A mouse's back button does not ask the buttons of the window.
  history.block({
    enableBeforeUnload: false,
    blockerFn: ({ action, nextLocation }) =>
      action !== 'PUSH' && nextLocation.state.__TSR_index < places.getState().first,
  });
  return places;
}

/** Begins anew at the first screen: what is behind can no longer be reached, and nothing is ahead. */
export function forgetPlaces(history: RouterHistory, places: StoreApi<Places>): void {
  history.push('/', undefined, { ignoreBlocker: true });
  const { index } = places.getState();
  places.setState({ first: index, last: index });
}
