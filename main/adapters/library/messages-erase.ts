import type { EntryCount, EntryKind } from '../../../contract/domain/erase-plan.ts';
import type { FoundTraces } from '../../erase-plan-ports.ts';

/** Calls on the open account's library that erase by kind. */
export interface EraseCalls {
  'erase.count': { in: null; out: readonly EntryCount[] };
  'erase.remember': { in: readonly EntryKind[]; out: FoundTraces | null };
  'erase.entries': { in: { readonly kinds: readonly EntryKind[]; readonly nowMs: number }; out: null };
  'erase.look': { in: null; out: FoundTraces | null };
}
