import type { EntryCount, EntryKind } from '../../contract/domain/erase-plan.ts';

/** How many of each kind, as an object; of these kinds alone when some are named. */
export function dataKindsOfReceipt(
  { entries }: { readonly entries: readonly EntryCount[] },
  kinds?: readonly EntryKind[],
): Readonly<Record<string, number>> {
  const wanted = entries.filter(({ kind }) => kinds === undefined || kinds.includes(kind));
  return Object.fromEntries(wanted.map(({ kind, count }) => [kind, count]));
}
