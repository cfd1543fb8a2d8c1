import { create } from 'zustand';

/** What can be laid over any screen: the search, the question of signing out, the list of keys, how one signs in. */
export type WindowSheet = 'search' | 'sign-out' | 'keys' | 'change-email' | 'change-password';

/** The one of them that is open. */
export const useWindowSheet = create<{ readonly open: WindowSheet | null }>(() => ({ open: null }));

/** Lays a sheet over the screen, in place of another one. */
export function openSheet(open: WindowSheet): void {
  useWindowSheet.setState({ open });
}

/** Takes it away. */
export function closeSheet(): void {
  useWindowSheet.setState({ open: null });
}
