import type { Routes } from './electron/ipc.ts';
import { coverUrl } from './features/catalogue/course-views.ts';
import { createSearch } from './features/search/search.ts';
import type { Search, SearchDeps } from './features/search/search.ts';

type SearchRoutes = Pick<Routes, Extract<keyof Routes, `search.${string}`>>;

/** Searching, put together; part of `compose`. */
export interface SearchPart extends Pick<Search, 'settingsChanged' | 'accountChanged'> {
  readonly routes: SearchRoutes;
}

/** Makes searching and its requests. */
export function composeSearch(deps: Omit<SearchDeps, 'coverUrl'>): SearchPart {
  const search = createSearch({ ...deps, coverUrl });
  return {
    settingsChanged: search.settingsChanged,
    accountChanged: search.accountChanged,
    routes: {
      'search.find': ({ text, limit, filter }) => search.find(text, limit, filter),
      'search.languages': () => search.languages(),
      'search.history': () => search.history(),
      'search.remember': ({ text }) => search.remember(text),
      'search.forget': ({ text }) => search.forget(text),
    },
  };
}
