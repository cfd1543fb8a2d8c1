import type { RemainKind } from './account.ts';

/**
 * Whose computer this is: `mine` remembers and keeps; `shared` (a family, an office) keeps each account locked behind its password and offers to
 * erase at signing out; `public` (a library, a classroom) is the shared-computer mode: nobody is remembered, everything is erased on quitting.
 */
export const computerUses = ['mine', 'shared', 'public'] as const;
export type ComputerUse = (typeof computerUses)[number];

/** How long nobody may have used the computer before it signs out, as choices in minutes. */
export const idleChoicesMinutes = [2, 5, 10, 15, 30, 60] as const;

/** The idle time that goes with a use, in minutes, until a person or the policy file says otherwise; null: never. */
export const usualIdleMinutes = { mine: null, shared: 15, public: 5 } as const satisfies Record<
  ComputerUse,
  number | null
>;

/** The fields of the machine-wide policy file. */
export const policyFields = ['sharedComputer', 'idleMinutes', 'allowRemember', 'serviceUrl'] as const;
export type PolicyField = (typeof policyFields)[number];

/** What a policy file says about this computer: none, followed, or wrong somewhere, and then the strictest reading holds. */
export type PolicyState =
  | { readonly kind: 'none' }
  | { readonly kind: 'followed' }
  /** `fields` are those that make no sense; empty when the file as a whole cannot be read. */
  | { readonly kind: 'wrong'; readonly fields: readonly PolicyField[] };

/** The rules of this computer, from what a person chose and what the policy file says. */
export interface ComputerRules {
  /** Null: nobody has been asked yet. */
  readonly use: ComputerUse | null;
  /** Signs out after so long without use; null: never. */
  readonly idleMinutes: number | null;
  /** What becomes of the box "Remember me": ticked, offered unticked, or not there. */
  readonly remember: 'preselected' | 'offered' | 'never';
  /** Which answer comes first when signing out; with `only-erase` there is no other. */
  readonly signOut: 'keep' | 'erase' | 'only-erase';
  readonly erasesOnQuit: boolean;
  /** What the policy file has decided and nobody can change here. */
  readonly fixed: { readonly use: boolean; readonly idleMinutes: boolean; readonly remember: boolean };
  readonly policy: PolicyState;
  /** What an erasing of the last run could not delete yet; tried again at every start. */
  readonly remains: readonly RemainKind[];
}
