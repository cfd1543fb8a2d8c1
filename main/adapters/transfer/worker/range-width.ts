/** What is known of a transfer when its speed has been looked at. */
export interface WidthView {
  /** Connections that bring bytes now. */
  readonly connections: number;
  /** Bytes a second of all together, in the last look and the one before it, both at this number of connections. */
  readonly bytesPerSecond: number;
  readonly bytesPerSecondBefore: number;
  /** What fewer connections brought, and how many they were, before the last ones were opened; null when none were. */
  readonly before: { readonly connections: number; readonly bytesPerSecond: number } | null;
  /** Plain bytes that nobody fetches yet. */
  readonly restBytes: number;
  /** Null: no limit of speed. */
  readonly limitBytesPerSecond: number | null;
}

/** What to do: go up to so many, stay and look again, or stop trying at so many. */
export type WidthVerdict =
  | { readonly kind: 'widen'; readonly connections: number }
  | { readonly kind: 'wait' }
  | { readonly kind: 'settle'; readonly connections: number };

/** Bounds of the decision. */
export interface WidthRules {
  readonly mostConnections: number;
  readonly smallestRestBytes: number;
}

/** Two looks that differ by more than this share of the faster one are not yet a speed. */
const steadyShare = 0.3;
/** More connections stay when all together bring a fifth more. */
const worthwhileGrowth = 1.2;
/** A limit counts as filled from this share on: looks are short, and the limit passes bytes in pieces. */
const filledShare = 0.7;
/** One connection that brings this fills a line of a gigabit: there is no latency to hide, only work to add. */
const fastEnoughBytesPerSecond = 100_000_000;

/** Decides from measured speed how many connections one file gets; they are doubled as long as that helps. */
export function decideWidth(view: WidthView, rules: WidthRules): WidthVerdict {
  const { connections, bytesPerSecond, bytesPerSecondBefore, before, restBytes, limitBytesPerSecond } = view;
  const fastest = Math.max(bytesPerSecond, bytesPerSecondBefore);
  const isSteady =
    Math.min(bytesPerSecond, bytesPerSecondBefore) > 0 &&
    Math.abs(bytesPerSecond - bytesPerSecondBefore) <= steadyShare * fastest;
  if (!isSteady) return { kind: 'wait' };
  if (before !== null && bytesPerSecond < worthwhileGrowth * before.bytesPerSecond)
    return { kind: 'settle', connections: before.connections };
  if (connections >= rules.mostConnections || bytesPerSecond >= fastEnoughBytesPerSecond)
    return { kind: 'settle', connections };
  // A limit may be lifted, and a rest grows when a connection gives its own back: both are looked at again.
  if (limitBytesPerSecond !== null && fastest >= filledShare * limitBytesPerSecond) return { kind: 'wait' };
  if (restBytes < rules.smallestRestBytes) return { kind: 'wait' };
  return { kind: 'widen', connections: Math.min(2 * connections, rules.mostConnections) };
}
