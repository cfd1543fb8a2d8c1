import type { Terms } from '../../contract/api/accounts.ts';

/** The Terms in force; their text is the page `/pages/terms`. */
export const termsInForce: Terms = { version: '2026-01', publishedOn: '2026-01-12' };
