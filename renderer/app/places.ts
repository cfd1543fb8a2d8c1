import type { RouterHistory } from '@tanstack/react-router';
import { createStore, type StoreApi } from 'zustand';

/** Where in the window's history we are, and how far forward it goes. */
export interface Places {
  readonly index: number;
  readonly last: number;
}

/** Follows a history for as long as the window lives. */
export function createPlaces(history: RouterHistory): StoreApi<Places> {
  const index = history.location.state.__TSR_index;
  const places = createStore<Places>()(() => ({ index, last: index }));
  history.subscribe(({ location, action }) => {
    const now = location.state.__TSR_index;
    places.setState((before) => ({ index: now, last: action.type === 'PUSH' ? now : Math.max(now, before.last) }));
  });
  return places;
}
