import { create } from 'zustand';
import { type SearchFilter, searchKinds } from '../../contract/domain/search.ts';

/** Where may be searched: what main finds, and the app itself, its settings and commands. */
export const scopes = [...searchKinds, 'app'] as const;
export type Scope = (typeof scopes)[number];

/** What the search is narrowed to; without scopes, everywhere. */
export interface Narrowing {
  readonly scopes: readonly Scope[];
  readonly language: string | null;
  readonly here: boolean;
}

/** Everything. */
export const wide: Narrowing = { scopes: [], language: null, here: false };

/** Kept while the search is open, and for whoever comes back to it from what it led to; closed without that, it is wide again. */
export const useNarrowing = create<Narrowing>(() => wide);

/** Whether it narrows anything. */
export function isNarrow({ scopes: chosen, language, here }: Narrowing): boolean {
  return chosen.length > 0 || language !== null || here;
}

/** What main is to be asked with: null when it is not to be asked, undefined for everything. */
export function filterOf(narrowing: Narrowing): SearchFilter | null | undefined {
  if (!isNarrow(narrowing)) return undefined;
  const { language, here } = narrowing;
  const kinds = searchKinds.filter((kind) => narrowing.scopes.includes(kind));
  return kinds.length === 0 && narrowing.scopes.length > 0 ? null : { kinds, language, here };
}

/** Whether settings and commands are looked for: they have no language, and are not downloaded. */
export function includesApp({ scopes: chosen, language, here }: Narrowing): boolean {
  return chosen.length === 0 ? language === null && !here : chosen.includes('app');
}

/** Without what was added last, as far as that can be told. */
export function lessNarrow(narrowing: Narrowing): Narrowing {
  if (narrowing.here) return { ...narrowing, here: false };
  if (narrowing.language !== null) return { ...narrowing, language: null };
  return { ...narrowing, scopes: narrowing.scopes.slice(0, -1) };
}
