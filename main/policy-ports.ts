/** The door through which the computer feature gets the machine-wide policy file. */

/** What is where the policy file belongs; `unreadable` is anything that is there and is no small readable file of UTF-8 text. */
export type PolicySource =
  { readonly kind: 'absent' } | { readonly kind: 'unreadable' } | { readonly kind: 'text'; readonly text: string };

/** A policy file larger than this counts as wrong, unread. */
export const policyFileLimitBytes = 64 * 1024;
