import type { UsageDay } from '../../usage-ports.ts';

/** Calls on the count of lectures played. */
export interface UsageCalls {
  'usage.note': { in: string; out: null };
  'usage.before': { in: string; out: UsageDay | null };
  'usage.forget': { in: null; out: null };
}
