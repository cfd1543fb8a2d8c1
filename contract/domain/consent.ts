import { z } from 'zod';
import type { PolicyVersion, RegisteredItem } from '../api/policies.ts';

export type { PolicyVersion, RegisteredItem } from '../api/policies.ts';

/** The categories a person may allow; essential is not theirs to refuse. */
export interface AllowedCategories {
  readonly functional: boolean;
  readonly advertisement: boolean;
}

/** What was done; `withdraw`: a category that was allowed is not any more; `signal`: the opt-out signal decided, nobody was asked. */
export const consentActions = ['accept-all', 'reject-all', 'choose', 'dismiss', 'withdraw', 'signal'] as const;
export type ConsentAction = (typeof consentActions)[number];

/** Where a person decided, and what that offered, in its order. */
export const consentPlaces = {
  sheet: ['accept-all', 'reject-all', 'choose'],
  categories: ['functional', 'advertisement', 'signal'],
} as const;
export type ConsentPlace = keyof typeof consentPlaces;

/** Whose decision it is: the account's, or, before anybody signs in, the computer's. */
export const consentLedgers = ['account', 'computer'] as const;
export type ConsentLedger = (typeof consentLedgers)[number];

const Allowed = z.strictObject({ functional: z.boolean(), advertisement: z.boolean() });

/** What is hashed and kept of a decision. */
export const ConsentFacts = z.strictObject({
  sequence: z.int().min(1),
  id: z.uuid(),
  ledger: z.enum(consentLedgers),
  /** Of the policy in force and shown; null: it was not known yet, for want of a network. */
  policyVersion: z.string().nullable(),
  /** SHA-256 (hex) of its text in `language`. */
  policyTextSha256: z.string().nullable(),
  language: z.enum(['en', 'ru']),
  appVersion: z.string(),
  options: z.array(z.string()),
  action: z.enum(consentActions),
  /** Null: nobody had chosen. */
  before: Allowed.nullable(),
  after: Allowed,
  /** UTC. */
  decidedAt: z.iso.datetime(),
  /** The entry of the computer's ledger that this one repeats: made before signing in. */
  carriedFrom: z.uuid().nullable(),
  /** SHA-256 (hex) of the entry before; of the first: 64 zeros. */
  previousHash: z.string(),
});
export type ConsentFacts = z.infer<typeof ConsentFacts>;

/** An entry of the ledger; `hash` is the SHA-256 (hex) of the facts as canonical JSON (RFC 8785). */
export interface ConsentEntry extends ConsentFacts {
  readonly hash: string;
}

/** Why a person is asked: nobody has chosen; half a year has passed; the policy is another in something that matters; the ledger was tampered with. */
export type ConsentQuestion = 'first' | 'expired' | 'policy-changed' | 'ledger-broken';

/** Something to be told calmly: small changes that are in force, or large ones that will be. */
export interface ConsentNotice {
  readonly kind: 'changed' | 'announced';
  readonly version: PolicyVersion;
}

/** How the choices stand, for the screens. */
export interface ConsentView extends AllowedCategories {
  readonly ledger: ConsentLedger;
  /** Null: nothing to ask. */
  readonly question: ConsentQuestion | null;
  /** The versions that came since the choice; only with `policy-changed`. */
  readonly newVersions: readonly PolicyVersion[];
  /** The opt-out signal goes with every request. */
  readonly optOutSignal: boolean;
  /** The signal itself decided, and nobody was asked. */
  readonly signalHonoured: boolean;
  readonly decidedAtMs: number | null;
  readonly asksAgainAtMs: number | null;
  /** The policy in force; null: not known yet. */
  readonly policy: PolicyVersion | null;
  readonly notice: ConsentNotice | null;
  /** The service's registry; null: not known yet. */
  readonly items: readonly RegisteredItem[] | null;
  /** Whether every entry of the ledger is as it was written, and none is missing. */
  readonly isChainIntact: boolean;
}

/** Something that a withdrawal deleted. */
export interface SweptItem {
  readonly name: string;
  readonly kind: 'cookie' | 'storage';
}

/** How a decision ended. */
export interface ConsentOutcome {
  readonly view: ConsentView;
  readonly removed: readonly SweptItem[];
}

/** The ledger as the screen shows it, newest first. */
export interface ConsentHistory {
  readonly entries: readonly ConsentEntry[];
  readonly isChainIntact: boolean;
}
