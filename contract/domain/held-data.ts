import { z } from 'zod';
import type { PersonalData } from '../api/personal-data.ts';
import type { CookieRegistry } from '../api/policies.ts';
import type { DataKindName, KeptName } from './data-kinds.ts';

/** Kinds of which a few entries can be shown in plain words; the others are numbers, keys, or the public catalogue. */
export const sampledKinds = [
  'history',
  'progress',
  'notes',
  'ratings',
  'my-list',
  'searches',
  'downloads',
  'bin',
  'speeds',
  'recommendations',
  'licences',
] as const satisfies readonly DataKindName[];
export const SampledKind = z.enum(sampledKinds);
/** One of them. */
export type SampledKind = z.infer<typeof SampledKind>;

/** How much of one kind is on this computer. */
export interface HeldKind {
  readonly name: KeptName;
  /** Entries, or files. */
  readonly count: number;
  /** The oldest entry (milliseconds since 1970, UTC); null: it has no time, or there is none. */
  readonly sinceMs: number | null;
  /** On the disk; null: not weighed, because it lies in a file with others (`data.size` weighs it). */
  readonly sizeBytes: number | null;
}

/** Everything that this computer has of the open account. */
export interface HeldHere {
  readonly kinds: readonly HeldKind[];
  /** The encrypted library as a whole, and the file of the computer. */
  readonly librarySizeBytes: number;
  readonly computerSizeBytes: number;
  /** When the service was last asked since the app was started (milliseconds since 1970, UTC). */
  readonly serviceAskedAtMs: number | null;
}

/** What stands beside an entry's title. */
export type HeldFact =
  | { readonly kind: 'played'; readonly durationMs: number }
  | { readonly kind: 'position'; readonly positionMs: number }
  | { readonly kind: 'completed' }
  | { readonly kind: 'stars'; readonly stars: number }
  | { readonly kind: 'withdrawn' }
  | { readonly kind: 'rate'; readonly rate: number }
  | { readonly kind: 'size'; readonly sizeBytes: number }
  | { readonly kind: 'until'; readonly atMs: number };

/** One entry in plain words. */
export interface HeldSample {
  /** Milliseconds since 1970, UTC; null: it has no time. */
  readonly atMs: number | null;
  /** Empty: the catalogue does not know it any more, or a bookmark without words. */
  readonly title: string;
  readonly fact: HeldFact | null;
}

/** What the service says it has, as it came; kept nowhere. */
export interface HeldAtService {
  readonly askedAtMs: number;
  readonly record: PersonalData;
}

/** When age deletes next, and what the service says it may set. */
export interface RetentionView {
  /** Milliseconds since 1970, UTC. */
  readonly nextPurgeAtMs: number | null;
  /** Null: the service cannot be asked now. */
  readonly registry: CookieRegistry['items'] | null;
}
