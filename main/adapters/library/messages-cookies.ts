import type { KeptCookie } from '../../gate-ports.ts';

/** Calls on the cookies of the open account. */
export interface CookieCalls {
  'cookies.read': { in: null; out: readonly KeptCookie[] };
  'cookies.replace': { in: readonly KeptCookie[]; out: null };
}
