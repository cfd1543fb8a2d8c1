import type { EventName, Events } from '../contract/ipc.ts';
import type { Routes } from './electron/ipc.ts';
import { browseCardOf, createBrowse } from './features/catalogue/browse.ts';
import { coverUrl } from './features/catalogue/course-views.ts';
import { createMyList } from './features/my-list/my-list.ts';
import type { Clock, Library } from './ports.ts';

/** What looking through the catalogue answers, and the person's own list; part of `compose`. */
export type BrowseRoutes = Pick<
  Routes,
  Extract<keyof Routes, `list.${string}` | 'catalogue.courses' | 'catalogue.nextUp' | 'catalogue.lecturer'>
>;

/** Makes everything that is about browsing. */
export function composeBrowse(deps: {
  readonly library: Library;
  readonly clock: Clock;
  readonly emit: <N extends EventName>(name: N, payload: Events[N]) => void;
}): BrowseRoutes {
  const { library, clock, emit } = deps;
  const browse = createBrowse({ library });
  const list = createMyList({
    library,
    clock,
    coverUrl,
    browseCardOf,
    onChange: () => emit('list.changed', null),
  });
  return {
    'catalogue.courses': ({ after }) => browse.courses(after),
    'catalogue.nextUp': () => browse.nextUp(),
    'catalogue.lecturer': ({ lecturerId }) => browse.lecturer(lecturerId),
    'list.read': () => list.read(),
    'list.add': ({ thing, addedAtMs }) => list.add(thing, addedAtMs),
    'list.remove': ({ thing }) => list.remove(thing),
  };
}
