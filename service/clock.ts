/** Time as the service sees it, so that tests can turn it. */
export interface Clock {
  /** Milliseconds since 1970, UTC. */
  nowMs(): number;
}

/** The computer's own clock. */
export const systemClock: Clock = { nowMs: () => Date.now() };
