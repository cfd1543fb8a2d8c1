import type { Purpose } from '../../../contract/domain/privacy.ts';

/** A fetch through the gate, or of Node in tests; each request says why it is made, and `credentials: 'include'` whether cookies go along. */
export type Fetch = (input: string, init: RequestInit & { readonly purpose: Purpose }) => Promise<Response>;

/** The gate did not send a request. */
export class NotSentError extends Error {
  override readonly name = 'NotSentError';
}
