import type { BothLanguages, Processor, RegisteredItem } from '../api/policies.ts';
import type { PrivacyCategory } from './privacy.ts';

export type { BothLanguages, Processor, RegisteredItem };

/** A cookie or stored item that is here; what it holds is nobody's business on a screen. */
export interface StoredItemView {
  /** Opaque; names it for deleting. */
  readonly id: string;
  readonly name: string;
  readonly kind: 'cookie' | 'storage';
  readonly host: string;
  /** As the service's registry says; null: it is not registered, so it is not allowed. */
  readonly category: PrivacyCategory | null;
  readonly sizeBytes: number;
  /** Milliseconds since 1970, UTC; null: until the session ends. */
  readonly expiresAtMs: number | null;
}

/** Something that the service tells everybody, as it said last. */
export interface ToldByService<Told> {
  readonly told: Told;
  /** Milliseconds since 1970, UTC, when it said so. */
  readonly atMs: number;
  /** It said so just now; false: it could not be asked. */
  readonly isFresh: boolean;
}

/** What is stored, and what the service says it may store. */
export interface StoredItemsView {
  readonly items: readonly StoredItemView[];
  /** Null: the service could not be asked, now or ever. */
  readonly registry: ToldByService<readonly RegisteredItem[]> | null;
}
