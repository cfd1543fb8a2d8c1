import type { Purpose } from '../../../contract/domain/privacy.ts';

/** A fetch of Electron's session (system proxy and certificates), or of Node in tests; each request says why it is made. */
export type Fetch = (input: string, init: RequestInit & { readonly purpose: Purpose }) => Promise<Response>;
