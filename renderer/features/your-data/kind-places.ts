import type { KeptName } from '../../../contract/domain/data-kinds.ts';

/** Where something that is kept can be looked at and corrected: a screen, or a part of the settings. */
export type KindPlace =
  | { readonly to: '/history' | '/courses' | '/list' | '/downloads' | '/downloads/space' | '/settings' }
  | { readonly part: string };

/** A kind that is missing here is only a number or a key: it can be erased, and nothing in it corrected. */
export const kindPlaces: Readonly<Partial<Record<KeptName, KindPlace>>> = {
  profile: { part: 'settings-profile' },
  settings: { to: '/settings' },
  computer: { part: 'settings-computers' },
  history: { to: '/history' },
  sync: { part: 'settings-history' },
  progress: { to: '/history' },
  notes: { to: '/courses' },
  ratings: { to: '/courses' },
  'my-list': { to: '/list' },
  searches: { part: 'settings-search' },
  downloads: { to: '/downloads' },
  bin: { to: '/downloads/space' },
  speeds: { to: '/courses' },
  recommendations: { part: 'settings-recommendations' },
  licences: { to: '/downloads' },
  catalogue: { to: '/courses' },
  'lecture-files': { to: '/downloads/space' },
  remembered: { part: 'settings-computer' },
};
