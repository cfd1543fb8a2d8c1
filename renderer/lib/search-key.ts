import type { Platform } from './keys/chords.ts';

/** The key that opens the search, as it is written on this system. */
export function searchKeyLabel(platform: Platform | undefined): string {
  return platform === 'macos' ? '⌘K' : 'Ctrl+K';
}
