import type { Fault, FaultRule } from './fault-schemas.ts';

/** The rules in force. */
export interface FaultRules {
  add(rules: readonly FaultRule[]): void;
  clear(): void;
  /** The faults of a request, counted as used; `route` is method and pattern with `{id}`. */
  take(route: string, address: string): readonly Fault[];
}

/** Keeps rules in memory. */
export function createFaultRules(): FaultRules {
  let active: { rule: FaultRule; passed: number; used: number }[] = [];

  return {
    add(rules) {
      active.push(...rules.map((rule) => ({ rule, passed: 0, used: 0 })));
    },
    clear() {
      active = [];
    },
    take(route, address) {
      const faults: Fault[] = [];
      for (const entry of active) {
        const { rule } = entry;
        if (rule.route !== '*' && rule.route !== route) continue;
        if (rule.pathContains !== undefined && !address.includes(rule.pathContains)) continue;
        if (entry.passed < rule.skip) {
          entry.passed += 1;
        } else if (rule.times === null || entry.used < rule.times) {
          entry.used += 1;
          faults.push(rule.fault);
        }
      }
      return faults;
    },
  };
}
