import type { FoldersInUse } from '../../main/folder-ports.ts';

/** Downloads in the app's usual folder, with no move under way. */
export function usualFolder(folder: string): () => FoldersInUse {
  return () => ({ current: { folder, marker: null }, other: null });
}
