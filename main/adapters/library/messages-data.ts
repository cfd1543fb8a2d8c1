import type { DataKindName } from '../../../contract/domain/data-kinds.ts';
import type { HeldSample, SampledKind } from '../../../contract/domain/held-data.ts';
import type { LocalAccountId } from '../../../contract/domain/ids.ts';
import type { CountedKind } from '../../data-ports.ts';

/** Calls that look at what an account's library has of each kind; each reads one kind, so that others have their turn between. */
export interface DataAccountCalls {
  'data.count': { in: DataKindName; out: CountedKind };
  'data.samples': { in: { readonly kind: SampledKind; readonly limit: number }; out: readonly HeldSample[] };
  'data.size': { in: DataKindName; out: number };
}

/** The same of the computer's file. */
export interface DataComputerCalls {
  /** Of profiles the account's own alone: another's is not this person's to count. */
  'data.count-computer': { in: { readonly kind: DataKindName; readonly accountId: LocalAccountId }; out: CountedKind };
  'data.size-computer': { in: DataKindName; out: number };
}
