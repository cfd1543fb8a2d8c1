import type { ErasureReceipt, LegallyKept } from '../api/personal-data.ts';
import type { z } from 'zod';
import type { RemainKind, SignOutPreview } from './account.ts';

/** How much is erased, from small to large: kinds of entries, the account on this computer, the account at the service. */
export const eraseScopes = ['entries', 'computer', 'service'] as const;
export type EraseScope = (typeof eraseScopes)[number];

/** The kinds of entries that can be erased alone; each is a name of `dataKinds`. */
export const entryKinds = [
  'history',
  'progress',
  'searches',
  'notes',
  'ratings',
  'my-list',
  'recommendations',
  'speeds',
  'visits',
  'downloads',
] as const;
export type EntryKind = (typeof entryKinds)[number];

/** How many entries there are of a kind. */
export interface EntryCount {
  readonly kind: EntryKind;
  readonly count: number;
}

/** What there is to erase on this computer. */
export interface ErasePreview {
  /** Every kind, in the order of `entryKinds`, also those with nothing. */
  readonly entries: readonly EntryCount[];
  readonly here: SignOutPreview;
  /** The person's computers exchange what was watched, or a copy of it is at the service. */
  readonly isExchanged: boolean;
}

/** Records that a law makes the service keep. */
export type KeptByLaw = z.infer<typeof LegallyKept>;

/** What became of looking for the deleted values in the file itself. */
export interface EraseVerification {
  /** Values of deleted rows that were looked for, as SQLite writes them. */
  readonly valueCount: number;
  /** How many of them were found before: a search that finds nothing proves nothing. */
  readonly foundBefore: number;
  /** How many could still be found afterwards. */
  readonly leftCount: number;
  /** Bytes of the file that were read, deciphered. */
  readonly readBytes: number;
}

/**
 * What the service did. `erased`: it said so; `answer-lost`: it knows the account no more, but its answer never came; `unknown`: it was ordered, the
 * app was ended meanwhile, and nobody has heard the answer.
 */
export interface ServiceErasure {
  readonly state: 'erased' | 'answer-lost' | 'unknown';
  readonly receipt: ErasureReceipt | null;
  /** As it said before, or in its receipt. */
  readonly kept: readonly KeptByLaw[];
}

/** What was erased, what was looked at, what is kept by whom; holds no e-mail, no title and no path. */
export interface EraseReceipt {
  /** Opaque; means nothing to anybody but whoever keeps the receipt. */
  readonly id: string;
  readonly scope: EraseScope;
  /** Milliseconds since 1970, UTC. */
  readonly erasedAtMs: number;
  readonly appVersion: string;
  /** The first letters of the person's name. */
  readonly initials: string;
  readonly entries: readonly EntryCount[];
  readonly lectureCount: number;
  readonly sizeBytes: number;
  /** Null when there was nothing to look for, or the file could not be read as a whole. */
  readonly verification: EraseVerification | null;
  /** Kinds of which something is left: a drive that is away, a file in use. */
  readonly failed: readonly EntryKind[];
  /** What is left of the account on this computer; tried again at each start. */
  readonly remains: readonly RemainKind[];
  /** Null when only this computer was meant. */
  readonly service: ServiceErasure | null;
}

/** Where erasing stands. */
export interface EraseProgress {
  readonly stage: 'looking' | 'erasing' | 'verifying' | 'ordering' | 'asking-again';
  readonly doneCount: number;
  readonly totalCount: number;
}

/** A receipt as text: the window has the words, main makes a file of them. */
export interface ReceiptDocument {
  readonly language: 'en' | 'ru';
  readonly title: string;
  readonly lead: string;
  readonly sections: readonly {
    readonly title: string;
    readonly rows: readonly { readonly label: string; readonly value: string }[];
    readonly notes: readonly string[];
  }[];
}
